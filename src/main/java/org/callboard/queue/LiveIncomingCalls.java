package org.callboard.queue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.changes.ChangeSignal;
import org.callboard.changes.ChangeTail;
import org.callboard.changes.ChangeTail.Changed;
import org.callboard.changes.EntityKind;
import org.callboard.changes.LiveChanges;
import org.springframework.stereotype.Service;

/** Tells who keeps the calls on the line in view what becomes of them, on whatever node it happens. */
@Service
public class LiveIncomingCalls {

    /** By what it is decided for whom they ring. */
    private static final Set<EntityKind> RULES = Set.of(EntityKind.USER, EntityKind.RING_GROUP, EntityKind.OWN_NUMBER);

    private final IncomingCalls calls;
    private final LiveChanges<IncomingCall> live;

    LiveIncomingCalls(IncomingCalls calls, ChangeTail tail, ChangeSignal signal) {
        this.calls = calls;
        this.live = new LiveChanges<>("live-incoming-calls", Set.of(EntityKind.CALL), RULES, tail, signal, this::read);
    }

    /**
     * Tells the listener of what changes from now on, in the order in which it is seen.
     *
     * @return ends it
     */
    public Runnable listen(long tenant, LiveChanges.Listener<IncomingCall> listener) {
        return live.listen(tenant, listener);
    }

    /**
     * All calls that are on the line now.
     *
     * @param others calls that are told of, too, on the line or not
     */
    public List<IncomingCall> now(long tenant, Set<Long> others) {
        return calls.live(tenant, others);
    }

    private List<IncomingCall> read(long tenant, Set<Changed> changed) {
        return calls.these(tenant, changed.stream().map(Changed::recordId).collect(Collectors.toSet()));
    }
}
