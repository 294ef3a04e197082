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
public class LiveRings {

    /** Calls, and by what it is decided for whom they ring. */
    private static final List<EntityKind> KINDS =
            List.of(EntityKind.CALL, EntityKind.USER, EntityKind.RING_GROUP, EntityKind.OWN_NUMBER);

    /** Who hears of them. */
    public interface Listener {

        /** These calls changed; they may be on the line or not. */
        void changed(List<Ring> rings);

        /** For whom calls ring changed, or more than is known. */
        void startOver();
    }

    private final Rings rings;
    private final LiveChanges<Listener> live;

    LiveRings(Rings rings, ChangeTail tail, ChangeSignal signal) {
        this.rings = rings;
        this.live = new LiveChanges<>("live-rings", KINDS, tail, signal, this::tell);
    }

    /**
     * Tells the listener of what changes from now on, in the order in which it is seen.
     *
     * @return ends it
     */
    public Runnable listen(long tenant, Listener listener) {
        return live.listen(tenant, listener);
    }

    /** All calls that are on the line now, the oldest first. */
    public List<Ring> now(long tenant) {
        return rings.live(tenant);
    }

    private void tell(long tenant, Set<Changed> changed, boolean all, List<Listener> listeners) {
        if (all || changed.stream().anyMatch(record -> record.recordKind() != EntityKind.CALL)) {
            listeners.forEach(Listener::startOver);
        } else if (!changed.isEmpty()) {
            List<Ring> told =
                    rings.these(tenant, changed.stream().map(Changed::recordId).collect(Collectors.toSet()));
            listeners.forEach(listener -> listener.changed(told));
        }
    }
}
