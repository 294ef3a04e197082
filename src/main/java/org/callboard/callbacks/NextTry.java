package org.callboard.callbacks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.openinghours.OpeningHours;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes a try that reached nobody, and lets the call-back rest. */
@Component
class NextTry {

    /** How long it rests after the first try and after the second; then until the company opens again. */
    private static final List<Duration> RESTS = List.of(Duration.ofMinutes(15), Duration.ofHours(2));

    private final CallBackStore store;
    private final OpeningHours hours;
    private final Changes changes;
    private final Clock clock;

    NextTry(CallBackStore store, OpeningHours hours, Changes changes, Clock clock) {
        this.store = store;
        this.hours = hours;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Notes it for a call-back that is locked; nothing where this call was noted as a try before.
     *
     * @param call the call by which it was tried, where a telephone told of it
     * @param by the user who tried; null for the caller
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(
            long tenant,
            CallBack callBack,
            TryOutcome outcome,
            @Nullable Long call,
            @Nullable String memo,
            @Nullable Long by) {
        Caller caller = Caller.current();
        if (!store.addTry(
                tenant, callBack.id(), outcome, call, memo, by == null ? caller.employeeId() : by, caller.name())) {
            return;
        }
        Instant due = due(tenant, callBack.tries());
        store.tried(tenant, callBack.id(), due);
        changes.record(
                EntityKind.CALL_BACK,
                callBack.id(),
                Action.TRIED,
                Diff.none()
                        .now("outcome", outcome)
                        .now("memo", memo)
                        .now("callId", call)
                        .field("dueOn", callBack.dueOn(), due));
    }

    private Instant due(long tenant, int triesBefore) {
        Instant now = clock.instant();
        return triesBefore < RESTS.size()
                ? now.plus(RESTS.get(triesBefore))
                : hours.workingTime(tenant).nextOpening(now);
    }
}
