package org.callboard.callbacks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
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

/** Ends claims of call-backs whose users are gone: one stored task a claim, which waits on where it was prolonged. */
@Configuration(proxyBeanMethods = false)
class CallBackExpiry {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("release-expired-call-back");

    private final ObjectProvider<SchedulerClient> scheduler;

    CallBackExpiry(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void watch(long tenant, long callBack, Instant until) {
        TimedLook.schedule(scheduler.getObject(), TASK, tenant, callBack, until);
    }

    @Bean
    static CustomTask<Void> releaseExpiredCallBack(
            CallBackStore store, Changes changes, Clock clock, TransactionTemplate transaction) {
        return TimedLook.task(
                TASK, (tenant, id) -> transaction.execute(status -> look(tenant, id, store, changes, clock.instant())));
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
}
