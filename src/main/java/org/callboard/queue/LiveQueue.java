package org.callboard.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The settings by which all of them are shown. */
    private static final Set<EntityKind> RULES = Set.of(EntityKind.TENANT, EntityKind.SERVICE_AREA);

    private final CallQueue queue;
    private final LiveChanges<QueueRow> live;

    LiveQueue(CallQueue queue, ChangeTail tail, ChangeSignal signal) {
        this.queue = queue;
        this.live = new LiveChanges<>("live-queue", INQUIRIES.keySet(), RULES, tail, signal, this::read);
    }

    /**
     * Calls the listener with the changed rows of a tenant, open or closed, from now on. What it is told may be older than
     * what it reads by itself in between; the row's version tells.
     *
     * @return ends it
     */
    public Runnable listen(long tenant, LiveChanges.Listener<QueueRow> listener) {
        return live.listen(tenant, listener);
    }

    private List<QueueRow> read(long tenant, Set<Changed> changed) {
        return queue.rows(tenant, changed.stream().map(LiveQueue::key).collect(Collectors.toSet()));
    }

    private static InquiryKey key(Changed record) {
        return new InquiryKey(Objects.requireNonNull(INQUIRIES.get(record.recordKind())), record.recordId());
    }
}
