package org.callboard.callbacks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
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

/** Ends claims of call-backs whose users are gone: one stored task a claim, which waits on where it was prolonged. */
@Configuration(proxyBeanMethods = false)
class CallBackExpiry {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("release-expired-call-back");

    private final ObjectProvider<SchedulerClient> scheduler;

    CallBackExpiry(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void watch(long tenant, long callBack, Instant until) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(tenant + ":" + callBack + ":" + until.toEpochMilli())
                        .scheduledTo(until));
    }

    @Bean
    static CustomTask<Void> releaseExpiredCallBack(
            CallBackStore store, Changes changes, Clock clock, TransactionTemplate transaction) {
        return Tasks.custom(TASK).execute((instance, context) -> {
            String[] parts = instance.getId().split(":", -1);
            long tenant = Long.parseLong(parts[0]);
            long id = Long.parseLong(parts[1]);
            Optional<Instant> due = Caller.system(tenant)
                    .call(() -> transaction.execute(status -> look(tenant, id, store, changes, clock.instant())));
            return due.<CompletionHandler<Void>>map(CallBackExpiry::again)
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }

    /** Ends the claim where its time is over; else when that will be, and nothing where nobody has it. */
    private static Optional<Instant> look(long tenant, long id, CallBackStore store, Changes changes, Instant now) {
        CallBack callBack = store.lock(tenant, id).orElseThrow();
        Instant until = callBack.leaseUntil();
        if (until != null && !until.isAfter(now)) {
            store.claim(tenant, id, null, null);
            changes.record(EntityKind.CALL_BACK, id, Action.CLAIM_EXPIRED, Diff.none());
            return Optional.empty();
        }
        return Optional.ofNullable(until);
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
