package org.callboard.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.callboard.platform.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One stored task a message, made in the message's own transaction: it runs on any node, on one at a time, and moves itself
 * to the next attempt.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryTasks {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deliver-message");

    /** A mail server that hangs must not hold up the other background work, which shares the threads. */
    private static final int AT_ONCE = 2;

    private static final Duration UNTIL_A_PLACE_IS_FREE = Duration.ofSeconds(2);

    private final ObjectProvider<SchedulerClient> scheduler;

    DeliveryTasks(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** Has a message tried from then on; {@code attempts} it has behind it. */
    void schedule(long tenant, long message, int attempts, Instant at) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        TASK.instance(tenant + ":" + message + ":" + attempts).scheduledTo(at));
    }

    @Bean
    static CustomTask<Void> deliverMessage(Delivery delivery) {
        Semaphore places = new Semaphore(AT_ONCE);
        return Tasks.custom(TASK).execute((instance, context) -> {
            if (!places.tryAcquire()) {
                return again(Instant.now().plus(UNTIL_A_PLACE_IS_FREE));
            }
            try {
                String[] parts = instance.getId().split(":", -1);
                long tenant = Long.parseLong(parts[0]);
                Optional<Instant> due =
                        Caller.system(tenant).call(() -> delivery.attempt(tenant, Long.parseLong(parts[1])));
                return due.map(DeliveryTasks::again).orElseGet(CompletionHandler.OnCompleteRemove::new);
            } finally {
                places.release();
            }
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
