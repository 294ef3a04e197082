package org.callboard.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.jobs.Priority;
import org.callboard.leads.LeadFeed.ExportLeadsResponse;
import org.callboard.leads.LeadJson.LeadResponse;
import org.callboard.platform.Caller;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads leads and writes what they say. What becomes of one is {@link LeadStateStore}'s. A lead that was taken back is
 * nowhere to be found.
 */
@Repository
class LeadStore {

    private static final String COLUMNS = """
            lead.*, array(
                select x.tag_type_id from lead_tag x
                where x.tenant_id = lead.tenant_id and x.lead_id = lead.id order by x.tag_type_id
            ) as tag_type_ids
            """;
    private static final String LEAD = "select " + COLUMNS + " from lead ";

    private final JdbcClient jdbc;
    private final Clock clock;

    LeadStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Lead> find(long tenant, long id) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and id = :id and active")
                .param("tenant", tenant)
                .param("id", id)
                .query(LeadStore::lead)
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Lead> lock(long tenant, long id) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and id = :id and active for update of lead")
                .param("tenant", tenant)
                .param("id", id)
                .query(LeadStore::lead)
                .optional();
    }

    Page<Lead> page(Where where, Paging paging) {
        return where.and("active").pageOf(jdbc, "lead", COLUMNS, paging, LeadStore::lead);
    }

    /** The leads whose column has this value, newest first. */
    List<Lead> of(long tenant, String column, long value, int most) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and active and " + column
                        + " = :value order by id desc limit :most")
                .param("tenant", tenant)
                .param("value", value)
                .param("most", most)
                .query(LeadStore::lead)
                .list();
    }

    /** The leads with these ids, those that were taken back too. */
    List<ExportLeadsResponse> exported(long tenant, Collection<Long> ids) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(LeadStore::exported)
                .list();
    }

    /** The next leads after an id, those that were taken back too. */
    List<ExportLeadsResponse> exportedAfter(long tenant, long id, int most) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(LeadStore::exported)
                .list();
    }

    private static ExportLeadsResponse exported(ResultSet row, int number) throws SQLException {
        return new ExportLeadsResponse(LeadResponse.from(lead(row, number)), row.getBoolean("active"));
    }

    /** Each half has an index; by the last digits, since only equality of a column is served behind the policy. */
    List<Lead> openOf(long tenant, List<Long> customers, List<String> numbers, int most) {
        return jdbc.sql(LEAD + """
                where tenant_id = :tenant and status = 'Open' and active and id in (
                    select id from lead where tenant_id = :tenant and customer_id = any(:customers)
                    union all
                    select id from lead where tenant_id = :tenant and last_digits = any(:lastDigits)
                        and phone_normalized = any(:numbers)
                )
                order by id desc limit :most
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .param(
                        "lastDigits",
                        numbers.stream()
                                .map(number -> number.substring(Math.max(0, number.length() - 7)))
                                .toArray(String[]::new))
                .param("most", most)
                .query(LeadStore::lead)
                .list();
    }

    /** The open lead that was made of a booking, kept from change until the transaction ends. */
    Optional<Lead> lockOpenOfBooking(long tenant, long booking) {
        return jdbc.sql(LEAD + """
                where tenant_id = :tenant and booking_id = :booking and status = 'Open' and active for update of lead
                """)
                .param("tenant", tenant)
                .param("booking", booking)
                .query(LeadStore::lead)
                .optional();
    }

    long insert(long tenant, LeadDraft draft, LeadSource source, @Nullable String phoneNormalized) {
        long id = bind("""
                insert into lead (tenant_id, source, customer_id, location_id, business_unit_id, job_type_id, campaign_id,
                    priority, summary, call_reason_id, follow_up_on, owner_id, booking_id, form_id, name, phone,
                    phone_normalized, email, street, unit, city, state, zip, country, created_on, created_by, modified_on)
                values (:tenant, :source, :customer, :location, :businessUnit, :jobType, :campaign, :priority, :summary,
                    :reason, :followUp, :owner, :booking, :form, :name, :phone, :normalized, :email, :street, :unit,
                    :city, :state, :zip, :country, :now, :by, :now)
                returning id
                """, tenant, draft, phoneNormalized)
                .param("source", source.name())
                .param("customer", draft.customerId())
                .param("location", draft.locationId())
                .param("reason", draft.callReasonId())
                .param("followUp", draft.followUpOn())
                .param("owner", draft.ownerId())
                .param("booking", draft.bookingId())
                .param("form", draft.formId())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .single();
        if (!draft.tagTypeIds().isEmpty()) {
            jdbc.sql("""
                    insert into lead_tag (tenant_id, lead_id, tag_type_id)
                    select distinct :tenant, :lead, tag from unnest(:tags::bigint[]) as t (tag)
                    """)
                    .param("tenant", tenant)
                    .param("lead", id)
                    .param("tags", draft.tagTypeIds().toArray(Long[]::new))
                    .update();
        }
        return id;
    }

    /** Changes what a change may name; state, dates, owner, customer and tags are not among it. */
    void update(long tenant, long id, LeadDraft draft, @Nullable String phoneNormalized) {
        bind("""
                update lead set campaign_id = :campaign, priority = :priority, business_unit_id = :businessUnit,
                    job_type_id = :jobType, summary = :summary, name = :name, phone = :phone,
                    phone_normalized = :normalized, email = :email, street = :street, unit = :unit, city = :city,
                    state = :state, zip = :zip, country = :country, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """, tenant, draft, phoneNormalized).param("id", id).update();
    }

    /** A note of a lead is a change of the lead. */
    void touch(long tenant, long id) {
        jdbc.sql("""
                update lead set version = version + 1, modified_on = :now where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, long tenant, LeadDraft draft, @Nullable String normalized) {
        LeadPerson person = draft.person();
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("businessUnit", draft.businessUnitId())
                .param("jobType", draft.jobTypeId())
                .param("campaign", draft.campaignId())
                .param("priority", (draft.priority() == null ? Priority.Normal : draft.priority()).name())
                .param("summary", draft.summary())
                .param("name", person.name())
                .param("phone", person.phone())
                .param("normalized", normalized)
                .param("email", person.email())
                .param("street", person.street())
                .param("unit", person.unit())
                .param("city", person.city())
                .param("state", person.state())
                .param("zip", person.zip())
                .param("country", person.country())
                .param("now", clock.instant());
    }

    private static Lead lead(ResultSet row, int number) throws SQLException {
        Long holder = Rows.longOrNull(row, "held_by");
        return new Lead(
                row.getLong("id"),
                LeadStatus.valueOf(row.getString("status")),
                LeadSource.valueOf(row.getString("source")),
                Priority.valueOf(row.getString("priority")),
                Rows.longOrNull(row, "customer_id"),
                Rows.longOrNull(row, "location_id"),
                Rows.longOrNull(row, "business_unit_id"),
                Rows.longOrNull(row, "job_type_id"),
                row.getLong("campaign_id"),
                row.getString("summary"),
                Rows.longOrNull(row, "call_reason_id"),
                Rows.instantOrNull(row, "follow_up_on"),
                Rows.longOrNull(row, "owner_id"),
                person(row),
                List.of((Long[]) row.getArray("tag_type_ids").getArray()),
                Rows.longOrNull(row, "booking_id"),
                Rows.longOrNull(row, "form_id"),
                Rows.longOrNull(row, "dismissing_reason_id"),
                Rows.longOrNull(row, "job_id"),
                holder == null ? null : new Lead.Hold(holder, Rows.instant(row, "lease_until")),
                row.getInt("version"),
                Rows.instant(row, "created_on"),
                row.getLong("created_by"),
                Rows.instant(row, "modified_on"));
    }

    private static LeadPerson person(ResultSet row) throws SQLException {
        return new LeadPerson(
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("street"),
                row.getString("unit"),
                row.getString("city"),
                row.getString("state"),
                row.getString("zip"),
                row.getString("country"));
    }
}
