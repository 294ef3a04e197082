package org.callboard.tasks;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Optional;
import org.callboard.database.Caller;

/**
 * Stored tasks that look at one record of a company when something is due, and wait on where that moved: on any node, each
 * on one at a time, also after a crash.
 */
public final class TimedLook {

    /** Looks at a record, as Callboard itself. */
    public interface Look {

        /** Does what is due; gives when to look again, empty where there is nothing more to look for. */
        Optional<Instant> at(long tenant, long id);
    }

    private TimedLook() {}

    /** The task whose instances look; they are named {@code tenant:id:}, and what tells them apart. */
    public static CustomTask<Void> task(TaskDescriptor<Void> descriptor, Look look) {
        return Tasks.custom(descriptor).execute((instance, context) -> {
            String[] parts = instance.getId().split(":", -1);
            long tenant = Long.parseLong(parts[0]);
            long id = Long.parseLong(parts[1]);
            Optional<Instant> next = Caller.system(tenant).call(() -> look.at(tenant, id));
            return next.map(TimedLook::at).orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }

    /** Has a record looked at then; part of the transaction that it is called in. */
    public static void schedule(
            SchedulerClient client, TaskDescriptor<Void> descriptor, long tenant, long id, Instant on) {
        client.scheduleIfNotExists(
                descriptor.instance(tenant + ":" + id + ":" + on.toEpochMilli()).scheduledTo(on));
    }

    /** Lets a task that is done for now run again then. */
    public static CompletionHandler<Void> at(Instant due) {
        return new CompletionHandler<>() {
            @Override
            public void complete(ExecutionComplete complete, ExecutionOperations<Void> operations) {
                operations.reschedule(complete, due);
            }
        };
    }
}
