package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.callboard.testing.Eventually;
import org.callboard.testing.Inquirer;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxCleaningTest {

    private final Inquirer inquirer = new Inquirer();

    @Test
    void messagesGoAfterNinetyDaysUnlessTheyAreStillToGoOut() {
        long old = inquirer.ask();
        inquirer.await(old, MessageState.Sent);
        long young = inquirer.ask();
        inquirer.await(young, MessageState.Sent);
        long waiting = inquirer.ask();
        inquirer.await(waiting, MessageState.Sent);
        age(old, 91);
        age(young, 89);
        age(waiting, 91);
        sql("update outgoing_message set state = 'Queued' where record_id = " + waiting);

        Server.bean(SchedulerClient.class).reschedule(TaskInstanceId.of("clean-outbox", "recurring"), Instant.now());
        Eventually.is(0, () -> inquirer.count(old));
        assertThat(inquirer.count(young)).isOne();
        assertThat(inquirer.count(waiting)).isOne();
    }

    private void age(long booking, int days) {
        sql("update outgoing_message set created_on = now() - interval '" + days + " days' where record_id = "
                + booking);
    }

    private void sql(String statement) {
        inquirer.shop.tenant.caller.run(
                () -> Server.bean(JdbcClient.class).sql(statement).update());
    }
}
