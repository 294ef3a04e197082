package org.callboard.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.callboard.secrets.Secrets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one message, one attempt at a time. What is known is committed before it is acted on: an attempt that died
 * before the hand-over is repeated, and one that died behind it is not.
 */
@Service
class Delivery {

    private static final String DIED = "Callboard stopped before the message was handed over.";
    private static final String DIED_OVER_IT =
            "Callboard stopped while it handed the message over; whether it arrived is not known.";

    /** A message waits so long for the one before it. */
    private static final Duration UNTIL_THE_ONE_BEFORE_IS_OUT = Duration.ofSeconds(1);

    private final MessageStore store;
    private final Secrets secrets;
    private final OptOutStore refusals;
    private final Transports transports;
    private final MessageHistory history;
    private final TransactionTemplate transaction;
    private final MeterRegistry metrics;
    private final Clock clock;

    Delivery(
            MessageStore store,
            Secrets secrets,
            OptOutStore refusals,
            Transports transports,
            MessageHistory history,
            TransactionTemplate transaction,
            MeterRegistry metrics,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.refusals = refusals;
        this.transports = transports;
        this.history = history;
        this.transaction = transaction;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Tries once, for the current caller's tenant, and tells when to come again; empty where there is nothing left to do. */
    Optional<Instant> attempt(long tenant, long id) {
        if (store.waitsForAnother(tenant, id)) {
            return Optional.of(clock.instant().plus(UNTIL_THE_ONE_BEFORE_IS_OUT));
        }
        Optional<Message> begun = Optional.ofNullable(transaction.execute(
                        status -> store.lock(tenant, id).flatMap(message -> begin(tenant, message))))
                .flatMap(found -> found);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Message message = begun.get();
        Outcome outcome = transports.send(
                whole(tenant, message),
                () -> Boolean.TRUE.equals(
                        transaction.execute(status -> store.handOver(tenant, id, message.attempts()))));
        return Optional.ofNullable(transaction.execute(status -> end(tenant, message, outcome)))
                .flatMap(due -> due);
    }

    /** The message with what only its recipient may read. */
    private Message whole(long tenant, Message message) {
        return store.secret(tenant, message.id())
                .map(secrets::decrypt)
                .map(secret -> message.withBody(message.body().replace(MessageDraft.SECRET, secret)))
                .orElse(message);
    }

    /** Empty where there is to be no attempt. Being asked about a message that is Sending means that its sender died. */
    private Optional<Message> begin(long tenant, Message message) {
        if (message.state() == MessageState.Sending) {
            store.endAttempts(tenant, message.id(), DIED_OVER_IT);
            settle(tenant, message, MessageState.Unknown, Event.MAY_HAVE_BEEN_SENT, "reason", DIED_OVER_IT);
            return Optional.empty();
        } else if (message.state() != MessageState.Queued) {
            return Optional.empty();
        }
        store.endAttempts(tenant, message.id(), DIED);
        if (message.isOver(clock.instant())) {
            settle(tenant, message, MessageState.Withdrawn, Event.WITHDRAWN, "reason", Outbox.OVER);
            return Optional.empty();
        }
        Optional<String> refusal =
                message.toCustomer() ? refusals.of(tenant, message.channel(), message.to()) : Optional.empty();
        if (refusal.isPresent()) {
            settle(tenant, message, MessageState.Suppressed, Event.NOT_SENT, "reason", refusal.get());
            return Optional.empty();
        } else if (!transports.isOn(message.channel())) {
            settle(
                    tenant,
                    message,
                    MessageState.Kept,
                    Event.KEPT_IN_THE_OUTBOX,
                    "reason",
                    "Nothing is set up to send it.");
            return Optional.empty();
        }
        store.startAttempt(tenant, message.id(), message.attempts() + 1);
        return store.find(tenant, message.id());
    }

    private Optional<Instant> end(long tenant, Message begun, Outcome outcome) {
        if (outcome.kind() == Outcome.Kind.Dropped) {
            return Optional.empty();
        }
        Optional<Message> now = store.lock(tenant, begun.id());
        store.endAttempt(tenant, begun.id(), begun.attempts(), outcome.answer());
        if (now.isEmpty() || now.get().attempts() != begun.attempts()) {
            return Optional.empty(); // a later attempt has the word
        }
        if (now.get().state() == MessageState.Withdrawn) {
            return Optional.empty(); // before it was handed over
        }
        return switch (outcome.kind()) {
            case Taken -> settle(tenant, begun, MessageState.Sent, Event.SENT, "answer", outcome.answer());
            case Refused -> settle(tenant, begun, MessageState.Failed, Event.FAILED, "answer", outcome.answer());
            case Lost ->
                settle(tenant, begun, MessageState.Unknown, Event.MAY_HAVE_BEEN_SENT, "reason", outcome.answer());
            case NotNow -> later(tenant, begun, now.get(), outcome.answer());
            case Dropped -> Optional.empty();
        };
    }

    private Optional<Instant> later(long tenant, Message begun, Message now, String answer) {
        Instant due = clock.instant()
                .plus(BackOff.after(
                        begun.attempts(), ThreadLocalRandom.current().nextDouble()));
        // another node may have found this one too slow and called it unknown: then no task is left to come again
        if (now.state() == MessageState.Unknown || due.isAfter(begun.giveUpOn())) {
            return settle(tenant, begun, MessageState.Failed, Event.FAILED, "answer", answer);
        }
        store.move(tenant, begun.id(), MessageState.Queued, answer, due);
        if (begun.attempts() == 1) {
            history.note(begun, Event.DELAYED, "answer", answer);
        }
        return Optional.of(due);
    }

    private Optional<Instant> settle(
            long tenant, Message message, MessageState state, Event event, String field, String words) {
        store.move(tenant, message.id(), state, words, null);
        history.note(message, event, field, words);
        metrics.counter("callboard.messages", "channel", message.channel().name(), "state", state.name())
                .increment();
        return Optional.empty();
    }
}
