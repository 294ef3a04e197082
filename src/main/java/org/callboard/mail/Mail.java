package org.callboard.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.callboard.http.Sha256;
import org.callboard.secrets.Secrets;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes messages to be said. One is stored, with the task that delivers it, in the transaction of what it tells about: it
 * goes out exactly if that is committed.
 */
@Service
public class Mail {

    /** A message that was stored, and the state that it begins in. */
    public record Stored(long id, MessageState state) {}

    private static final int MAX_SUBJECT = 200;
    private static final int MAX_BODY = 20_000;

    private final MessageStore store;
    private final Secrets secrets;
    private final OptOutStore refusals;
    private final Senders senders;
    private final Transports transports;
    private final DeliveryTasks tasks;
    private final MessageHistory history;
    private final Clock clock;

    Mail(
            MessageStore store,
            Secrets secrets,
            OptOutStore refusals,
            Senders senders,
            Transports transports,
            DeliveryTasks tasks,
            MessageHistory history,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.refusals = refusals;
        this.senders = senders;
        this.transports = transports;
        this.tasks = tasks;
        this.history = history;
        this.clock = clock;
    }

    /** Whether messages of this kind leave Callboard, or are only kept to be read. */
    public boolean leaves(Channel channel) {
        return transports.isOn(channel);
    }

    /** Why a customer must not be written to; empty where nothing speaks against it. */
    public Optional<String> refusal(long tenant, Channel channel, String to) {
        return refusals.of(tenant, channel, to);
    }

    /**
     * Stores a message and tells the state it begins in: Queued, Kept where nothing could send it, Suppressed where the
     * customer wants none, Failed where the address is none. One that is to go later is Queued even where nothing could send
     * it now. Empty, and nothing stored, where the same was said before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Stored> queue(long tenant, MessageDraft draft) {
        String refusal = draft.toCustomer()
                ? refusal(tenant, draft.channel(), draft.to()).orElse(null)
                : null;
        MessageState state;
        String reason = null;
        if (refusal != null) {
            state = MessageState.Suppressed;
            reason = refusal;
        } else if (draft.channel() == Channel.Mail && !MailAddress.isOne(draft.to())) {
            state = MessageState.Failed;
            reason = "This is no address that mail can be sent to.";
        } else {
            state = draft.timing() != null || transports.isOn(draft.channel())
                    ? MessageState.Queued
                    : MessageState.Kept;
        }
        Message message = message(tenant, draft, state, reason);
        Optional<Long> id = store.insert(tenant, draft.onceKey(), message);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (draft.secret() != null) {
            store.keepSecret(tenant, id.get(), secrets.encrypt(draft.secret()));
        }
        if (state == MessageState.Queued) {
            tasks.schedule(tenant, id.get(), draft.channel(), 0, Objects.requireNonNull(message.nextAttemptOn()));
        }
        history.note(message, beginning(state), "reason", reason);
        return Optional.of(new Stored(id.get(), state));
    }

    /**
     * Takes messages back that have not been handed over, and gives the ids of those; the others are theirs already, or came
     * to another end.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> withdraw(long tenant, Collection<Long> ids, String reason) {
        List<Long> withdrawn = new ArrayList<>();
        for (long id : new TreeSet<>(ids)) {
            Message message = store.lock(tenant, id)
                    .filter(one -> one.state() == MessageState.Queued)
                    .orElse(null);
            if (message != null) {
                store.move(tenant, id, MessageState.Withdrawn, reason, null);
                store.endAttempts(tenant, id, reason);
                history.note(message, Event.WITHDRAWN, "reason", reason);
                withdrawn.add(id);
            }
        }
        return withdrawn;
    }

    private static Event beginning(MessageState state) {
        return switch (state) {
            case Suppressed -> Event.NOT_SENT;
            case Failed -> Event.FAILED;
            case Kept -> Event.KEPT_IN_THE_OUTBOX;
            default -> Event.QUEUED;
        };
    }

    private Message message(long tenant, MessageDraft draft, MessageState state, @Nullable String reason) {
        Sender sender = senders.get(tenant);
        String senderName = senders.name(tenant, sender);
        String subject = PlainText.line(draft.subject(), MAX_SUBJECT);
        Instant now = clock.instant();
        MessageDraft.Timing timing = draft.timing();
        return new Message(
                0,
                draft.channel(),
                draft.purpose(),
                draft.about(),
                draft.toCustomer(),
                VisibleText.strip(draft.to()),
                draft.toName(),
                senderName,
                sender.replyTo(),
                subject.isEmpty() && draft.channel() == Channel.Mail ? senderName : subject,
                PlainText.lines(draft.body(), MAX_BODY),
                messageId(tenant, draft, now),
                state,
                reason,
                0,
                now.plus(BackOff.GIVE_UP_AFTER),
                state != MessageState.Queued ? null : timing == null ? now : timing.from(),
                timing == null ? null : timing.until(),
                now);
    }

    /** Stored with the message and so the same for every attempt. The hash keeps it apart from other installations'. */
    private String messageId(long tenant, MessageDraft draft, Instant now) {
        String about = draft.about() == null
                ? "message"
                : draft.about().kind().word() + "-" + draft.about().id();
        byte[] hash = Sha256.of(tenant + " " + draft.onceKey() + " " + now);
        return about + "." + tenant + "." + HexFormat.of().formatHex(hash, 0, 10) + "@" + transports.host();
    }
}
