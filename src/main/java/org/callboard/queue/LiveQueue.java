package org.callboard.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.changes.ChangeSignal;
import org.callboard.changes.ChangeTail;
import org.callboard.changes.ChangeTail.Changed;
import org.callboard.changes.EntityKind;
import org.callboard.changes.LiveChanges;
import org.springframework.stereotype.Service;

/** Tells open Calls screens what changed in the queue, on whatever node it changed. */
@Service
public class LiveQueue {

    private static final Map<EntityKind, InquiryKey.Kind> INQUIRIES = Map.of(
            EntityKind.BOOKING, InquiryKey.Kind.Booking,
            EntityKind.CALL, InquiryKey.Kind.Call,
            EntityKind.CALL_BACK, InquiryKey.Kind.CallBack);

    /** Inquiries, and the settings by which all of them are shown. */
    private static final List<EntityKind> KINDS = Stream.concat(
                    INQUIRIES.keySet().stream(), Stream.of(EntityKind.TENANT, EntityKind.SERVICE_AREA))
            .toList();

    /** What an open screen hears. */
    public interface Listener {

        /** These inquiries changed; they may be open or closed. */
        void changed(List<QueueRow> rows);

        /** The company's settings changed, and with them perhaps what the queue shows at all. */
        void startOver();
    }

    private final CallQueue queue;
    private final LiveChanges<Listener> live;

    LiveQueue(CallQueue queue, ChangeTail tail, ChangeSignal signal) {
        this.queue = queue;
        this.live = new LiveChanges<>("live-queue", KINDS, tail, signal, this::tell);
    }

    /**
     * Calls the listener with the changed rows of a tenant, open or closed, from now on. What it is told may be older than
     * what it reads by itself in between; the row's version tells.
     *
     * @return ends it
     */
    public Runnable listen(long tenant, Listener listener) {
        return live.listen(tenant, listener);
    }

    private void tell(long tenant, Set<Changed> changed, boolean all, List<Listener> listeners) {
        if (all || changed.stream().anyMatch(record -> !INQUIRIES.containsKey(record.recordKind()))) {
            listeners.forEach(Listener::startOver);
        } else if (!changed.isEmpty()) {
            List<QueueRow> rows =
                    queue.rows(tenant, changed.stream().map(LiveQueue::key).collect(Collectors.toSet()));
            listeners.forEach(listener -> listener.changed(rows));
        }
    }

    private static InquiryKey key(Changed record) {
        return new InquiryKey(Objects.requireNonNull(INQUIRIES.get(record.recordKind())), record.recordId());
    }
}
