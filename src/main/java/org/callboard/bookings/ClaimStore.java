package org.callboard.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.callboard.database.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what the office does with a booking. Every statement names the state it starts from, so one of many wins. */
@Repository
class ClaimStore {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BookingDocuments documents;

    ClaimStore(JdbcClient jdbc, Clock clock, BookingDocuments documents) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.documents = documents;
    }

    /** Takes a booking that nobody has, or whose holder's lease ran out. */
    Optional<Booking> claim(long tenant, long id, long user, Instant until) {
        return changed(
                jdbc.sql("""
                update booking set status = 'Accepted', claimed_by = :user, claimed_on = :now, lease_until = :until,
                    answered_on = coalesce(answered_on, :now), version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                    and (status = 'New' or status = 'Accepted' and lease_until <= :now)
                """ + BookingStore.RETURNING).param("user", user).param("until", until), tenant, id);
    }

    /** Takes a booking over from the one who has it, as long as it is still them. */
    Optional<Booking> takeOver(long tenant, long id, long from, long user, Instant until) {
        return changed(
                jdbc.sql("""
                update booking set claimed_by = :user, claimed_on = :now, lease_until = :until,
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status = 'Accepted' and claimed_by = :from
                """ + BookingStore.RETURNING)
                        .param("user", user)
                        .param("from", from)
                        .param("until", until),
                tenant,
                id);
    }

    Optional<Booking> release(long tenant, long id, long user) {
        return changed(jdbc.sql("""
                update booking set status = 'New', claimed_by = null, claimed_on = null, lease_until = null,
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status = 'Accepted' and claimed_by = :user
                """ + BookingStore.RETURNING).param("user", user), tenant, id);
    }

    boolean releaseExpired(long tenant, long id) {
        return one(jdbc.sql("""
                update booking set status = 'New', claimed_by = null, claimed_on = null, lease_until = null,
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status = 'Accepted' and lease_until <= :now
                """), tenant, id);
    }

    /** Prolongs the lease of the one who has it. Nothing that others see changes, so the version stays. */
    boolean prolong(long tenant, long id, long user, Instant until) {
        return one(jdbc.sql("""
                update booking set lease_until = :until
                where tenant_id = :tenant and id = :id and status = 'Accepted' and claimed_by = :user
                    and :now <= :until
                """).param("user", user).param("until", until), tenant, id);
    }

    Optional<Instant> leaseUntil(long tenant, long id) {
        return jdbc.sql("""
                select lease_until from booking where tenant_id = :tenant and id = :id and status = 'Accepted'
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query((row, number) -> Rows.instant(row, "lease_until"))
                .optional();
    }

    void dismiss(long tenant, long id, @Nullable Long user, @Nullable Long reason, @Nullable String memo) {
        one(jdbc.sql("""
                update booking set status = 'Dismissed', claimed_by = null, claimed_on = null, lease_until = null,
                    dismissing_reason_id = :reason, dismissing_memo = :memo, closed_on = :now, closed_by = :user,
                    answered_on = coalesce(answered_on, :now), version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status in ('New', 'Accepted')
                """).param("user", user).param("reason", reason).param("memo", memo), tenant, id);
        documents.remove(tenant, id);
    }

    /** Adds to a dismissed booking why that was. */
    void completeDismissal(long tenant, long id, @Nullable Long reason, @Nullable String memo) {
        one(jdbc.sql("""
                update booking set dismissing_reason_id = :reason, dismissing_memo = :memo, version = version + 1,
                    modified_on = :now
                where tenant_id = :tenant and id = :id and status = 'Dismissed'
                """).param("reason", reason).param("memo", memo), tenant, id);
    }

    Optional<Booking> reopen(long tenant, long id, long user, Instant until) {
        Optional<Booking> reopened = changed(
                jdbc.sql("""
                update booking set status = 'Accepted', claimed_by = :user, claimed_on = :now, lease_until = :until,
                    dismissing_reason_id = null, dismissing_memo = null, closed_on = null, closed_by = null,
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status = 'Dismissed'
                """ + BookingStore.RETURNING).param("user", user).param("until", until), tenant, id);
        reopened.ifPresent(booking -> documents.put(tenant, booking));
        return reopened;
    }

    boolean convert(long tenant, long id, long user, long job) {
        boolean converted = one(jdbc.sql("""
                update booking set status = 'Converted', job_id = :job, claimed_by = null, claimed_on = null,
                    lease_until = null, closed_on = :now, closed_by = :user, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status = 'Accepted' and claimed_by = :user
                """).param("user", user).param("job", job), tenant, id);
        if (converted) {
            documents.remove(tenant, id);
        }
        return converted;
    }

    /** The same of an open booking, whoever has it. */
    boolean convertUnasked(long tenant, long id, long job) {
        boolean converted = one(jdbc.sql("""
                update booking set status = 'Converted', job_id = :job, claimed_by = null, claimed_on = null,
                    lease_until = null, closed_on = :now, closed_by = null, answered_on = coalesce(answered_on, :now),
                    version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status in ('New', 'Accepted')
                """).param("job", job), tenant, id);
        if (converted) {
            documents.remove(tenant, id);
        }
        return converted;
    }

    /** Gives a booking of which a job was made to a user. */
    Optional<Booking> unconvert(long tenant, long id, long user, long job, Instant until) {
        Optional<Booking> reopened = changed(
                jdbc.sql("""
                update booking set status = 'Accepted', job_id = null, claimed_by = :user, claimed_on = :now,
                    lease_until = :until, closed_on = null, closed_by = null, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id and status = 'Converted' and job_id = :job
                """ + BookingStore.RETURNING)
                        .param("user", user)
                        .param("job", job)
                        .param("until", until),
                tenant,
                id);
        reopened.ifPresent(booking -> documents.put(tenant, booking));
        return reopened;
    }

    private boolean one(JdbcClient.StatementSpec statement, long tenant, long id) {
        return bind(statement, tenant, id).update() == 1;
    }

    private Optional<Booking> changed(JdbcClient.StatementSpec statement, long tenant, long id) {
        return bind(statement, tenant, id).query(BookingStore.BOOKINGS.rows()).optional();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, long tenant, long id) {
        return statement.param("now", clock.instant()).param("tenant", tenant).param("id", id);
    }
}
