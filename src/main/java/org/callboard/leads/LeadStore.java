package org.callboard.leads;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactPoints;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.TypedContact;
import org.callboard.database.Caller;
import org.callboard.database.MovingRows;
import org.callboard.database.RecordMapper;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.leads.CreateLead.NewLead;
import org.callboard.leads.LeadFeed.ExportLeadsResponse;
import org.callboard.leads.LeadJson.LeadResponse;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.search.Findable;
import org.callboard.search.SearchDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads leads and writes what they say. What becomes of one is {@link LeadStateStore}'s. A lead that was taken back is
 * nowhere to be found.
 */
@Repository
class LeadStore {

    /** What more than five customers have is an office's, and nobody's own. */
    private static final int SHARED = 6;

    /** Whether fewer customers than that have a form of a contact. */
    private static final String OF_FEW = """
            (select count(*) from (
                select distinct c.owner_id from contact_point c
                where c.tenant_id = :tenant and c.form = %s and (c.owner_kind = 'customer') is true
                limit :shared) held) < :shared""";

    /** A lead, and whether it was not taken back. */
    private record Exported(Lead lead, boolean active) {}

    private static final RecordMapper<Lead> LEADS = RecordMapper.of(Lead.class);
    private static final RecordMapper<Exported> EXPORTED = RecordMapper.of(Exported.class);
    private static final RecordMapper<LeadDetails> DETAILS = RecordMapper.of(LeadDetails.class);

    private static final String COLUMNS = """
            lead.*, array(
                select x.tag_type_id from lead_tag x
                where x.tenant_id = lead.tenant_id and x.lead_id = lead.id order by x.tag_type_id
            ) as tag_type_ids, (
                select c.external_id is not null from call c where c.tenant_id = lead.tenant_id and c.id = lead.call_id
            ) as call_told
            """;
    private static final String LEAD = "select " + COLUMNS + " from lead ";

    private static final String INSERT = DETAILS.sql("""
            insert into lead (tenant_id, capture_source, COLUMNS, created_on, created_by_id, modified_on)
            select :tenant, :captureSource, COLUMNS, :now, :by, :now
            from unnest(ARRAYS) with ordinality as l (COLUMNS, position)
            order by position
            returning id
            """);

    private static final String UPDATE = DETAILS.sql("""
            update lead set ASSIGNMENTS, version = version + 1, modified_on = :now
            where tenant_id = :tenant and id = :id
            """);

    /** The two values of a lead, among its contact points. */
    private static final long PHONE = 1;

    private static final long EMAIL = 2;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MovingRows moving;
    private final ContactPoints points;
    private final SearchDocuments documents;

