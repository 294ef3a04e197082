package org.callboard.understanding;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.callboard.tasks.TimedLook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads what is on record again where it was read by older rules, or where somebody asked for it. One stored task for each
 * company: on any node, and there until nothing is left to do, whatever dies in between.
 */
@Component
class ApplyUnderstanding {

    static final String TASK_NAME = "apply-understanding";

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of(TASK_NAME);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final Tenants tenants;
    private final UnderstandingStore store;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ApplyUnderstanding(Tenants tenants, UnderstandingStore store, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.tenants = tenants;
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** After an upgrade; what was cut off has its task still. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual()
                .start(() -> tenants.ids()
                        .forEach(tenant -> Caller.system(tenant).run(() -> {
                            if (store.isDue(tenant)) {
                                scheduler
                                        .getObject()
                                        .scheduleIfNotExists(
                                                TASK.instance(instance(tenant)).scheduledTo(clock.instant()));
                            }
                        })));
    }

    /** One of its own for each time: the one before may not have been removed yet. */
    static String instance(long tenant) {
        return tenant + ":" + UUID.randomUUID();
    }

    @Configuration(proxyBeanMethods = false)
    static class Work {

        @Bean
        static CustomTask<Void> understandingWork(ReadAgain work, Clock clock) {
            return Tasks.custom(TASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                    .execute((instance, context) -> {
                        long tenant = Long.parseLong(instance.getId().split(":", -1)[0]);
                        boolean more = work.all(
                                tenant, () -> context.getSchedulerState().isShuttingDown());
                        return more ? TimedLook.at(clock.instant()) : new CompletionHandler.OnCompleteRemove<>();
                    });
        }
    }
}
