package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Inquirer;
import org.callboard.testing.PostOffice;
import org.callboard.testing.Receiver;
import org.callboard.testing.ScriptedSmtp;
import org.callboard.testing.Server;
import org.callboard.testing.TextRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many mails at once, and servers that hang with them: nobody waits for another's. */
class DeliveryAtOnceTest {

    private final Inquirer inquirer = new Inquirer();

    @BeforeEach
    void close() {
        PostOffice.closeWhenIdle();
    }

    @AfterEach
    void open() {
        PostOffice.open();
    }

    /** The server answers nobody before it has several mails in its hands. */
    @Test
    void mailsGoOutSideBySide() {
        CountDownLatch several = new CountDownLatch(5);
        try (ScriptedSmtp server = new ScriptedSmtp(PostOffice.PORT, step -> {
            if (step.equals("END")) {
                several.countDown();
                await(several);
            }
            return null;
        })) {
            List<Long> bookings =
                    Stream.generate(inquirer::ask).limit(several.getCount()).toList();
            bookings.forEach(booking -> inquirer.await(booking, MessageState.Sent));
            assertThat(server.mails()).hasSize(bookings.size());
        }
    }

    /** More mails wait for a silent server than there are places for all work together. */
    @Test
    void aServerThatHangsDelaysNothingElse() {
        try (ScriptedSmtp silent =
                        new ScriptedSmtp(PostOffice.PORT, step -> step.equals("HELLO") ? ScriptedSmtp.SILENCE : null);
                Receiver receiver = new Receiver()) {
            for (int i = 0; i < 60; i++) {
                String subject = "Held " + i;
                inquirer.shop.tenant.caller.run(() -> inquirer.store(inquirer.email, Channel.Mail, subject));
            }
            Eventually.is(true, () -> {
                Server.lookForDueTasks();
                return silent.steps().size() >= 8;
            });
            String number = "+19375553901"; // of no other test: they share the relay
            inquirer.shop.tenant.caller.run(() -> inquirer.store(number, Channel.Text, "A text"));
            Api api = inquirer.shop.tenant.api();
            ok(api.post(api.path("callboard/v1", "/webhooks"), """
                    {"url": "%s", "events": ["tn.crm.booking-created"]}""".formatted(receiver.url())));
            inquirer.shop.booking("Ada", "937-555-0142");
            receiver.next();
            Eventually.is(1, () -> TextRelay.postsTo(number).size());
            Instant before = lastRun("clean-outbox");
            Server.bean(SchedulerClient.class)
                    .reschedule(TaskInstanceId.of("clean-outbox", "recurring"), Instant.EPOCH);
            Eventually.is(true, () -> {
                Server.lookForDueTasks();
                return lastRun("clean-outbox").isAfter(before);
            });
            assertThat(silent.steps()).as("connections").hasSize(8);
        }
    }

    private static Instant lastRun(String task) {
        return Server.bean(JdbcClient.class)
                .sql("select coalesce(max(last_success), 'epoch') from scheduled_tasks where task_name = ?")
                .param(task)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
