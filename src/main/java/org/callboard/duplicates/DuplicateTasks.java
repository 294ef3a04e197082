package org.callboard.duplicates;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.callboard.access.Tenants;
import org.callboard.tasks.TaskLane;
import org.callboard.tasks.TaskLanes;
import org.callboard.tasks.TimedLook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One stored task for each company that has something to look for, on any node, and there until nothing is left to do. Two
 * companies at once are enough: each takes a processor.
 */
@Configuration(proxyBeanMethods = false)
class DuplicateTasks {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("find-duplicates");
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 2;

    @Bean
    static TaskLane duplicatesLane(TaskLanes lanes, FindDuplicates find, Clock clock) {
        return lanes.lane(
                "scheduled_duplicates",
                AT_ONCE,
                Tasks.custom(TASK)
                        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                        .execute((instance, context) -> {
                            boolean more = find.all(
                                    Long.parseLong(instance.getId()),
                                    () -> context.getSchedulerState().isShuttingDown());
                            return more ? TimedLook.at(clock.instant()) : new CompletionHandler.OnCompleteRemove<>();
                        }));
    }

    /** A change is found within half a minute. Where the task of a company is there already, it takes it up. */
    @Bean
    static RecurringTask<Void> lookForDuplicates(
            Tenants tenants,
            FindDuplicates find,
            @Qualifier("duplicatesLane") ObjectProvider<TaskLane> lane,
            Clock clock) {
        return Tasks.recurring("look-for-duplicates", FixedDelay.of(LOOK))
                .execute((instance, context) -> tenants.ids().forEach(tenant -> {
                    if (find.isDue(tenant)) {
                        lane.getObject()
                                .tasks()
                                .scheduleIfNotExists(
                                        TASK.instance(Long.toString(tenant)).scheduledTo(clock.instant()));
                    }
                }));
    }
}
