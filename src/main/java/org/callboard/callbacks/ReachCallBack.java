package org.callboard.callbacks;

import org.callboard.calls.Call;
import org.callboard.calls.CallClaims;
import org.callboard.calls.Calls;
import org.callboard.database.Caller;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody called back and reached them. */
@Service
public class ReachCallBack {

    private final CallBacks callBacks;
    private final CallBackClaims holders;
    private final CallBackStore store;
    private final CloseCallBack close;
    private final Calls calls;
    private final CallClaims claims;

    ReachCallBack(
            CallBacks callBacks,
            CallBackClaims holders,
            CallBackStore store,
            CloseCallBack close,
            Calls calls,
            CallClaims claims) {
        this.callBacks = callBacks;
        this.holders = holders;
        this.store = store;
        this.close = close;
        this.calls = calls;
        this.claims = claims;
    }

    /**
     * Closes the call-back and opens its latest missed call for the caller, a user: what comes of it is credited to where
     * that call came from. NotFound, CALL_BACK_CLOSED, CALL_HELD where somebody else has it or the call, CALL_CLOSED where
     * something else became of the call, CHANGED_MEANWHILE where they called again in this moment.
     */
    @Transactional
    public Call reached(long tenant, long id) {
        // a call is locked before its call-back, as by those who tell of calls
        Call call = calls.lock(tenant, callBacks.get(tenant, id).lastCallId());
        CallBack callBack = holders.requireFree(callBacks.lockOpen(tenant, id));
        if (callBack.lastCallId() != call.id()) {
            throw RefusalCode.CHANGED_MEANWHILE.refuse(callBack.number() + " called again just now; look once more.");
        }
        Caller caller = Caller.current();
        store.addTry(tenant, id, TryOutcome.Reached, null, null, new NextTry.Tryer(caller.employeeId(), caller.name()));
        close.close(tenant, id, CallBackStatus.Reached, caller.userId(), null, null);
        return claims.reached(tenant, call);
    }
}
