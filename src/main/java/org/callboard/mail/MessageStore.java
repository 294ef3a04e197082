package org.callboard.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordMapper;
import org.callboard.database.Rows;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes messages and the attempts to deliver them. Every step names the state that it starts from. */
@Repository
class MessageStore {

    /** What has not moved for so long on its way out will not soon. */
    private static final Duration STUCK = Duration.ofMinutes(10);

    private static final RecordMapper<Message.Attempt> ATTEMPTS = RecordMapper.of(Message.Attempt.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores a new message and gives its id; empty where the same was said before. */
    Optional<Long> insert(long tenant, String onceKey, Message message) {
        MessageDraft.About about = message.about();
        return jdbc.sql("""
                insert into outgoing_message (tenant_id, channel, purpose, once_key, record_kind, record_id, to_customer,
                    recipient, recipient_name, sender_name, reply_to, subject, body, message_id, state, reason,
                    give_up_on, next_attempt_on, expires_on, created_on, modified_on)
                values (:tenant, :channel, :purpose, :onceKey, :kind, :record, :toCustomer,
                    :to, :toName, :sender, :replyTo, :subject, :body, :messageId, :state, :reason,
                    :giveUp, :next, :expires, :created, :created)
                on conflict (tenant_id, once_key) do nothing
                returning id
                """)
                .param("tenant", tenant)
                .param("channel", message.channel().name())
                .param("purpose", message.purpose().word())
                .param("onceKey", onceKey)
                .param("kind", about == null ? null : about.kind().word())
                .param("record", about == null ? null : about.id())
                .param("toCustomer", message.toCustomer())
                .param("to", message.to())
                .param("toName", message.toName())
                .param("sender", message.senderName())
                .param("replyTo", message.replyTo())
                .param("subject", message.subject())
                .param("body", message.body())
                .param("messageId", message.messageId())
                .param("state", message.state().name())
                .param("reason", message.reason())
                .param("giveUp", message.giveUpOn())
                .param("next", message.nextAttemptOn())
                .param("expires", message.expiresOn())
                .param("created", message.createdOn())
                .query(Long.class)
                .optional();
    }

    /** Keeps what only the recipient may read, encrypted, until the message is sent. */
    void keepSecret(long tenant, long id, byte[] encrypted) {
        jdbc.sql("update outgoing_message set secret = :secret where tenant_id = :tenant and id = :id")
                .param("secret", encrypted)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    Optional<byte[]> secret(long tenant, long id) {
        return jdbc.sql("""
                select secret from outgoing_message where tenant_id = :tenant and id = :id and secret is not null
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<Message> find(long tenant, long id) {
        return read("select * from outgoing_message where tenant_id = :tenant and id = :id", tenant, id);
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<Message> lock(long tenant, long id) {
        return read("select * from outgoing_message where tenant_id = :tenant and id = :id for update", tenant, id);
    }

    private Optional<Message> read(String sql, long tenant, long id) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .query(MessageStore::message)
                .optional();
    }

    /**
     * Whether what was said to the same person about the same record before is on its way out: what is said next must not
     * get ahead of it. One that could not be sent and waits for its next attempt holds nothing up, nor one that is stuck.
     */
    boolean waitsForAnother(long tenant, long id) {
        return jdbc.sql("""
                select exists (
                    select from outgoing_message m
                    join outgoing_message b
                        on b.tenant_id = :tenant and b.record_kind = m.record_kind and b.record_id = m.record_id and b.id < m.id
                    where m.tenant_id = :tenant and m.id = :id and m.state = 'Queued' and b.recipient = m.recipient
                        and b.state in ('Queued', 'Sending') and b.modified_on > :stuck
                        and (b.state = 'Sending' or b.next_attempt_on is null or b.attempts = 0))
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("stuck", clock.instant().minus(STUCK))
                .query(Boolean.class)
                .single();
    }

    /** Newest first. */
    Page<Message> page(long tenant, Set<MessageState> states, Paging paging) {
        Where where = Where.tenant(tenant).orderBy(new Sort("id", true));
        if (!states.isEmpty()) {
            where.and("state = any(:states)", "states", names(states));
        }
        return where.page(jdbc, "select * from outgoing_message", "outgoing_message", paging, MessageStore::message);
    }

    long count(long tenant, Set<MessageState> states) {
        return jdbc.sql("select count(*) from outgoing_message where tenant_id = :tenant and state = any(:states)")
                .param("tenant", tenant)
                .param("states", names(states))
                .query(Long.class)
                .single();
    }

    List<Message.Attempt> attempts(long tenant, long id) {
        return jdbc.sql("""
                select * from outgoing_attempt where tenant_id = :tenant and message_id = :id order by number desc
                """)
                .param("tenant", tenant)
                .param("id", id)
                .query(ATTEMPTS.rows())
                .list();
    }

    void startAttempt(long tenant, long id, int number) {
        jdbc.sql("""
                with message as (
                    update outgoing_message set attempts = :number, next_attempt_on = null, modified_on = :now
                    where tenant_id = :tenant and id = :id)
                insert into outgoing_attempt (tenant_id, message_id, number, started_on)
                values (:tenant, :id, :number, :now)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("number", number)
                .param("now", clock.instant())
                .update();
    }

    /** From here on the message may be theirs. False where it is no longer this attempt's to hand over. */
    boolean handOver(long tenant, long id, int number) {
        return jdbc.sql("""
                        update outgoing_message set state = 'Sending', modified_on = :now
                        where tenant_id = :tenant and id = :id and state = 'Queued' and attempts = :number
                        """)
                        .param("now", clock.instant())
                        .param("tenant", tenant)
                        .param("id", id)
                        .param("number", number)
                        .update()
                == 1;
    }

    /** Ends the attempts that have no end yet. */
    void endAttempts(long tenant, long id, String answer) {
        endAttempt(tenant, id, null, answer);
    }

    void endAttempt(long tenant, long id, @Nullable Integer number, String answer) {
        jdbc.sql("""
                update outgoing_attempt set ended_on = :now, answer = :answer
                where tenant_id = :tenant and message_id = :id
                    and (number = :number::integer or :number::integer is null and ended_on is null)
                """)
                .param("now", clock.instant())
                .param("answer", answer)
                .param("tenant", tenant)
                .param("id", id)
                .param("number", number)
                .update();
    }

    void move(long tenant, long id, MessageState state, @Nullable String reason, @Nullable Instant nextAttemptOn) {
        jdbc.sql("""
                update outgoing_message
                set state = :state, reason = :reason, next_attempt_on = :next, modified_on = :now,
                    secret = case when :state <> 'Sent' then secret end
                where tenant_id = :tenant and id = :id
                """)
                .param("state", state.name())
                .param("reason", reason)
                .param("next", nextAttemptOn)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    void giveUpOn(long tenant, long id, Instant giveUpOn) {
        jdbc.sql("update outgoing_message set give_up_on = :on where tenant_id = :tenant and id = :id")
                .param("on", giveUpOn)
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** Removes what was stored before, except what is still to go out; gives how many. */
    int removeBefore(long tenant, Instant oldest) {
        return jdbc.sql("""
                delete from outgoing_message
                where tenant_id = :tenant and created_on < :oldest and state not in ('Queued', 'Sending')
                """).param("tenant", tenant).param("oldest", oldest).update();
    }

    private static String[] names(Set<MessageState> states) {
        return states.stream().map(MessageState::name).toArray(String[]::new);
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        String kind = row.getString("record_kind");
        return new Message(
                row.getLong("id"),
                Channel.valueOf(row.getString("channel")),
                Purpose.of(row.getString("purpose")),
                kind == null ? null : new MessageDraft.About(EntityKind.of(kind), row.getLong("record_id")),
                row.getBoolean("to_customer"),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("sender_name"),
                row.getString("reply_to"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("message_id"),
                MessageState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                Rows.instant(row, "give_up_on"),
                Rows.instantOrNull(row, "next_attempt_on"),
                Rows.instantOrNull(row, "expires_on"),
                Rows.instant(row, "created_on"));
    }
}
