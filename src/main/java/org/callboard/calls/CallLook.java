package org.callboard.calls;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Instant;
import org.callboard.tasks.TimedLook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks at calls when something is due of which nobody tells: a call that is over though no end came, a claim whose user is
 * gone. A stored task that is made in the transaction of the call looks when it is due and waits on where that moved, on any
 * node, also after a crash.
 */
@Configuration(proxyBeanMethods = false)
class CallLook {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("look-at-call");

    private final ObjectProvider<SchedulerClient> scheduler;

    CallLook(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** Has a call looked at in time. Where it was to be looked at earlier already, that look sees to it. */
    void watch(long tenant, @Nullable Instant before, Call call) {
        Instant on = call.lookOn();
        if (on != null && (before == null || on.isBefore(before))) {
            TimedLook.schedule(scheduler.getObject(), TASK, tenant, call.id(), on);
        }
    }

    @Bean
    static CustomTask<Void> lookAtCall(OverdueCalls overdue) {
        return TimedLook.task(TASK, overdue::look);
    }
}
