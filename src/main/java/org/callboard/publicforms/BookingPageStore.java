package org.callboard.publicforms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BookingPageStore {

    private static final String PAGE = """
            select p.*, t.tag_name, t.active as tag_active, array(
                select j.job_type_id from booking_page_job_type j
                where j.tenant_id = p.tenant_id and j.booking_provider_id = p.booking_provider_id
                order by j.job_type_id
            ) as job_type_ids
            from booking_page p
            join booking_provider_tag t on t.tenant_id = p.tenant_id and t.id = p.booking_provider_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingPageStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<BookingPage> all(long tenant) {
        return jdbc.sql(PAGE + "where p.tenant_id = :tenant order by lower(t.tag_name)")
                .param("tenant", tenant)
                .query(BookingPageStore::page)
                .list();
    }

    Optional<BookingPage> find(long tenant, long provider) {
        return jdbc.sql(PAGE + "where p.tenant_id = :tenant and p.booking_provider_id = :provider")
                .param("tenant", tenant)
                .param("provider", provider)
                .query(BookingPageStore::page)
                .optional();
    }

    /** The page that is open to visitors under a token. */
    Optional<BookingPage> open(long tenant, String token) {
        return jdbc.sql(PAGE + "where p.tenant_id = :tenant and p.token = :token and p.active and t.active")
                .param("tenant", tenant)
                .param("token", token)
                .query(BookingPageStore::page)
                .optional();
    }

    /** Stores the page as it is to be; its token stays once it is there. */
    void save(long tenant, BookingPage page) {
        jdbc.sql("""
                insert into booking_page (tenant_id, booking_provider_id, token, active, heading, intro, button, thanks,
                    widget_label, phone, color, address_field, email_field, time_field, pictures_field,
                    first_time_field, business_unit_id, campaign_id, confirmation, refuse_outside, created_on, modified_on)
                values (:tenant, :provider, :token, :active, :heading, :intro, :button, :thanks,
                    :widgetLabel, :phone, :color, :address, :email, :time, :pictures,
                    :firstTime, :unit, :campaign, :confirmation, :refuseOutside, :now, :now)
                on conflict (tenant_id, booking_provider_id) do update set active = :active, heading = :heading,
                    intro = :intro, button = :button, thanks = :thanks, widget_label = :widgetLabel, phone = :phone,
                    color = :color, address_field = :address, email_field = :email, time_field = :time,
                    pictures_field = :pictures, first_time_field = :firstTime, business_unit_id = :unit,
                    campaign_id = :campaign, confirmation = :confirmation, refuse_outside = :refuseOutside,
                    modified_on = :now
                """)
                .param("tenant", tenant)
                .param("provider", page.bookingProviderId())
                .param("token", page.token())
                .param("active", page.active())
                .param("heading", page.texts().heading())
                .param("intro", page.texts().intro())
                .param("button", page.texts().button())
                .param("thanks", page.texts().thanks())
                .param("widgetLabel", page.texts().widgetLabel())
                .param("phone", page.texts().phone())
                .param("color", page.color().code())
                .param("address", page.fields().address().name())
                .param("email", page.fields().email().name())
                .param("time", page.fields().time().name())
                .param("pictures", page.fields().pictures().name())
                .param("firstTime", page.fields().firstTime().name())
                .param("unit", page.targets().businessUnitId())
                .param("campaign", page.targets().campaignId())
                .param("confirmation", page.confirmation())
                .param("refuseOutside", page.refuseOutside())
                .param("now", clock.instant())
                .update();
        jdbc.sql("delete from booking_page_job_type where tenant_id = :tenant and booking_provider_id = :provider")
                .param("tenant", tenant)
                .param("provider", page.bookingProviderId())
                .update();
        jdbc.sql("""
                insert into booking_page_job_type (tenant_id, booking_provider_id, job_type_id)
                select :tenant, :provider, type from unnest(:types::bigint[]) type
                """)
                .param("tenant", tenant)
                .param("provider", page.bookingProviderId())
                .param("types", page.targets().jobTypeIds().toArray(Long[]::new))
                .update();
    }

    void renew(long tenant, long provider, String token) {
        jdbc.sql("""
                update booking_page set token = :token, modified_on = :now
                where tenant_id = :tenant and booking_provider_id = :provider
                """)
                .param("token", token)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("provider", provider)
                .update();
    }

    private static BookingPage page(ResultSet row, int number) throws SQLException {
        return new BookingPage(
                row.getLong("booking_provider_id"),
                row.getString("tag_name"),
                row.getString("token"),
                row.getBoolean("active"),
                new BookingPage.Texts(
                        row.getString("heading"),
                        row.getString("intro"),
                        row.getString("button"),
                        row.getString("thanks"),
                        row.getString("widget_label"),
                        row.getString("phone")),
                new Color(row.getString("color")),
                new BookingPage.Fields(
                        FieldUse.valueOf(row.getString("address_field")),
                        FieldUse.valueOf(row.getString("email_field")),
                        FieldUse.valueOf(row.getString("time_field")),
                        FieldUse.valueOf(row.getString("pictures_field")),
                        FieldUse.valueOf(row.getString("first_time_field"))),
                new BookingPage.Targets(
                        Rows.longOrNull(row, "business_unit_id"), Rows.longOrNull(row, "campaign_id"), List.of((Long[])
                                row.getArray("job_type_ids").getArray())),
                row.getBoolean("confirmation"),
                row.getBoolean("refuse_outside"));
    }
}
