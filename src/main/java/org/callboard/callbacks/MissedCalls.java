package org.callboard.callbacks;

import java.util.EnumSet;
import java.util.Set;
import org.callboard.calls.Call;
import org.callboard.calls.CallChanged;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallState;
import org.callboard.calls.Calls;
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
        String number = call.number();
        if (number == null || call.desk() == CallDesk.Internal || call.desk() == CallDesk.Blocked) {
            return;
        }
        long tenant = change.tenant();
        if (change.cameTo(CallDesk.CallBack)) {
            miss(tenant, number, call);
        } else if (isProofOfAnswer(change)) {
            takeBack(tenant, number, call);
        }
        if (change.wasAnswered()) {
            store.lockOpen(tenant, number).ifPresent(open -> talk(tenant, open, call));
        }
        if (call.desk() == CallDesk.Outgoing) {
            store.lockOpen(tenant, number).ifPresent(open -> callBack(tenant, open, change));
        }
        Call before = change.before();
        if (before != null && before.desk() == CallDesk.Open && WRAPPED_UP.contains(call.desk())) {
            wrapUp(tenant, call);
        }
    }

    private void miss(long tenant, String number, Call call) {
        CallBackStore.Missed missed = store.missed(tenant, number, call);
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

    /** What was missed turns out to have been answered. */
    private static boolean isProofOfAnswer(CallChanged change) {
        Call before = change.before();
        return before != null
                && before.desk() == CallDesk.CallBack
                && change.after().desk() == CallDesk.Open
                && change.after().state() == CallState.Ended;
    }

    /** The miss was none: without another one and without a try nobody need be called back. */
    private void takeBack(long tenant, String number, Call call) {
        CallBack open = store.lockOpen(tenant, number).orElse(null);
        if (open == null || !Long.valueOf(open.id()).equals(call.handling().callBackId())) {
            return;
        }
        if (open.missedCount() == 1 && open.tries() == 0) {
            close.close(tenant, open.id(), CallBackStatus.Dismissed, null, null, null);
        } else {
            store.unmissed(
                    tenant, open.id(), calls.lastMissed(tenant, open.id()).orElse(call.id()));
            changes.record(
                    EntityKind.CALL_BACK,
                    open.id(),
                    Action.UPDATED,
                    Diff.none().field("missedCount", open.missedCount(), Math.max(1, open.missedCount() - 1)));
        }
    }

    /** They may have been talked to; a person says so by wrapping that call up, since machines answer too. */
    private void talk(long tenant, CallBack open, Call call) {
        store.talked(tenant, open.id(), call.id());
        changes.record(
                EntityKind.CALL_BACK,
                open.id(),
                Action.ANSWERED,
                Diff.none().field("talkedCallId", open.talkedCallId(), call.id()));
    }

    /** A call to a number that waits for one: it belongs to that, and where nobody answers it is a try. */
    private void callBack(long tenant, CallBack open, CallChanged change) {
        Call call = change.after();
        if (call.handling().callBackId() == null) {
            calls.tie(tenant, call.id(), open.id());
        }
        if (call.state() == CallState.Missed) {
            nextTry.note(
                    tenant,
                    open,
                    TryOutcome.NoAnswer,
                    call.id(),
                    null,
                    call.telephone().agentId());
        }
    }

    private void wrapUp(long tenant, Call call) {
        for (long id : store.openBehind(tenant, call.id())) {
            store.lock(tenant, id)
                    .filter(CallBack::isOpen)
                    .ifPresent(open -> close.close(
                            tenant, id, CallBackStatus.Answered, call.handling().closedBy(), null, null));
        }
    }

    /** Nobody calls a number back that was blocked. After the calls, whose rows are locked first. */
    @EventListener
    @Order(2)
    void block(NumberBlocked blocked) {
        store.lockOpen(blocked.tenant(), blocked.number())
                .ifPresent(open -> close.close(
                        blocked.tenant(), open.id(), CallBackStatus.Dismissed, Caller.current().userId(), null, null));
    }
}
