package org.callboard.pictures;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.callboard.database.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes pictures that no booking took for a day: one stored task a picture, made in the transaction that notes it. So
 * nobody has to search for them, and none is forgotten in a crash.
 */
@Component
class UntakenPictures {

    static final Duration PATIENCE = Duration.ofHours(24);

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("remove-untaken-picture");

    private final PictureStore store;
    private final PictureFiles files;
    private final TransactionTemplate transaction;
    private final ObjectProvider<SchedulerClient> scheduler;

    UntakenPictures(
            PictureStore store,
            PictureFiles files,
            TransactionTemplate transaction,
            ObjectProvider<SchedulerClient> scheduler) {
        this.store = store;
        this.files = files;
        this.transaction = transaction;
        this.scheduler = scheduler;
    }

    void watch(long tenant, UUID picture, Instant since) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(tenant + ":" + picture + ":" + since.toEpochMilli())
                        .scheduledTo(since.plus(PATIENCE)));
    }

    /** Removes a picture if it has waited since then without a break. */
    void removeIfWaiting(long tenant, UUID picture, Instant since) {
        Caller.system(tenant)
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (store.lockWaiting(tenant, picture, since)) {
                        remove(tenant, picture);
                    }
                }));
    }

    /** Files first: where one can't be removed now, the row is still there to tell of it, and the task comes again. */
    void remove(long tenant, UUID picture) {
        for (PictureSize size : PictureSize.values()) {
            files.delete(new PictureFiles.Key(tenant, picture, size));
        }
        store.delete(tenant, picture);
    }

    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        static OneTimeTask<Void> removeUntakenPicture(UntakenPictures untaken) {
            return Tasks.oneTime(TASK).execute((instance, context) -> {
                String[] parts = instance.getId().split(":", -1);
                untaken.removeIfWaiting(
                        Long.parseLong(parts[0]),
                        UUID.fromString(parts[1]),
                        Instant.ofEpochMilli(Long.parseLong(parts[2])).plusMillis(1));
            });
        }
    }
}
