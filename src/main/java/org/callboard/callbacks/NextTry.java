package org.callboard.callbacks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.calls.Call;
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

    /** Who tried; 0 where that is no user. */
    record Tryer(long id, String name) {}

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
     * @param call the call by which it was tried, whose agent tried; null where the caller did and no telephone told of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(long tenant, CallBack callBack, TryOutcome outcome, @Nullable Call call, @Nullable String memo) {
        if (!store.addTry(tenant, callBack.id(), outcome, call == null ? null : call.id(), memo, tryer(call))) {
            return;
        }
        Instant due = due(tenant, clock.instant(), callBack.tries());
        store.tried(tenant, callBack.id(), due);
        changes.record(
                EntityKind.CALL_BACK,
                callBack.id(),
                Action.TRIED,
                Diff.none()
                        .now("outcome", outcome)
                        .now("memo", memo)
                        .now("callId", call == null ? null : call.id())
                        .field("dueOn", callBack.dueOn(), due));
    }

    private static Tryer tryer(@Nullable Call call) {
        if (call == null) {
            return new Tryer(Caller.current().employeeId(), Caller.current().name());
        }
        Long agent = call.telephone().agentId();
        String named = call.agent();
        return new Tryer(
                agent == null ? 0 : agent, named == null ? Caller.current().name() : named);
    }

    /** When one that was missed last at this time is due: at once, unless somebody has tried since. */
    Instant due(long tenant, long callBack, Instant missedOn) {
        List<CallBack.Try> tries = store.tries(tenant, callBack);
        Instant last = tries.isEmpty() ? missedOn : tries.getLast().createdOn();
        return last.isAfter(missedOn) ? due(tenant, last, tries.size() - 1) : missedOn;
    }

    private Instant due(long tenant, Instant tried, int triesBefore) {
        return triesBefore < RESTS.size()
                ? tried.plus(RESTS.get(triesBefore))
                : hours.workingTime(tenant).nextOpening(tried);
    }
}
