package org.callboard.mail;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import org.callboard.tasks.TaskLane;
import org.callboard.tasks.TaskLanes;
import org.callboard.tasks.TimedLook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One stored task a message, made in the message's own transaction: it runs on any node, on one at a time, and moves itself
 * to the next attempt. Several messages go out side by side; mails and texts don't wait for each other.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryTasks {

    private static final TaskDescriptor<Void> MAIL = TaskDescriptor.of("deliver-message");
    private static final TaskDescriptor<Void> TEXT = TaskDescriptor.of("deliver-text");

    /** Connections that a mail server of any size takes from one client. */
    private static final int MAILS_AT_ONCE = 8;

    private static final int TEXTS_AT_ONCE = 4;

    private final ObjectProvider<TaskLane> mails;
    private final ObjectProvider<TaskLane> texts;

    DeliveryTasks(
            @Qualifier("mailLane") ObjectProvider<TaskLane> mails,
            @Qualifier("textLane") ObjectProvider<TaskLane> texts) {
        this.mails = mails;
        this.texts = texts;
    }

    /** Has a message tried from then on; {@code attempts} it has behind it. */
    void schedule(long tenant, long message, Channel channel, int attempts, Instant at) {
        boolean mail = channel == Channel.Mail;
        (mail ? mails : texts)
                .getObject()
                .tasks()
                .scheduleIfNotExists((mail ? MAIL : TEXT)
                        .instance(tenant + ":" + message + ":" + attempts)
                        .scheduledTo(at));
    }

    @Bean
    static TaskLane mailLane(TaskLanes lanes, Delivery delivery) {
        return lanes.lane("scheduled_mail", MAILS_AT_ONCE, TimedLook.task(MAIL, delivery::attempt));
    }

    @Bean
    static TaskLane textLane(TaskLanes lanes, Delivery delivery) {
        return lanes.lane("scheduled_text", TEXTS_AT_ONCE, TimedLook.task(TEXT, delivery::attempt));
    }
}
