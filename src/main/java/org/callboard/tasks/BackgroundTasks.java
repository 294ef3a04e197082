package org.callboard.tasks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the stored tasks of all modules that have no lane of their own. */
@Configuration(proxyBeanMethods = false)
class BackgroundTasks {

    private static final int MAX_AT_ONCE = 40;

    @Bean
    TaskLane otherTasks(DataSource dataSource, List<Task<?>> tasks, List<RecurringTask<?>> recurring) {
        List<Task<?>> onDemand =
                tasks.stream().filter(task -> !recurring.contains(task)).toList();
        return new TaskLane(dataSource, "scheduled_other", MAX_AT_ONCE, onDemand, recurring);
    }

    @Bean(destroyMethod = "")
    Scheduler scheduler(TaskLane otherTasks) {
        return otherTasks.scheduler();
    }
}
