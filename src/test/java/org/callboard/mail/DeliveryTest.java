package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.callboard.changes.EntityKind;
import org.callboard.refusals.Refusal;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Eventually;
import org.callboard.testing.Inquirer;
import org.callboard.testing.PostOffice;
import org.callboard.testing.ScriptedSmtp;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a mail when the server is away, refuses, or goes silent in the middle. */
class DeliveryTest {

    private final Inquirer inquirer = new Inquirer();

    @BeforeEach
    void close() {
        PostOffice.closeWhenIdle();
    }

    @AfterEach
    void open() {
        PostOffice.open();
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        long booking = inquirer.ask();
        Message waiting = afterAttempts(booking, 1);
        assertThat(waiting.state()).isEqualTo(MessageState.Queued);
        assertThat(waiting.reason()).contains("127.0.0.1:" + PostOffice.PORT);
        assertThat(Duration.between(Instant.now(), waiting.nextAttemptOn()))
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(72));
        assertThat(dueOn(waiting)).isEqualTo(waiting.nextAttemptOn());

        inquirer.due(waiting);
        Message twice = afterAttempts(booking, 2);
        assertThat(Duration.between(Instant.now(), twice.nextAttemptOn()))
                .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(144));

        PostOffice.open();
        inquirer.due(twice);
        Message sent = inquirer.await(booking, MessageState.Sent);
        assertThat(PostOffice.mailsTo(inquirer.email)).hasSize(1);
        assertThat(sent.messageId()).isEqualTo(waiting.messageId());
        assertThat(inquirer.attempts(sent)).extracting(Message.Attempt::number).containsExactly(3, 2, 1);
        assertThat(inquirer.history(booking)).hasSize(3);
        assertThat(inquirer.history(booking).get(1)).startsWith("confirmation delayed: The mail server");
        assertThat(inquirer.history(booking).get(2)).startsWith("confirmation sent: 250");
    }

    @Test
    void aTemporaryRefusalIsTriedAgain() {
        AtomicInteger times = new AtomicInteger();
        try (ScriptedSmtp server = server(step ->
                step.equals("RCPT") && times.incrementAndGet() == 1 ? "450 4.2.1 Mailbox busy, come later" : null)) {
            long booking = inquirer.ask();
            Message waiting = afterAttempts(booking, 1);
            assertThat(waiting.state()).isEqualTo(MessageState.Queued);
            assertThat(waiting.reason()).isEqualTo("450 4.2.1 Mailbox busy, come later");
            assertThat(server.steps()).doesNotContain("DATA");
            inquirer.due(waiting);
            assertThat(inquirer.await(booking, MessageState.Sent).reason()).isEqualTo("250 2.0.0 Ok: queued as 4711");
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aRefusalOfTheWholeMailCountsLikeOneOfTheAddress() {
        AtomicInteger times = new AtomicInteger();
        try (ScriptedSmtp server =
                server(step -> step.equals("END") && times.incrementAndGet() == 1 ? "451 4.3.0 Not now" : null)) {
            long booking = inquirer.ask();
            Message waiting = afterAttempts(booking, 1);
            assertThat(waiting.state()).isEqualTo(MessageState.Queued);
            inquirer.due(waiting);
            inquirer.await(booking, MessageState.Sent);
            assertThat(server.mails()).hasSize(2);
        }
    }

    @Test
    void aPermanentRefusalFailsInTheServersWords() {
        for (String step : List.of("MAIL", "RCPT", "DATA", "END")) {
            try (ScriptedSmtp server = server(said -> said.equals(step) ? "550 5.7.1 We don't want it" : null)) {
                long booking = inquirer.ask();
                Message failed = inquirer.await(booking, MessageState.Failed);
                assertThat(failed.reason()).as(step).isEqualTo("550 5.7.1 We don't want it");
                assertThat(inquirer.history(booking))
                        .containsExactly("confirmation queued", "confirmation failed: 550 5.7.1 We don't want it");
                Eventually.is(0L, () -> tasks(failed));
                assertThat(server.steps().stream().filter("MAIL"::equals)).hasSize(1);
            }
        }
    }

    @Test
    void aServerThatRefusesUsAltogetherIsTriedAgain() {
        try (ScriptedSmtp server = server(said -> said.equals("HELLO") ? "554 No service for you" : null)) {
            Message waiting = afterAttempts(inquirer.ask(), 1);
            assertThat(waiting.state()).isEqualTo(MessageState.Queued);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aCutBeforeTheEndIsTriedAgain() {
        for (String step : List.of("HELLO", "EHLO", "RCPT", "DATA")) {
            try (ScriptedSmtp server = server(said -> said.equals(step) ? ScriptedSmtp.HANG_UP : null)) {
                Message waiting = afterAttempts(inquirer.ask(), 1);
                assertThat(waiting.state()).as(step).isEqualTo(MessageState.Queued);
                assertThat(server.mails()).isEmpty();
                tidy(waiting);
            }
        }
    }

    @Test
    void aCutAfterTheEndLeavesItUnknownAndIsNotTriedAgain() {
        AtomicInteger times = new AtomicInteger();
        try (ScriptedSmtp server =
                server(step -> step.equals("END") && times.incrementAndGet() == 1 ? ScriptedSmtp.HANG_UP : null)) {
            long booking = inquirer.ask();
            Message unknown = inquirer.await(booking, MessageState.Unknown);
            assertThat(server.mails()).hasSize(1);
            Eventually.is(0L, () -> tasks(unknown));
            assertThat(inquirer.history(booking).getLast())
                    .startsWith("confirmation may have been sent: The connection broke before the server's answer");

            again(unknown);
            Message sent = inquirer.await(booking, MessageState.Sent);
            assertThat(server.mails()).hasSize(2);
            assertThat(server.mails()).allMatch(mail -> mail.contains("Message-ID: <" + sent.messageId() + ">"));
            assertThat(inquirer.history(booking)).contains("confirmation queued again");
            assertThatThrownBy(() -> again(sent)).isInstanceOf(Refusal.class).hasMessageContaining("dealt with");
        }
    }

    /** The stored task comes back to a message that is Sending exactly when the attempt before it died. */
    @Test
    void whatADeadProcessLeftInTheMiddleIsUnknown() {
        try (ScriptedSmtp server = server(step -> null)) {
            long booking = inquirer.ask();
            Message sent = inquirer.await(booking, MessageState.Sent);
            sql("update outgoing_message set state = 'Sending'");
            sql("update outgoing_attempt set ended_on = null, answer = null");

            assertThat(attempt(sent)).isEmpty();
            assertThat(inquirer.message(booking).state()).isEqualTo(MessageState.Unknown);
            assertThat(attempt(sent)).isEmpty();
            assertThat(server.mails()).hasSize(1);
            assertThat(inquirer.attempts(sent)).hasSize(1);
            assertThat(inquirer.attempts(sent).getFirst().answer()).startsWith("Callboard stopped while");
        }
    }

    @Test
    void whatDiedBeforeTheHandOverIsSent() {
        try (ScriptedSmtp server = server(step -> null)) {
            long booking = inquirer.ask();
            Message sent = inquirer.await(booking, MessageState.Sent);
            sql("update outgoing_message set state = 'Queued'");
            sql("update outgoing_attempt set ended_on = null, answer = null");

            assertThat(attempt(sent)).isEmpty();
            assertThat(inquirer.message(booking).state()).isEqualTo(MessageState.Sent);
            assertThat(server.mails()).hasSize(2);
            assertThat(inquirer.attempts(sent).getLast().answer())
                    .isEqualTo("Callboard stopped before the message was handed over.");
        }
    }

    /** However it comes that several try at once, the server gets the end of one mail. */
    @Test
    void manyWhoTryAtOnceHandItOverOnce() {
        try (ConfigurableApplicationContext second = Server.startNode();
                ScriptedSmtp server = server(step -> step.equals("HELLO") ? "554 Not yet" : null)) {
            long booking = inquirer.ask();
            Message waiting = afterAttempts(booking, 1);
            server.close();
            try (ScriptedSmtp friendly = server(step -> null)) {
                List<Delivery> nodes = List.of(Server.bean(Delivery.class), second.getBean(Delivery.class));
                AtOnce.run(
                        12,
                        i -> () -> inquirer.shop.tenant.caller.call(
                                () -> nodes.get(i % 2).attempt(inquirer.tenant, waiting.id())));
                assertThat(friendly.mails()).hasSize(1);
                Eventually.is(true, () -> inquirer.message(booking).state() == MessageState.Sent);
            }
        }
    }

    /** Two mails to one person about one thing don't overtake each other; one that waits for another day holds up nothing. */
    @Test
    void whatIsSaidOfOneThingComesInItsOrder() {
        CountDownLatch secondWasTried = new CountDownLatch(1);
        try (ScriptedSmtp server = server(step -> {
            if (step.equals("END")) {
                DeliveryAtOnceTest.await(secondWasTried);
            }
            return null;
        })) {
            long booking = inquirer.ask();
            Message first = inquirer.await(booking, MessageState.Sending);
            long second = say(booking, inquirer.email);
            assertThat(attempt(second)).as("waits").isPresent();
            assertThat(waits(say(booking, "somebody" + inquirer.email))).isFalse();
            secondWasTried.countDown();
            Eventually.is(MessageState.Sent, () -> message(first.id()).state());
            Eventually.is(MessageState.Sent, () -> {
                Server.lookForDueTasks();
                return message(second).state();
            });
        }
        long late = inquirer.ask();
        afterAttempts(late, 1); // nobody listens any more
        assertThat(waits(say(late, inquirer.email))).isFalse();
    }

    private long say(long booking, String to) {
        return inquirer.shop.tenant.caller.call(() -> {
            String key = "said:" + UUID.randomUUID();
            MessageDraft draft = new MessageDraft(
                    Channel.Mail,
                    Purpose.NOTICE,
                    key,
                    new MessageDraft.About(EntityKind.BOOKING, booking),
                    false,
                    to,
                    null,
                    "So",
                    "Words",
                    null);
            Server.bean(TransactionTemplate.class)
                    .executeWithoutResult(status -> Server.bean(Mail.class)
                            .queue(inquirer.tenant, draft)
                            .orElseThrow());
            return Server.bean(JdbcClient.class)
                    .sql("select id from outgoing_message where once_key = ?")
                    .param(key)
                    .query(Long.class)
                    .single();
        });
    }

    private boolean waits(long message) {
        return inquirer.shop.tenant.caller.call(
                () -> Server.bean(MessageStore.class).waitsForAnother(inquirer.tenant, message));
    }

    private Message message(long id) {
        return inquirer.shop.tenant.caller.call(() -> Server.bean(Outbox.class).get(inquirer.tenant, id));
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        long booking = inquirer.ask();
        Message waiting = afterAttempts(booking, 1);
        sql("update outgoing_message set give_up_on = now() + interval '10 seconds'");
        inquirer.due(waiting);
        Message failed = inquirer.await(booking, MessageState.Failed);
        assertThat(failed.reason()).contains("can't be used");
        Eventually.is(0L, () -> tasks(failed));
        assertThat(Duration.between(waiting.createdOn(), waiting.giveUpOn())).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void aWishForNoMailThatComesWhileItWaitsCounts() {
        long booking = inquirer.ask();
        Message waiting = afterAttempts(booking, 1);
        long customer = inquirer.shop.customer("Jordan Reyes", "937 555 0199", "12 Oak St");
        sql("update contact_point set email = true, form = '" + inquirer.email + "' where owner_kind = 'customer'");
        sql("update customer set do_not_mail = true where id = " + customer);
        PostOffice.open();
        inquirer.due(waiting);
        inquirer.await(booking, MessageState.Suppressed);
        assertThat(PostOffice.mailsTo(inquirer.email)).isEmpty();
    }

    @Test
    void theLogKnowsNobody() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try (ScriptedSmtp server =
                server(step -> step.equals("RCPT") ? "550 <" + inquirer.email + "> unknown" : null)) {
            inquirer.await(inquirer.ask(), MessageState.Failed);
            server.close();
            afterAttempts(inquirer.ask(), 1);
        } finally {
            root.detachAppender(log);
        }
        assertThat(List.copyOf(log.list))
                .allSatisfy(event -> assertThat(event.getFormattedMessage())
                        .doesNotContain(inquirer.email)
                        .doesNotContain("Jordan"));
    }

    private static ScriptedSmtp server(UnaryOperator<String> script) {
        return new ScriptedSmtp(PostOffice.PORT, script);
    }

    /** Once the attempt has ended and its task waits for the next. */
    private Message afterAttempts(long booking, int count) {
        Eventually.is(true, () -> {
            Server.lookForDueTasks();
            Message message = inquirer.message(booking);
            return message.attempts() == count
                    && inquirer.attempts(message).stream().allMatch(attempt -> attempt.endedOn() != null)
                    && tasks(message, "not picked") == 1;
        });
        return inquirer.message(booking);
    }

    private Optional<Instant> attempt(Message message) {
        return attempt(message.id());
    }

    private Optional<Instant> attempt(long message) {
        return inquirer.shop.tenant.caller.call(
                () -> Server.bean(Delivery.class).attempt(inquirer.tenant, message));
    }

    private void again(Message message) {
        inquirer.shop.tenant.caller.run(() -> Server.bean(Outbox.class).sendAgain(inquirer.tenant, message.id()));
    }

    private void tidy(Message message) {
        Server.bean(JdbcClient.class)
                .sql("delete from scheduled_tasks where task_instance like ?")
                .param(inquirer.tenant + ":" + message.id() + ":%")
                .update();
    }

    private long tasks(Message message) {
        return tasks(message, "true");
    }

    private long tasks(Message message, String which) {
        return Server.bean(JdbcClient.class)
                .sql("select count(*) from scheduled_tasks where task_instance like ? and " + which)
                .param(inquirer.tenant + ":" + message.id() + ":%")
                .query(Long.class)
                .single();
    }

    private Instant dueOn(Message message) {
        return Server.bean(JdbcClient.class)
                .sql("select execution_time from scheduled_tasks where task_instance like ?")
                .param(inquirer.tenant + ":" + message.id() + ":%")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private void sql(String statement) {
        inquirer.shop.tenant.caller.run(
                () -> Server.bean(JdbcClient.class).sql(statement).update());
    }
}
