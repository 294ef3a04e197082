package org.callboard.calls;

import java.util.Collection;
import java.util.List;
import org.callboard.changes.Action;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.phonelines.NumberBlocked;
import org.callboard.refusals.Refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The telephone calls of a company. */
@Service
public class Calls {

    private final CallStore store;
    private final SaveCall save;

    Calls(CallStore store, SaveCall save) {
        this.store = store;
        this.save = save;
    }

    /** One call; NotFound where there is none. */
    public Call get(long tenant, long id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFound("Call", id));
    }

    /** Reads a call for a change; others wait until the transaction ends. NotFound where there is none. */
    public Call lock(long tenant, long id) {
        return store.lock(tenant, id).orElseThrow(() -> new NotFound("Call", id));
    }

    /** A page of those that the conditions on the table {@code call} let through. */
    public Page<Call> page(Where where, Paging paging) {
        return store.page(where, paging);
    }

    /** Those with a number (E.164), the latest first, at most so many. */
    public List<Call> ofNumber(long tenant, String number, int most) {
        return store.ofNumber(tenant, number, most);
    }

    /** Those with a number (E.164) that ring or talk now, the latest first. */
    public List<Call> live(long tenant, String number) {
        return store.live(tenant, number);
    }

    /** The calls of a call-back that reached nobody, the latest first. */
    public List<MissedCall> missed(long tenant, long callBack) {
        return store.missed(tenant, callBack);
    }

    /**
     * Notes to which call-back a call belongs that the caller has locked, or that it belongs to none; part of what they do to
     * it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tie(long tenant, long id, @Nullable Long callBack) {
        store.tie(tenant, id, callBack);
    }

    /** The same for the lead that the office called about; null for none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tieToLead(long tenant, long id, @Nullable Long lead) {
        store.tieToLead(tenant, id, lead);
    }

    /** What waits of a number that was blocked just now waits no more. */
    @EventListener
    @Order(1)
    void block(NumberBlocked blocked) {
        for (long id : store.openOf(blocked.tenant(), blocked.number())) {
            Call call = lock(blocked.tenant(), id);
            if (call.desk() == CallDesk.Open) {
                block(blocked.tenant(), call);
            }
        }
    }

    /** A call whose number was blocked, which the caller has locked, waits for nobody any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void block(long tenant, Call call) {
        save.save(tenant, call, call.unclaimed(CallDesk.Blocked, null), false, Action.BLOCKED);
    }

    /** Reads the calls of a call-back that reached nobody for a change, in the order of their ids, as {@link #lock}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Call> lockMissed(long tenant, long callBack) {
        return store.missed(tenant, callBack).stream()
                .map(MissedCall::id)
                .sorted()
                .map(id -> lock(tenant, id))
                .filter(call -> call.desk() == CallDesk.CallBack)
                .toList();
    }

    /** Keeps others from changing the calls of a customer or location that is merged, and the named ones, until then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> lockAll(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return store.lockAll(kind, tenant, owner, ids);
    }

    /**
     * Gives the calls of a customer or location to another one: all, or those of the named ones that it has. Both records
     * must be locked. Nothing is noted in the change log.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> moveOwner(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return store.move(kind, tenant, from, to, ids);
    }
}
