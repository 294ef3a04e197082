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
