package org.callboard.merging;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * One stored task for each merge that is too large for whoever waits, and for its undo. It is made in the transaction that
 * asks for it, and is there until the merge is done or can't be, whatever dies in between.
 */
@Component
class MergeTasks {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("merge-records");
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    MergeTasks(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void start(long tenant, long merge) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(tenant + ":" + merge + ":" + UUID.randomUUID())
                        .scheduledTo(clock.instant()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {

        @Bean
        static OneTimeTask<Void> mergeRecordsTask(FinishMerge finish) {
            return Tasks.oneTime(TASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                    .execute((instance, context) -> {
                        String[] parts = instance.getId().split(":", -1);
                        finish.run(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
                    });
        }

        @Bean
        static RecurringTask<Void> forgetMergedValues(ForgetMerges forget) {
            return Tasks.recurring("forget-merged-values", FixedDelay.ofHours(24))
                    .execute((instance, context) -> forget.run());
        }
    }
}
