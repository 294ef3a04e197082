package org.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.Message;
import org.callboard.mail.MessageDraft;
import org.callboard.mail.MessageState;
import org.callboard.mail.Outbox;
import org.callboard.mail.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who asks a company for work through a website that wants confirmations to be sent. */
public final class Inquirer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Shop shop = new Shop();
    public final long tenant = shop.tenant.id;
    public final String email = "jordan" + NUMBER.incrementAndGet() + "@inquirer.test";
    private final Api api = shop.tenant.api(shop.provider);
    private final String path = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");

    /** Posts a booking with these contacts and gives its id. */
    public long ask(String contacts) {
        Api.Answer answer = post(contacts, true, NUMBER.incrementAndGet());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("id").longValue();
    }

    /** Posts a booking whose first e-mail contact is {@link #email}. */
    public long ask() {
        return ask(contact("Email", email));
    }

    public static String contact(String type, String value) {
        return "{\"type\":\"" + type + "\",\"value\":\"" + value + "\"}";
    }

    public Api.Answer post(String contacts, boolean confirm, int number, String... headers) {
        return api.post(path, """
                {"externalId":"inquiry-%d","source":"Website","name":"Jordan Reyes","summary":"No heat since <last> night",
                 "isFirstTimeClient":true,"isSendConfirmationEmail":%s,"start":"2026-12-01T14:30:00Z",
                 "address":{"street":"12 Oak St","unit":null,"city":"Dayton","state":"OH","zip":"45402","country":"USA"},
                 "contacts":[%s]}
                """.formatted(number, confirm, contacts), headers);
    }

    /** Stores a message about nothing, as another module might, and gives the state it begins in. */
    public MessageState store(String to, Channel channel, String subject) {
        MessageDraft draft = new MessageDraft(
                channel,
                Purpose.NOTICE,
                "notice:" + NUMBER.incrementAndGet(),
                null,
                false,
                to,
                null,
                subject,
                "Words",
                null);
        return Server.bean(TransactionTemplate.class)
                .execute(status -> Server.bean(Mail.class)
                        .queue(tenant, draft)
                        .orElseThrow()
                        .state());
    }

    /** The messages about a booking, by channel. */
    public List<Message> messages(long booking) {
        return shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select id from outgoing_message where record_kind = 'booking' and record_id = ? order by channel")
                .param(booking)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> Server.bean(Outbox.class).get(tenant, id))
                .toList());
    }

    /** How many messages about a booking there are, also while some are being removed. */
    public int count(long booking) {
        return shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select count(*) from outgoing_message where record_kind = 'booking' and record_id = ?")
                .param(booking)
                .query(Integer.class)
                .single());
    }

    /** The one message about a booking. */
    public Message message(long booking) {
        List<Message> messages = messages(booking);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    /** Waits until the background has brought a message into a state. */
    public Message await(long booking, MessageState state) {
        Eventually.is(state, () -> {
            Server.lookForDueTasks();
            return message(booking).state();
        });
        return message(booking);
    }

    /** Lets the message's next attempt be due. */
    public void due(Message message) {
        Server.bean(JdbcClient.class)
                .sql(
                        "update scheduled_tasks set execution_time = now() where task_name in ('deliver-message', 'deliver-text')"
                                + " and task_instance like ?")
                .param(tenant + ":" + message.id() + ":%")
                .update();
    }

    public List<Message.Attempt> attempts(Message message) {
        return shop.tenant.caller.call(() -> Server.bean(Outbox.class).attempts(tenant, message.id()));
    }

    /** What the booking's history tells of messages, oldest first: the action, and the words about it. */
    public List<String> history(long booking) {
        return shop
                .tenant
                .caller
                .call(() -> Server.bean(Changes.class).of(tenant, EntityKind.BOOKING, booking))
                .reversed()
                .stream()
                .filter(change -> change.action().word().contains("confirmation"))
                .map(change -> change.action().word()
                        + change.fields().stream()
                                .filter(field -> !field.name().equals("to"))
                                .map(Diff.Field::after)
                                .map(after -> ": " + after)
                                .collect(Collectors.joining()))
                .toList();
    }
}
