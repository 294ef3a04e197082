package org.callboard.leads;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.search.SearchDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what becomes of a lead. Every statement names the state it starts from, so that one of many wins. */
@Repository
public class LeadStateStore {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SearchDocuments documents;

    LeadStateStore(JdbcClient jdbc, Clock clock, SearchDocuments documents) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.documents = documents;
    }

    /** Sets the day of the next follow-up; whoever had the lead for this one has it no more. */
    public boolean followUp(long tenant, long id, @Nullable Instant next) {
        return one(jdbc.sql("""
                update lead set follow_up_date = :next, held_by = null, lease_until = null, version = version + 1,
                    modified_on = :now
                where tenant_id = :tenant and id = :id and active and status = 'Open'
                """).param("next", next), tenant, id);
    }

    void assign(long tenant, long id, @Nullable Long owner) {
        one(jdbc.sql("""
                update lead set owner_id = :owner, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """).param("owner", owner), tenant, id);
    }

    boolean dismiss(long tenant, long id, long reason, @Nullable Long user) {
        return one(jdbc.sql("""
                update lead set status = 'Dismissed', dismissing_reason_id = :reason, closed_on = :now, closed_by = :user,
                    held_by = null, lease_until = null, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and active and status = 'Open'
                """).param("reason", reason).param("user", user), tenant, id);
    }

    boolean reopen(long tenant, long id) {
        return one(jdbc.sql("""
                update lead set status = 'Open', dismissing_reason_id = null, closed_on = null, closed_by = null,
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and active and status = 'Dismissed'
                """), tenant, id);
    }

    boolean win(long tenant, long id, long job, long customer, long location, @Nullable Long user) {
        return one(
                jdbc.sql("""
                update lead set status = 'Converted', job_id = :job, customer_id = :customer, location_id = :location,
                    closed_on = :now, closed_by = :user, held_by = null, lease_until = null, version = version + 1,
                    modified_on = :now
                where tenant_id = :tenant and id = :id and active and status = 'Open'
                """)
                        .param("job", job)
                        .param("customer", customer)
                        .param("location", location)
                        .param("user", user),
                tenant,
                id);
    }

    /** Opens a lead again that was won with a job, for whom it was before. */
    boolean unwin(long tenant, long id, long job, @Nullable Long customer, @Nullable Long location) {
        return one(jdbc.sql("""
                update lead set status = 'Open', job_id = null, customer_id = :customer, location_id = :location,
                    closed_on = null, closed_by = null, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and active and status = 'Converted' and job_id = :job
                """).param("job", job).param("customer", customer).param("location", location), tenant, id);
    }

    /** Those with which nothing was done yet, which nobody finds any more; gives their ids. */
    List<Long> takeBack(long tenant, Collection<Long> ids) {
        List<Long> gone = jdbc.sql("""
                update lead set active = false, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                returning id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("ids", lockUntouched(tenant, ids).toArray(Long[]::new))
                .query(Long.class)
                .list();
        documents.remove(ContactOwner.lead, tenant, gone);
        return gone;
    }

    /**
     * Those with which nothing was done yet, kept from change until the transaction ends. Each is sought by its whole key:
     * on a table that PostgreSQL has not looked at yet, it takes the index of the open leads for the shortest way to a few
     * of them, and would read all that are open for each part of a list.
     */
    private List<Long> lockUntouched(long tenant, Collection<Long> ids) {
        return jdbc.sql("""
                select l.id from unnest(:ids::bigint[]) as asked (id)
                cross join lateral (
                    select id, active, status, version from lead
                    where tenant_id = :tenant and id = asked.id limit 1 for update) l
                where l.active and l.status = 'Open' and l.version = 1
                """)
                .param("tenant", tenant)
                .param("ids", ids.stream().sorted().toArray(Long[]::new)) // so that nobody waits in a circle
                .query(Long.class)
                .list();
    }

    /**
     * Takes the first open lead that is due and that nobody has, and gives its id. Those who ask in the same moment pass
     * over one another's instead of waiting for it.
     *
     * @param narrowed further conditions, which begin with {@code and}
     */
    public Optional<Long> takeNext(long tenant, long user, Instant until, String narrowed, Map<String, Object> values) {
        return jdbc.sql("""
                update lead set held_by = :user, lease_until = :until
                where tenant_id = :tenant and id = (
                    select id from lead
                    where tenant_id = :tenant and status = 'Open' and active and follow_up_date <= :now
                        and (lease_until is null or lease_until <= :now) NARROWED
                    order by follow_up_date, id limit 1 for update skip locked
                )
                returning id
                """.replace("NARROWED", narrowed))
                .params(values)
                .param("tenant", tenant)
                .param("user", user)
                .param("until", until)
                .param("now", clock.instant())
                .query(Long.class)
                .optional();
    }

    /** Prolongs the lease of the one who has it. Nothing that others see changes, so the version stays. */
    public boolean prolong(long tenant, long id, long user, Instant until) {
        return one(jdbc.sql("""
                update lead set lease_until = :until
                where tenant_id = :tenant and id = :id and held_by = :user and :now <= :until
                """).param("user", user).param("until", until), tenant, id);
    }

    public boolean release(long tenant, long id, long user) {
        return jdbc.sql("""
                update lead set held_by = null, lease_until = null
                where tenant_id = :tenant and id = :id and held_by = :user
                """)
                        .param("tenant", tenant)
                        .param("id", id)
                        .param("user", user)
                        .update()
                == 1;
    }

    private boolean one(JdbcClient.StatementSpec statement, long tenant, long id) {
        return statement
                        .param("now", clock.instant())
                        .param("tenant", tenant)
                        .param("id", id)
                        .update()
                == 1;
    }
}
