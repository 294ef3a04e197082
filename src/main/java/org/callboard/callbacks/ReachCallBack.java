package org.callboard.callbacks;

import org.callboard.calls.Call;
import org.callboard.calls.CallClaims;
import org.callboard.calls.Calls;
import org.callboard.database.Caller;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
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
     * something else became of the call, CHANGED_MEANWHILE where they called again in this moment; Invalid with a memo that
     * is too long.
     *
     * @param memo of the try; null for none
     */
    @Transactional
    public Call reached(long tenant, long id, @Nullable String memo) {
        new FieldErrors().maxLength("memo", memo, TryCallBack.MAX_MEMO).throwIfAny();
        // a call is locked before its call-back, as by those who tell of calls
        Call call = calls.lock(tenant, callBacks.get(tenant, id).lastCallId());
        CallBack callBack = holders.requireFree(callBacks.lockOpen(tenant, id));
        if (callBack.lastCallId() != call.id()) {
            throw RefusalCode.CHANGED_MEANWHILE.refuse(callBack.number() + " called again just now; look once more.");
        }
        Caller caller = Caller.current();
        NextTry.Tryer tryer = new NextTry.Tryer(caller.employeeId(), caller.name());
        store.addTry(tenant, id, TryOutcome.Reached, null, VisibleText.orNull(memo), tryer);
        close.close(tenant, id, CallBackStatus.Reached, caller.userId(), null, null);
        return claims.reached(tenant, call);
    }
}
