package org.callboard.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The little that the demonstration needs and no service offers yet: asking whether it is there, and changing what only
 * later versions will change. Each change is recorded like any other.
 */
class DemoStore {

    private static final String NUMBERS = """
            select form from contact_point p
            where tenant_id = :tenant and owner_kind = 'customer' and not email and attaches and form like '+%'
            """;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    DemoStore(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** Keeps a second node that starts at the same moment waiting until the transaction ends. */
    void lock() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('callboard demo', 0))) as waited")
                .query(Integer.class)
                .single();
    }

    boolean tenantExists(long tenant) {
        return jdbc.sql("select exists (select from tenant where tenant_id = :tenant)")
                .param("tenant", tenant)
                .query(Boolean.class)
                .single();
    }

    /** An inquiry in the queue. */
    record Waiting(long id, Instant createdOn, boolean claimed) {}

    /** What waits, the youngest first. */
    List<Waiting> waiting(long tenant) {
        return jdbc.sql("""
                select id, created_on, claimed_by is not null from booking
                where tenant_id = :tenant and status in ('New', 'Accepted')
                order by created_on desc, id desc
                """)
                .param("tenant", tenant)
                .query((row, number) -> new Waiting(row.getLong(1), Rows.instant(row, "created_on"), row.getBoolean(3)))
                .list();
    }

    /** A call that somebody has. */
    record Held(long call, long by) {}

    List<Held> heldCalls(long tenant) {
        return jdbc.sql("""
                select id, claimed_by from call where tenant_id = :tenant and desk = 'Open' and claimed_by is not null
                """)
                .param("tenant", tenant)
                .query((row, number) -> new Held(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** From midnight to midnight. */
    record Day(Instant from, Instant to) {}

    /** The numbers of customers for whom somebody comes on that day. */
    List<String> numbersOfToday(long tenant, Day day) {
        return numbers(jdbc.sql(NUMBERS + """
                and exists (
                    select from appointment a join job j on j.tenant_id = a.tenant_id and j.id = a.job_id and j.active
                    where a.tenant_id = :tenant and j.customer_id = p.owner_id and a.active
                        and a.status not in ('Done', 'Canceled') and a.start_on >= :from and a.start_on < :to)
                group by form
                """).param("from", day.from).param("to", day.to), tenant);
    }

    /** The numbers that more than one customer has. */
    List<String> sharedNumbers(long tenant) {
        return numbers(jdbc.sql(NUMBERS + "group by form having count(distinct owner_id) > 1"), tenant);
    }

    /** The numbers of all customers. */
    List<String> numbers(long tenant) {
        return numbers(jdbc.sql(NUMBERS + "group by form"), tenant);
    }

    private static List<String> numbers(JdbcClient.StatementSpec query, long tenant) {
        return query.param("tenant", tenant).query(String.class).list();
    }

    /** Sets one of a customer's flags: {@code do-not-service} or {@code do-not-mail}. */
    void flag(long tenant, long customer, String flag) {
        boolean service = flag.equals("do-not-service");
        jdbc.sql("""
                update customer set do_not_service = do_not_service or :service, do_not_mail = do_not_mail or not :service,
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :customer
                """)
                .param("service", service)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("customer", customer)
                .update();
        changes.record(
                EntityKind.CUSTOMER,
                customer,
                Action.UPDATED,
                Diff.none().field(service ? "doNotService" : "doNotMail", false, true));
    }
}
