package org.callboard.calls;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.database.RecordShape;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does for a call what time does. */
@Service
class OverdueCalls {

    private final CallStore store;
    private final CallLegStore legs;
    private final SaveCall save;
    private final Clock clock;

    OverdueCalls(CallStore store, CallLegStore legs, SaveCall save, Clock clock) {
        this.store = store;
        this.legs = legs;
        this.save = save;
        this.clock = clock;
    }

    /** Does what is due; gives when something is due next, empty where nothing is. */
    @Transactional
    public Optional<Instant> look(long tenant, long id) {
        return store.lock(tenant, id).flatMap(call -> look(tenant, call));
    }

    private Optional<Instant> look(long tenant, Call before) {
        Instant now = clock.instant();
        List<CallLeg> known = legs.of(tenant, before.id());
        Call after = over(before, known, now);
        if (isDue(SettleCall.lostOn(after).orElse(Instant.MAX), now)) {
            after = after.unclaimed(CallDesk.Lost, now);
        }
        Instant lease = after.handling().leaseUntil();
        boolean expired = lease != null && isDue(lease, now);
        if (expired) {
            after = after.unclaimed(CallDesk.Open, null);
        }
        after = RecordShape.with(after, "lookOn", SettleCall.lookOn(after, known));
        boolean told = before.state() != after.state() || before.desk() != after.desk();
        save.save(tenant, before, after, false, expired && !told ? Action.CLAIM_EXPIRED : null);
        return Optional.ofNullable(after.lookOn());
    }

    private static Call over(Call call, List<CallLeg> known, Instant now) {
        Instant over = SettleCall.overOn(call, known);
        return over == null || !isDue(over, now) ? call : over(call, known, !CallLeg.areQuiet(known), now);
    }

    /** The call as one that is over. */
    static Call over(Call call, List<CallLeg> known, boolean untold, Instant now) {
        Call.Telephone over = RecordShape.with(RecordShape.with(call.telephone(), "isOver", true), "endUntold", untold);
        return SettleCall.settled(call, SettleCall.agent(call, known), call.with(over), known, false, now);
    }

    private static boolean isDue(Instant due, Instant now) {
        return !due.isAfter(now);
    }
}
