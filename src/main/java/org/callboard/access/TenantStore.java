package org.callboard.access;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TenantStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    TenantStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether nobody can sign in. */
    boolean none() {
        return jdbc.sql("select not exists (select from sign_in_name)")
                .query(Boolean.class)
                .single();
    }

    /** Those that somebody can sign in to. */
    List<Long> ids() {
        return jdbc.sql("select distinct tenant_id from sign_in_name order by tenant_id")
                .query(Long.class)
                .list();
    }

    /** Keeps others from setting Callboard up until the transaction ends. */
    void lockSetUp() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('callboard set-up'))")
                .query(Integer.class)
                .single();
    }

    long nextId() {
        return jdbc.sql("select nextval('tenant_id_seq')").query(Long.class).single();
    }

    void insert(long id, String name, String timeZone, String region) {
        jdbc.sql("""
                insert into tenant (tenant_id, name, time_zone, region, created_on, modified_on)
                values (:id, :name, :zone, :region, :now, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("zone", timeZone)
                .param("region", region)
                .param("now", clock.instant())
                .update();
    }

    Tenant get(long id) {
        return jdbc.sql("select * from tenant where tenant_id = :id")
                .param("id", id)
                .query((row, number) -> new Tenant(
                        row.getLong("tenant_id"),
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("region"),
                        row.getBoolean("show_bookings_on_calls"),
                        Rows.instant(row, "created_on")))
                .single();
    }

    void update(long id, @Nullable String name, @Nullable String timeZone, @Nullable String region) {
        jdbc.sql("""
                update tenant set name = :name, time_zone = :zone, region = :region, modified_on = :now
                where tenant_id = :id
                """)
                .param("name", name)
                .param("zone", timeZone)
                .param("region", region)
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }

    void showBookingsOnCalls(long id, boolean show) {
        jdbc.sql("update tenant set show_bookings_on_calls = :show, modified_on = :now where tenant_id = :id")
                .param("show", show)
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }
}
