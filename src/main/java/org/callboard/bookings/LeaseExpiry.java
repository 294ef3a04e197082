package org.callboard.bookings;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
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
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(tenant + ":" + booking + ":" + until.toEpochMilli())
                        .scheduledTo(until));
    }

    @Bean
    static CustomTask<Void> releaseExpiredClaim(ClaimStore store, Changes changes, TransactionTemplate transaction) {
        return Tasks.custom(TASK).execute((instance, context) -> {
            String[] parts = instance.getId().split(":", -1);
            long tenant = Long.parseLong(parts[0]);
            long booking = Long.parseLong(parts[1]);
            Optional<Instant> due = Caller.system(tenant)
                    .call(() -> transaction.execute(status -> {
                        if (store.releaseExpired(tenant, booking)) {
                            changes.record(EntityKind.BOOKING, booking, Action.CLAIM_EXPIRED, Diff.none());
                            return Optional.<Instant>empty();
                        }
                        return store.leaseUntil(tenant, booking);
                    }));
            return due.<CompletionHandler<Void>>map(LeaseExpiry::again)
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }

    private static CompletionHandler<Void> again(Instant due) {
        return new CompletionHandler<>() {
            @Override
            public void complete(ExecutionComplete complete, ExecutionOperations<Void> operations) {
                operations.reschedule(complete, due);
            }
        };
    }
}
