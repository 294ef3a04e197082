package org.callboard.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a company has said, and what became of it. Messages stay for 90 days. */
@Service
public class Outbox {

    static final String OVER = "The time that it tells of is over.";

    private final MessageStore store;
    private final Transports transports;
    private final DeliveryTasks tasks;
    private final MessageHistory history;
    private final Clock clock;

    Outbox(MessageStore store, Transports transports, DeliveryTasks tasks, MessageHistory history, Clock clock) {
        this.store = store;
        this.transports = transports;
        this.tasks = tasks;
        this.history = history;
        this.clock = clock;
    }

    /** The messages in these states, or in any where none is named; newest first. */
    public Page<Message> page(long tenant, Set<MessageState> states, Paging paging) {
        return store.page(tenant, states, paging);
    }

    public long count(long tenant, Set<MessageState> states) {
        return store.count(tenant, states);
    }

    /** One message; NotFound where there is none. */
    public Message get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Message", id));
    }

    /** What was tried, the latest first. */
    public List<Message.Attempt> attempts(long tenant, long id) {
        return store.attempts(tenant, id);
    }

    /**
     * Has a message that failed, or of which nobody knows, tried again: the decision of a person. NotFound where there is none,
     * Conflict where it is in another state or nothing could send it.
     */
    @Transactional
    public void sendAgain(long tenant, long id) {
        Message message = store.lock(tenant, id).orElseThrow(() -> new NotFound("Message", id));
        if (!message.state().repeatable()) {
            throw RefusalCode.CONFLICT.refuse(
                    "This message is not one that failed: somebody has dealt with it already.");
        }
        if (!transports.isOn(message.channel())) {
            throw RefusalCode.CONFLICT.refuse("Nothing is set up to send it.");
        }
        Instant now = clock.instant();
        if (message.isOver(now)) {
            throw RefusalCode.CONFLICT.refuse(OVER);
        }
        store.move(tenant, id, MessageState.Queued, null, now);
        store.giveUpOn(tenant, id, now.plus(BackOff.GIVE_UP_AFTER));
        tasks.schedule(tenant, id, message.channel(), message.attempts(), now);
        history.note(message, Event.QUEUED_AGAIN, "reason", null);
    }
}