    LeadStore(JdbcClient jdbc, Clock clock, ContactPoints points, SearchDocuments documents) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.moving = new MovingRows(jdbc, clock, "lead");
        this.points = points;
        this.documents = documents;
    }

    Optional<Lead> find(long tenant, long id) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and id = :id and active")
                .param("tenant", tenant)
                .param("id", id)
                .query(LEADS.rows())
                .optional();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Lead> lock(long tenant, long id) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and id = :id and active for update of lead")
                .param("tenant", tenant)
                .param("id", id)
                .query(LEADS.rows())
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
        return where.and("active").pageOf(jdbc, "lead", COLUMNS, paging, LEADS.rows());
    }

    /** The leads whose column has this value, newest first. */
    List<Lead> of(long tenant, String column, long value, int most) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and active and " + column
                        + " = :value order by id desc limit :most")
                .param("tenant", tenant)
                .param("value", value)
                .param("most", most)
                .query(LEADS.rows())
                .list();
    }

    /** The leads with these ids, those that were taken back too. */
    List<ExportLeadsResponse> exported(long tenant, Collection<Long> ids) {
        return exported(jdbc.sql(LEAD + "where tenant_id = :tenant and id = any(:ids)")
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new)));
    }

    /** The next leads after an id, those that were taken back too. */
    List<ExportLeadsResponse> exportedAfter(long tenant, long id, int most) {
        return exported(jdbc.sql(LEAD + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most));
    }

    private static List<ExportLeadsResponse> exported(JdbcClient.StatementSpec statement) {
        return statement.query(EXPORTED.rows()).list().stream()
                .map(row -> new ExportLeadsResponse(LeadResponse.from(row.lead), row.active))
                .toList();
    }

    /** The open lead that was there by then, where one alone has the number or is for who has it; not where so many have it. */
    Optional<Long> onlyOpen(long tenant, String number, Instant then) {
        List<Long> found = jdbc.sql("""
                select l.id from contact_point p
                join lead l on l.tenant_id = :tenant and l.id = p.owner_id
                where p.tenant_id = :tenant and p.form = :number and (p.owner_kind = 'lead') is true and p.attaches
                    and l.status = 'Open' and l.active and l.created_on <= :then and %1$s
                union
                select l.id from contact_point p
                join lead l on l.tenant_id = :tenant and l.customer_id = p.owner_id
                where p.tenant_id = :tenant and p.form = :number and (p.owner_kind = 'customer') is true and p.attaches
                    and l.status = 'Open' and l.active and l.created_on <= :then and %1$s
                limit 2
                """.formatted(OF_FEW.formatted(":number")))
                .param("tenant", tenant)
                .param("number", number)
                .param("then", then)
                .param("shared", SHARED)
                .query(Long.class)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The open leads with one of these numbers and e-mail addresses, the newest first; not what so many customers have. */
    List<Leads.Holder> holders(long tenant, Collection<String> forms) {
        return jdbc.sql("""
                select p.form, p.extension, l.id, coalesce(l.lead_customer_name, '') as name, p.email
                from (select distinct unnest(:forms::text[])) as asked (form)
                cross join lateral (
                    select * from contact_point p
                    where p.tenant_id = :tenant and p.form = asked.form and (p.owner_kind = 'lead') is true and p.attaches
                    offset 0) p
                cross join lateral (
                    select * from lead l where l.tenant_id = :tenant and l.id = p.owner_id limit 1) l
                where l.status = 'Open' and l.active and %s
                order by l.id desc
                """.formatted(OF_FEW.formatted("p.form")))
                .param("tenant", tenant)
                .param("forms", forms.toArray(String[]::new))
                .param("shared", SHARED)
                .query((row, number) -> new Leads.Holder(
                        row.getString("form"),
                        row.getString("extension"),
                        row.getBoolean("email"),
                        row.getLong("id"),
                        row.getString("name")))
                .list();
    }

    /** The open lead that was made of a booking, kept from change until the transaction ends. */
    Optional<Lead> lockOpenOfBooking(long tenant, long booking) {
        return jdbc.sql(LEAD + """
                where tenant_id = :tenant and booking_id = :booking and status = 'Open' and active for update of lead
                """)
                .param("tenant", tenant)
                .param("booking", booking)
                .query(LEADS.rows())
                .optional();
    }

    /** The open leads that came of a telephone call, kept from change until the transaction ends. */
    List<Lead> lockOpenOfCall(long tenant, long call) {
        return jdbc.sql(LEAD + """
                where tenant_id = :tenant and call_id = :call and status = 'Open' and active order by id for update of lead
                """)
                .param("tenant", tenant)
                .param("call", call)
                .query(LEADS.rows())
                .list();
    }

    /** Notes of which telephone call a new lead came. */
    void ofCall(long tenant, long id, long call) {
        jdbc.sql("update lead set call_id = :call where tenant_id = :tenant and id = :id")
                .param("call", call)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** The leads that a job won, kept from change until the transaction ends. */
    List<Lead> lockOfJob(long tenant, long job) {
        return jdbc.sql(LEAD + "where tenant_id = :tenant and job_id = :job and active order by id for update of lead")
                .param("tenant", tenant)
                .param("job", job)
                .query(LEADS.rows())
                .list();
    }

    /** The leads that came of a telephone call, kept from change until the transaction ends. */
    List<Long> lockOfCall(long tenant, long call) {
        return jdbc.sql("""
                select id from lead where tenant_id = :tenant and call_id = :call order by id for no key update
                """)
                .param("tenant", tenant)
                .param("call", call)
                .query(Long.class)
                .list();
    }

    /** Creates leads in their order, in two statements (three where one has tags); gives their ids. */
    List<Long> insert(long tenant, List<NewLead> leads, LeadSource source) {
        List<LeadDetails> rows = leads.stream().map(NewLead::details).toList();
        List<Long> ids = jdbc.sql(INSERT)
                .params(DETAILS.arrays(rows))
                .param("tenant", tenant)
                .param("captureSource", source.name())
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .list();
        insertTags(tenant, ids, leads);
        List<TypedContact> typed = new ArrayList<>();
        List<Owned<Findable>> findable = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            LeadPerson person = rows.get(i).person();
            typed.addAll(typed(ids.get(i), person));
            findable.add(new Owned<>(ids.get(i), person.findable()));
        }
        points.add(ContactOwner.lead, tenant, typed);
        documents.put(ContactOwner.lead, tenant, findable);
        return ids;
    }

    /** Both values of a lead, as far as it has them. */
    static List<TypedContact> typed(long lead, LeadPerson person) {
        return List.of(
                new TypedContact(lead, PHONE, ContactType.Phone, Objects.requireNonNullElse(person.leadPhone(), "")),
                new TypedContact(lead, EMAIL, ContactType.Email, Objects.requireNonNullElse(person.leadEmail(), "")));
    }

    private void insertTags(long tenant, List<Long> ids, List<NewLead> leads) {
        List<Long> owners = new ArrayList<>();
        List<Long> tags = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (Long tag : leads.get(i).tagTypeIds()) {
                owners.add(ids.get(i));
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

    /** Writes the details anew. They must be of the locked row: those that no change may name are written with them. */
    void update(long tenant, long id, LeadDetails before, LeadDetails details) {
        jdbc.sql(UPDATE)
                .params(DETAILS.params(details))
                .param("tenant", tenant)
                .param("id", id)
                .param("now", clock.instant())
                .update();
        points.change(ContactOwner.lead, tenant, typed(id, before.person()), typed(id, details.person()));
        if (!details.person().findable().equals(before.person().findable())) {
            documents.put(
                    ContactOwner.lead,
                    tenant,
                    List.of(new Owned<>(id, details.person().findable())));
        }
    }

    List<Long> lockAll(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return moving.lock(kind.word(), tenant, owner, ids);
    }

    List<Long> move(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return moving.move(kind.word(), tenant, from, to, ids);
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
}
