package org.callboard.callbacks;

import java.util.List;
import java.util.Optional;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;

/** Reads the call-backs of a company. */
@Service
public class CallBacks {

    private final CallBackStore store;

    CallBacks(CallBackStore store) {
        this.store = store;
    }

    /** One call-back; NotFound where there is none. */
    public CallBack get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Call-back", id));
    }

    /** The one of a number (E.164) that is open. */
    public Optional<CallBack> open(long tenant, String number) {
        return store.findOpen(tenant, number);
    }

    /** A page of those that the conditions on the table {@code call_back} let through. */
    public Page<CallBack> page(Where where, Paging paging) {
        return store.page(where, paging);
    }

    /** Who tried when, and how it went, in this order. */
    public List<CallBack.Try> tries(long tenant, long id) {
        return store.tries(tenant, id);
    }

    /** Reads an open one for a change; others wait until the transaction ends. NotFound, CALL_BACK_CLOSED. */
    CallBack lockOpen(long tenant, long id) {
        CallBack callBack = store.lock(tenant, id).orElseThrow(() -> new NotFound("Call-back", id));
        if (!callBack.isOpen()) {
            throw RefusalCode.CALL_BACK_CLOSED
                    .refuse("The call-back of " + callBack.number() + " is closed already.")
                    .with("status", callBack.status().name());
        }
        return callBack;
    }
}
