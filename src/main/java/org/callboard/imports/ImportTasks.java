package org.callboard.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.callboard.server.WorkQueue;
import org.callboard.tasks.TimedLook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * One stored task for each work on an import: on any node, and on one at a time. It is made in the transaction that begins
 * the work, and is there until nothing is left to do, whatever dies in between.
 */
@Component
class ImportTasks {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("work-on-import");
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    ImportTasks(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Makes a task of its own for each work: the one of the work before may not have been removed yet. A node that is free
     * takes it right after the commit.
     */
    void start(long tenant, long id) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(tenant + ":" + id + ":" + UUID.randomUUID())
                        .scheduledTo(clock.instant()));
    }

    /** The task, and the threads that lists are read and worked on by. */
    @Configuration(proxyBeanMethods = false)
    static class Work {

        private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        private static final String LATER = "Too many lists are worked on at once. Try again in a minute.";

        /** There are places for all tasks of a node: what nobody waits for is not refused. */
        @Bean
        static WorkQueue importQueue(MeterRegistry metrics) {
            return new WorkQueue(
                    new WorkQueue.Kind("imports", THREADS, 100, Duration.ofMinutes(30), false, LATER), metrics);
        }

        @Bean
        static WorkQueue stagingQueue(MeterRegistry metrics) {
            return new WorkQueue(
                    new WorkQueue.Kind("staging", THREADS, 10, Duration.ofSeconds(30), false, LATER), metrics);
        }

        @Bean
        static CustomTask<Void> importWork(WorkOnImport work, Clock clock) {
            return Tasks.custom(TASK)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                    .execute((instance, context) -> {
                        String[] parts = instance.getId().split(":", -1);
                        boolean more = work.on(
                                Long.parseLong(parts[0]),
                                Long.parseLong(parts[1]),
                                () -> context.getSchedulerState().isShuttingDown());
                        return more ? TimedLook.at(clock.instant()) : new CompletionHandler.OnCompleteRemove<>();
                    });
        }
    }
}
