package org.callboard.leads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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

    Map<Long, LeadStatus> states(long tenant, Collection<Long> ids) {
        Map<Long, LeadStatus> states = new HashMap<>();
        jdbc.sql("select id, status from lead where tenant_id = :tenant and id = any(:ids) and active")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    states.put(row.getLong(1), LeadStatus.valueOf(row.getString(2)));
                });
        return states;
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
                        and lead_phone_normalized = any(:numbers)
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

    /** Creates leads in their order, in one statement (two where one has tags); gives their ids. */
    List<Long> insert(long tenant, List<NewLead> leads, LeadSource source) {
        List<LeadDraft> drafts = leads.stream().map(NewLead::draft).toList();
        List<LeadPerson> persons = drafts.stream().map(LeadDraft::person).toList();
        List<Long> ids = jdbc.sql("""
                insert into lead (tenant_id, capture_source, customer_id, location_id, business_unit_id, job_type_id,
                    campaign_id, priority, summary, call_reason_id, follow_up_date, owner_id, booking_id, form_id,
                    lead_customer_name, lead_phone, lead_phone_normalized, lead_email, lead_street, lead_unit, lead_city,
                    lead_state, lead_zip, lead_country, created_on, created_by_id, modified_on)
                select :tenant, :source, customer, location, business_unit, job_type, campaign, priority, summary, reason,
                    follow_up, owner, booking, form, name, phone, normalized, email, street, unit, city, state, zip,
                    country, :now, :by, :now
                from unnest(:customers::bigint[], :locations::bigint[], :businessUnits::bigint[], :jobTypes::bigint[],
                    :campaigns::bigint[], :priorities::text[], :summaries::text[], :reasons::bigint[],
                    :followUps::timestamptz[], :owners::bigint[], :bookings::bigint[], :forms::bigint[], :names::text[],
                    :phones::text[], :normalized::text[], :emails::text[], :streets::text[], :units::text[],
                    :cities::text[], :states::text[], :zips::text[], :countries::text[]) with ordinality as l (customer,
                        location, business_unit, job_type, campaign, priority, summary, reason, follow_up, owner, booking,
                        form, name, phone, normalized, email, street, unit, city, state, zip, country, position)
                order by position
                returning id
                """)
                .param("tenant", tenant)
                .param("source", source.name())
                .param("customers", ids(drafts, LeadDraft::customerId))
                .param("locations", ids(drafts, LeadDraft::locationId))
                .param("businessUnits", ids(drafts, LeadDraft::businessUnitId))
                .param("jobTypes", ids(drafts, LeadDraft::jobTypeId))
                .param("campaigns", ids(drafts, LeadDraft::campaignId))
                .param("priorities", texts(drafts, draft -> priority(draft).name()))
                .param("summaries", texts(drafts, LeadDraft::summary))
                .param("reasons", ids(drafts, LeadDraft::callReasonId))
                .param("followUps", texts(drafts, draft -> Objects.toString(draft.followUpDate(), null)))
                .param("owners", ids(drafts, LeadDraft::ownerId))
                .param("bookings", ids(drafts, LeadDraft::bookingId))
                .param("forms", ids(drafts, LeadDraft::formId))
                .param("names", texts(persons, LeadPerson::leadCustomerName))
                .param("phones", texts(persons, LeadPerson::leadPhone))
                .param("normalized", texts(leads, NewLead::phoneNormalized))
                .param("emails", texts(persons, LeadPerson::leadEmail))
                .param("streets", texts(persons, LeadPerson::leadStreet))
                .param("units", texts(persons, LeadPerson::leadUnit))
                .param("cities", texts(persons, LeadPerson::leadCity))
                .param("states", texts(persons, LeadPerson::leadState))
                .param("zips", texts(persons, LeadPerson::leadZip))
                .param("countries", texts(persons, LeadPerson::leadCountry))
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .list();
        insertTags(tenant, ids, drafts);
        return ids;
    }

    private void insertTags(long tenant, List<Long> leads, List<LeadDraft> drafts) {
        List<Long> owners = new ArrayList<>();
        List<Long> tags = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            for (Long tag : drafts.get(i).tagTypeIds()) {
                owners.add(leads.get(i));
                tags.add(tag);
            }
        }
        if (!tags.isEmpty()) {
            jdbc.sql("""
                    insert into lead_tag (tenant_id, lead_id, tag_type_id)
                    select distinct :tenant, lead, tag from unnest(:leads::bigint[], :tags::bigint[]) as t (lead, tag)
                    """)
                    .param("tenant", tenant)
                    .param("leads", owners.toArray(Long[]::new))
                    .param("tags", tags.toArray(Long[]::new))
                    .update();
        }
    }

    private static <T> @Nullable Long[] ids(List<T> all, Function<T, @Nullable Long> id) {
        return all.stream().map(id).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Priority priority(LeadDraft draft) {
        return draft.priority() == null ? Priority.Normal : draft.priority();
    }

    /** Changes what a change may name; state, dates, owner, customer and tags are not among it. */
    void update(long tenant, long id, LeadDraft draft, @Nullable String phoneNormalized) {
        LeadPerson person = draft.person();
        jdbc.sql("""
                update lead set campaign_id = :campaign, priority = :priority, business_unit_id = :businessUnit,
                    job_type_id = :jobType, summary = :summary, lead_customer_name = :name, lead_phone = :phone,
                    lead_phone_normalized = :normalized, lead_email = :email, lead_street = :street, lead_unit = :unit,
                    lead_city = :city, lead_state = :state, lead_zip = :zip, lead_country = :country,
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("businessUnit", draft.businessUnitId())
                .param("jobType", draft.jobTypeId())
                .param("campaign", draft.campaignId())
                .param("priority", priority(draft).name())
                .param("summary", draft.summary())
                .param("name", person.leadCustomerName())
                .param("phone", person.leadPhone())
                .param("normalized", phoneNormalized)
                .param("email", person.leadEmail())
                .param("street", person.leadStreet())
                .param("unit", person.leadUnit())
                .param("city", person.leadCity())
                .param("state", person.leadState())
                .param("zip", person.leadZip())
                .param("country", person.leadCountry())
                .param("now", clock.instant())
                .update();
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

    private static Lead lead(ResultSet row, int number) throws SQLException {
        Long holder = Rows.longOrNull(row, "held_by");
        return new Lead(
                row.getLong("id"),
                LeadStatus.valueOf(row.getString("status")),
                LeadSource.valueOf(row.getString("capture_source")),
                Priority.valueOf(row.getString("priority")),
                Rows.longOrNull(row, "customer_id"),
                Rows.longOrNull(row, "location_id"),
                Rows.longOrNull(row, "business_unit_id"),
                Rows.longOrNull(row, "job_type_id"),
                row.getLong("campaign_id"),
                row.getString("summary"),
                Rows.longOrNull(row, "call_reason_id"),
                Rows.instantOrNull(row, "follow_up_date"),
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
                row.getLong("created_by_id"),
                Rows.instant(row, "modified_on"));
    }

    private static LeadPerson person(ResultSet row) throws SQLException {
        return new LeadPerson(
                row.getString("lead_customer_name"),
                row.getString("lead_phone"),
                row.getString("lead_email"),
                row.getString("lead_street"),
                row.getString("lead_unit"),
                row.getString("lead_city"),
                row.getString("lead_state"),
                row.getString("lead_zip"),
                row.getString("lead_country"));
    }
}
