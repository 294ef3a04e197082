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

    /** By what it is decided for whom they ring. */
    private static final Set<EntityKind> RULES = Set.of(EntityKind.USER, EntityKind.RING_GROUP, EntityKind.OWN_NUMBER);

    private final Rings rings;
    private final LiveChanges<Ring> live;

    LiveRings(Rings rings, ChangeTail tail, ChangeSignal signal) {
        this.rings = rings;
        this.live = new LiveChanges<>("live-rings", Set.of(EntityKind.CALL), RULES, tail, signal, this::read);
    }

    /**
     * Tells the listener of what changes from now on, in the order in which it is seen.
     *
     * @return ends it
     */
    public Runnable listen(long tenant, LiveChanges.Listener<Ring> listener) {
        return live.listen(tenant, listener);
    }

    /**
     * All calls that are on the line now.
     *
     * @param others calls that are told of, too, on the line or not
     */
    public List<Ring> now(long tenant, Set<Long> others) {
        return rings.live(tenant, others);
    }

    private List<Ring> read(long tenant, Set<Changed> changed) {
        return rings.these(tenant, changed.stream().map(Changed::recordId).collect(Collectors.toSet()));
    }
}
