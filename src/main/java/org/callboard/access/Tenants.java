package org.callboard.access;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.database.Rows;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The companies of this installation. */
@Service
public class Tenants {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    Tenants(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** Whether nobody has set Callboard up yet. */
    public boolean none() {
        return jdbc.sql("select not exists (select from sign_in_name)")
                .query(Boolean.class)
                .single();
    }

    /** The companies that somebody can sign in to, for work that goes through all of them. */
    public List<Long> ids() {
        return jdbc.sql("select distinct tenant_id from sign_in_name order by tenant_id")
                .query(Long.class)
                .list();
    }

    /** Makes this transaction the only one that sets Callboard up; Conflict where somebody else was faster. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void claimSetUp() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('callboard set-up'))")
                .query(Integer.class)
                .single();
        if (!none()) {
            throw RefusalCode.CONFLICT.refuse("Callboard has been set up meanwhile. Sign in instead.");
        }
    }

    /** An id for a new tenant, under which the caller then runs {@link #create}. */
    public long nextId() {
        return jdbc.sql("select nextval('tenant_id_seq')").query(Long.class).single();
    }

    /** Creates the caller's own tenant. */
    @Transactional
    public Tenant create(String name, ZoneId timeZone, String region) {
        long id = Caller.current().tenantId();
        jdbc.sql("""
                insert into tenant (tenant_id, name, time_zone, region, created_on, modified_on)
                values (:id, :name, :zone, :region, :now, :now)
                """)
                .param("id", id)
                .param("name", name)
                .param("zone", timeZone.getId())
                .param("region", region)
                .param("now", clock.instant())
                .update();
        changes.record(EntityKind.TENANT, id, Action.CREATED, Diff.none().now("name", name));
        return get(id);
    }

    public Tenant get(long id) {
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

    /** Changes the company's own settings. Invalid names what is wrong. */
    @Transactional
    public void update(long id, @Nullable String name, @Nullable String timeZone, @Nullable String region) {
        FieldErrors errors = new FieldErrors().required("name", name).required("timeZone", timeZone);
        errors.addIf(
                timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone),
                "timeZone",
                "This is not a time zone.");
        errors.addIf(region == null || !region.matches("[A-Z]{2}"), "region", "A country of two letters is expected.");
        errors.throwIfAny();
        Tenant before = get(id);
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
        changed(
                id,
                Diff.none()
                        .field("name", before.name(), name)
                        .field("timeZone", before.timeZone().getId(), timeZone)
                        .field("region", before.region(), region));
    }

    /** Switches the bookings on the Calls screen on or off. */
    @Transactional
    public void showBookingsOnCalls(long id, boolean show) {
        Tenant before = get(id);
        jdbc.sql("update tenant set show_bookings_on_calls = :show, modified_on = :now where tenant_id = :id")
                .param("show", show)
                .param("now", clock.instant())
                .param("id", id)
                .update();
        changed(id, Diff.none().field("showBookingsOnCalls", before.showBookingsOnCalls(), show));
    }

    private void changed(long id, Diff diff) {
        changes.record(EntityKind.TENANT, id, Action.UPDATED, diff);
    }
}
