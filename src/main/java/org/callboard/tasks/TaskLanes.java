package org.callboard.tasks;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Makes lanes for work that waits for somebody else's server. */
@Component
public class TaskLanes {

    private final DataSource dataSource;

    TaskLanes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A lane for one kind of task, which as a bean starts and stops with the application.
     *
     * @param view shows the stored tasks of this kind alone
     * @param places how many run at once on this node
     */
    public TaskLane lane(String view, int places, Task<?> task) {
        return new TaskLane(dataSource, view, places, List.of(task), List.of());
    }
}
