package org.callboard.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Stored tasks with places of their own: they run on any node, each once, also after a crash, and so many at once on a
 * node. What waits for somebody else's server fills the places of its lane, and nothing in another lane waits behind it.
 */
public final class TaskLane implements SmartLifecycle {

    /** With fewer at work than this part of the places, the next ones are fetched before the next look. */
    private static final double REFILL_BELOW = 0.75;

    private final Scheduler scheduler;
    private volatile boolean running;

    /**
     * A task that is scheduled within a transaction is there exactly if the transaction commits.
     *
     * @param view the part of the stored tasks that this lane looks after
     * @param places how many run at once on this node
     */
    TaskLane(DataSource dataSource, String view, int places, List<Task<?>> tasks, List<RecurringTask<?>> recurring) {
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
                .startTasks(recurring)
                .tableName(view)
                .executorService(
                        Executors.newFixedThreadPool(places, Thread.ofVirtual().factory()))
                .threads(places)
                .pollUsingLockAndFetch(REFILL_BELOW, 1) // a node takes no more than it has places for
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(20))
                .shutdownMaxWait(Duration.ofSeconds(3))
                .build();
    }

    /** Where tasks of this lane are scheduled. */
    public SchedulerClient tasks() {
        return scheduler;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** Looks for due tasks at once, and not at its next turn. */
    public void lookNow() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    /** All lanes at the same time: each may have to wait some seconds for what it is at. */
    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual().start(() -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
