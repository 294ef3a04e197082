package org.callboard.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.callboard.jobs.Priority;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what a provider says of a booking. What the office does with it is {@link ClaimStore}'s. */
@Repository
class BookingStore {

    private static final String COLUMNS = """
            booking.*, (
                select name from employee where tenant_id = booking.tenant_id and id = booking.claimed_by
            ) as claimed_by_name
            """;
    private static final String BOOKING = "select " + COLUMNS + " from booking ";

    /** Which of the ids in a draft exist; the provider too, since a path may name any. */
    record Known(boolean provider, boolean campaign, boolean businessUnit, boolean jobType) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    BookingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Booking> find(long tenant, long id) {
        return jdbc.sql(BOOKING + "where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(BookingStore::booking)
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Booking> lock(long tenant, long id) {
        return jdbc.sql(BOOKING + "where tenant_id = :tenant and id = :id for update of booking")
                .param("tenant", tenant)
                .param("id", id)
                .query(BookingStore::booking)
                .optional();
    }

    List<Booking> all(long tenant, Collection<Long> ids) {
        return jdbc.sql(BOOKING + "where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(BookingStore::booking)
                .list();
    }

    /** The next bookings after an id. */
    List<Booking> after(long tenant, long id, int most) {
        return jdbc.sql(BOOKING + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(BookingStore::booking)
                .list();
    }

    Page<Booking> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "booking", COLUMNS, paging, BookingStore::booking);
    }

    Optional<Long> idOf(long tenant, long provider, String externalId) {
        return jdbc.sql("""
                select id from booking
                where tenant_id = :tenant and booking_provider_id = :provider and external_id = :externalId
                """)
                .param("tenant", tenant)
                .param("provider", provider)
                .param("externalId", externalId)
                .query(Long.class)
                .optional();
    }

    Known known(
            long tenant, long provider, @Nullable Long campaign, @Nullable Long businessUnit, @Nullable Long jobType) {
        return jdbc.sql("""
                select
                    exists (select from booking_provider_tag where tenant_id = :tenant and id = :provider),
                    :campaign::bigint is null
                        or exists (select from campaign where tenant_id = :tenant and id = :campaign),
                    :unit::bigint is null
                        or exists (select from business_unit where tenant_id = :tenant and id = :unit),
                    :type::bigint is null
                        or exists (select from job_type where tenant_id = :tenant and id = :type)
                """)
                .param("tenant", tenant)
                .param("provider", provider)
                .param("campaign", campaign)
                .param("unit", businessUnit)
                .param("type", jobType)
                .query((row, number) ->
                        new Known(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                .single();
    }

    /** Stores a new booking and gives its id; empty where the provider used the external id before. */
    Optional<Long> insert(long tenant, long provider, BookingDraft draft) {
        return bind("""
                insert into booking (tenant_id, booking_provider_id, external_id, source, name, street, unit, city, state, zip,
                    country, customer_type, start, summary, campaign_id, business_unit_id, job_type_id, priority,
                    is_first_time_client, uploaded_images, is_send_confirmation_email, created_on, modified_on)
                values (:tenant, :provider, :externalId, :source, :name, :street, :unit, :city, :state, :zip,
                    :country, :customerType, :start, :summary, :campaign, :businessUnit, :jobType, :priority,
                    :firstTime, :images, :confirm, :now, :now)
                on conflict (tenant_id, booking_provider_id, external_id) do nothing
                returning id
                """, tenant, draft)
                .param("provider", provider)
                .param("confirm", draft.isSendConfirmationEmail())
                .query(Long.class)
                .optional();
    }

    void update(long tenant, long id, BookingDraft draft) {
        bind("""
                update booking set external_id = :externalId, source = :source, name = :name, street = :street,
                    unit = :unit, city = :city, state = :state, zip = :zip, country = :country,
                    customer_type = :customerType, start = :start, summary = :summary, campaign_id = :campaign,
                    business_unit_id = :businessUnit, job_type_id = :jobType, priority = :priority,
                    is_first_time_client = :firstTime, uploaded_images = :images, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """, tenant, draft).param("id", id).update();
    }

    /** A change of a contact is a change of its booking. */
    void touch(long tenant, long id) {
        jdbc.sql("""
                update booking set version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, long tenant, BookingDraft draft) {
        Address address = draft.address();
        List<String> images = draft.uploadedImages();
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("externalId", draft.externalId())
                .param("source", draft.source())
                .param("name", draft.name())
                .param("street", address == null ? null : address.street())
                .param("unit", address == null ? null : address.unit())
                .param("city", address == null ? null : address.city())
                .param("state", address == null ? null : address.state())
                .param("zip", address == null ? null : address.zip())
                .param("country", address == null ? null : address.country())
                .param("customerType", word(draft.customerType()))
                .param("start", draft.start())
                .param("summary", draft.summary())
                .param("campaign", draft.campaignId())
                .param("businessUnit", draft.businessUnitId())
                .param("jobType", draft.jobTypeId())
                .param("priority", word(draft.priority()))
                .param("firstTime", draft.isFirstTimeClient())
                .param("images", images == null ? null : images.toArray(String[]::new))
                .param("now", clock.instant());
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static Booking booking(ResultSet row, int number) throws SQLException {
        String type = row.getString("customer_type");
        String priority = row.getString("priority");
        return new Booking(
                row.getLong("id"),
                row.getLong("booking_provider_id"),
                row.getString("external_id"),
                row.getString("source"),
                row.getString("name"),
                Address.read(row),
                type == null ? null : CustomerType.valueOf(type),
                Rows.instantOrNull(row, "start"),
                row.getString("summary"),
                Rows.longOrNull(row, "campaign_id"),
                Rows.longOrNull(row, "business_unit_id"),
                Rows.longOrNull(row, "job_type_id"),
                priority == null ? null : Priority.valueOf(priority),
                row.getObject("is_first_time_client", Boolean.class),
                Rows.textsOrNull(row, "uploaded_images"),
                row.getBoolean("is_send_confirmation_email"),
                BookingStatus.valueOf(row.getString("status")),
                claim(row),
                Rows.longOrNull(row, "dismissing_reason_id"),
                row.getString("dismissing_memo"),
                Rows.longOrNull(row, "job_id"),
                row.getInt("version"),
                Rows.instant(row, "created_on"),
                Rows.instant(row, "modified_on"));
    }

    private static Booking.@Nullable Claim claim(ResultSet row) throws SQLException {
        Long user = Rows.longOrNull(row, "claimed_by");
        return user == null
                ? null
                : new Booking.Claim(
                        user,
                        Objects.requireNonNullElse(row.getString("claimed_by_name"), "somebody"),
                        Rows.instant(row, "claimed_on"),
                        Rows.instant(row, "lease_until"));
    }
}
