package org.callboard.bookings;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Instant;
import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.tasks.TimedLook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends claims whose users are gone: one stored task a claim, made in the claim's own transaction, that looks when the
 * lease is due and waits on where it was prolonged. On any node, also after a crash.
 */
@Configuration(proxyBeanMethods = false)
class LeaseExpiry {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("release-expired-claim");

    private final ObjectProvider<SchedulerClient> scheduler;

    LeaseExpiry(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void watch(long tenant, long booking, Instant until) {
        TimedLook.schedule(scheduler.getObject(), TASK, tenant, booking, until);
    }

    @Bean
    static CustomTask<Void> releaseExpiredClaim(ClaimStore store, Changes changes, TransactionTemplate transaction) {
        return TimedLook.task(
                TASK, (tenant, booking) -> transaction.execute(status -> look(tenant, booking, store, changes)));
    }

    /** Ends the claim where its time is over; else when that will be, and nothing where nobody has it. */
    private static Optional<Instant> look(long tenant, long booking, ClaimStore store, Changes changes) {
        if (store.releaseExpired(tenant, booking)) {
            changes.record(EntityKind.BOOKING, booking, Action.CLAIM_EXPIRED, Diff.none());
            return Optional.empty();
        }
        return store.leaseUntil(tenant, booking);
    }
}
