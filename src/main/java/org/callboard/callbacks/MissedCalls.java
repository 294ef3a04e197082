package org.callboard.callbacks;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.callboard.calls.Call;
import org.callboard.calls.CallChanged;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallState;
import org.callboard.calls.Calls;
import org.callboard.calls.MissedCall;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.phonelines.NumberBlocked;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What calls make of call-backs, in the transaction of the call, which holds its row: a miss asks for one, an answer may be
 * the end of one.
 */
@Component
class MissedCalls {

    /** What somebody has wrapped up. */
    private static final Set<CallDesk> WRAPPED_UP = EnumSet.of(CallDesk.Booked, CallDesk.Lead, CallDesk.Dismissed);

    private final CallBackStore store;
    private final CloseCallBack close;
    private final NextTry nextTry;
    private final Calls calls;
    private final Changes changes;

    MissedCalls(CallBackStore store, CloseCallBack close, NextTry nextTry, Calls calls, Changes changes) {
        this.store = store;
        this.close = close;
        this.nextTry = nextTry;
        this.calls = calls;
        this.changes = changes;
    }

    @EventListener
    void follow(CallChanged change) {
        Call call = change.after();
        long tenant = change.tenant();
        if (wasNoMiss(change)) {
            takeBack(tenant, call);
        }
        String number = call.number();
        if (number == null || call.desk() == CallDesk.Internal || call.desk() == CallDesk.Blocked) {
            return;
        }
        if (change.cameTo(CallDesk.CallBack)) {
            miss(tenant, number, call);
        }
        if (change.wasAnswered()) {
            store.lockOpen(tenant, number).ifPresent(open -> talk(tenant, open, call));
        }
        if (call.desk() == CallDesk.Outgoing) {
            store.lockOpen(tenant, number).ifPresent(open -> callBack(tenant, open, call));
        }
        Call before = change.before();
        if (before != null && !WRAPPED_UP.contains(before.desk()) && WRAPPED_UP.contains(call.desk())) {
            store.lockOpen(tenant, number)
                    .filter(open -> settles(call, open))
                    .ifPresent(open -> close.close(
                            tenant,
                            open.id(),
                            CallBackStatus.Answered,
                            call.handling().closedBy(),
                            null,
                            null));
        }
    }

    private void miss(long tenant, String number, Call call) {
        CallBackStore.Missed missed = store.missed(tenant, number, MissedCall.of(call));
        CallBack callBack = missed.callBack();
        calls.tie(tenant, call.id(), callBack.id());
        changes.record(
                EntityKind.CALL_BACK,
                callBack.id(),
                missed.created() ? Action.CREATED : Action.MISSED,
                missed.created()
                        ? Diff.none()
                                .now("number", number)
                                .now("missedCount", 1)
                                .now("lastCallId", call.id())
                        : Diff.none().field("missedCount", callBack.missedCount() - 1, callBack.missedCount()));
    }

    /** What was missed turns out to have been answered, or to be no call of a customer. */
    private static boolean wasNoMiss(CallChanged change) {
        Call call = change.after();
        return change.left(CallDesk.CallBack)
                && switch (call.desk()) {
                    case Open -> call.state() == CallState.Ended;
                    case Outgoing, Internal, Blocked -> true;
                    case CallBack, Lost, Booked, Lead, Dismissed, Joined -> false;
                };
    }

    /** The miss was none: without another one and without a try nobody need be called back. */
    private void takeBack(long tenant, Call call) {
        Long id = call.handling().callBackId();
        CallBack open = id == null
                ? null
                : store.lock(tenant, id).filter(CallBack::isOpen).orElse(null);
        if (open == null) {
            return;
        }
        List<MissedCall> left = calls.missed(tenant, open.id());
        if (left.isEmpty()) {
            if (open.tries() == 0 || call.desk() != CallDesk.Open) {
                calls.tie(tenant, call.id(), null);
                close.close(tenant, open.id(), CallBackStatus.Dismissed, null, null, null);
            }
            return; // who tried says what became of it
        }
        calls.tie(tenant, call.id(), null);
        MissedCall last = left.getFirst();
        Instant due = nextTry.due(tenant, open.id(), last.missedOn());
        store.unmissed(tenant, open.id(), left.getLast().missedOn(), last, due);
        changes.record(
                EntityKind.CALL_BACK,
                open.id(),
                Action.UPDATED,
                Diff.none()
                        .field("missedCount", open.missedCount(), open.missedCount() - 1)
                        .field("lastCallId", open.lastCallId(), last.id())
                        .field("dueOn", open.dueOn(), due));
    }

    /**
     * They may have been talked to; a person says so by wrapping that call up, since machines answer too. Whoever called
     * again after that talk and reached nobody was not talked to about it.
     */
    private void talk(long tenant, CallBack open, Call call) {
        Instant answered = call.telephone().answeredOn();
        boolean before = answered != null && answered.isBefore(open.lastMissedOn());
        if (before && open.lastCallId() != call.id()) {
            return;
        }
        store.talked(tenant, open.id(), call.id());
        changes.record(
                EntityKind.CALL_BACK,
                open.id(),
                Action.ANSWERED,
                Diff.none().field("talkedCallId", open.talkedCallId(), call.id()));
    }

    /**
     * A call to a number that waits for one: it belongs to that, and where nobody answers it is a try. One that was made
     * before they called answers nothing.
     */
    private void callBack(long tenant, CallBack open, Call call) {
        Long tied = call.handling().callBackId();
        if (call.telephone().receivedOn().isBefore(open.firstMissedOn()) || tied != null && tied != open.id()) {
            return;
        }
        if (tied == null) {
            calls.tie(tenant, call.id(), open.id());
        }
        if (call.state() == CallState.Missed) {
            nextTry.note(tenant, open, TryOutcome.NoAnswer, call, null);
        }
    }

    /**
     * Whether they were talked to in a call about what they called for: in either direction, and where no telephone told of
     * it in one that somebody opened by hand, after the last call that reached nobody.
     */
    private static boolean settles(Call call, CallBack open) {
        Long talked = open.talkedCallId();
        if (talked != null && talked == call.id()) {
            return true;
        }
        Call.Telephone telephone = call.telephone();
        Instant on = call.state() == null ? telephone.receivedOn() : telephone.answeredOn();
        return on != null && on.isAfter(open.lastMissedOn());
    }

    /** Nobody calls a number back that was blocked, and what was missed of it is blocked too. */
    @EventListener
    @Order(2)
    void block(NumberBlocked blocked) {
        long tenant = blocked.tenant();
        store.findOpen(tenant, blocked.number()).ifPresent(open -> {
            List<Call> missed = close.lockMissed(
                    tenant, open.id(), id -> store.lock(tenant, id).orElseThrow());
            close.close(
                    tenant,
                    open.id(),
                    CallBackStatus.Dismissed,
                    Caller.current().userId(),
                    null,
                    null);
            missed.forEach(call -> calls.block(tenant, call));
        });
    }
}
