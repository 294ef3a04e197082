package org.callboard.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.callboard.changes.Action;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes calls and gives them back, as it is with bookings. Everything here acts as the current caller, a user; all can end in
 * NotFound, in CALL_CLOSED where the call waits for nobody any more, and in CALL_HELD, which names who has it.
 */
@Service
public class HoldCall {

    /** Nobody tells when a call ends that somebody opened by hand. */
    static final Duration BY_HAND = Duration.ofMinutes(15);

    private static final Set<CallDesk> GIVEN_UP = EnumSet.of(CallDesk.Dismissed, CallDesk.Lost);

    private final Calls calls;
    private final CallStore store;
    private final CallLegStore legs;
    private final SaveCall save;
    private final Clock clock;

    HoldCall(Calls calls, CallStore store, CallLegStore legs, SaveCall save, Clock clock) {
        this.calls = calls;
        this.store = store;
        this.legs = legs;
        this.save = save;
        this.clock = clock;
    }

    /** Takes it; that is nothing where the caller has it. */
    @Transactional
    public Call claim(long tenant, long id) {
        return claim(tenant, calls.lock(tenant, id));
    }

    private Call claim(long tenant, Call locked) {
        Call call = free(open(locked), clock.instant());
        return call.isClaimedBy(user()) ? call : take(tenant, call, Action.CLAIMED);
    }

    /** Takes it from the user who has it; CALL_HELD where another has it by now. */
    @Transactional
    public Call takeOver(long tenant, long id, long from) {
        Call call = open(calls.lock(tenant, id));
        return take(tenant, call.isClaimedBy(from) ? call : free(call, clock.instant()), Action.TAKEN_OVER);
    }

    /** Gives it back; nothing where nobody has it. */
    @Transactional
    public Call release(long tenant, long id) {
        Call call = free(open(calls.lock(tenant, id)), clock.instant());
        return call.handling().claimedBy() == null
                ? call
                : save(tenant, call, call.unclaimed(CallDesk.Open, null), Action.RELEASED);
    }

    /** A sign of life: the caller still works on it. False where they no longer have it. */
    @Transactional
    public boolean prolong(long tenant, long id) {
        Instant now = clock.instant();
        return store.prolong(tenant, id, user(), now.plus(CallClaims.LEASE), now.plus(BY_HAND));
    }

    /** Brings one back that was dismissed, or that reached nobody and left no number; to the caller. */
    @Transactional
    public Call reopen(long tenant, long id) {
        Call call = calls.lock(tenant, id);
        if (!GIVEN_UP.contains(call.desk())) {
            throw closed(call);
        }
        return take(tenant, call, Action.REOPENED);
    }

    /**
     * Takes one of the company's own telephones, or one in which the office called, as a customer's: it is the caller's from
     * here on, and something can come of it. CALL_CLOSED for any other, and where the office reached nobody. One that was
     * taken just now is claimed: nothing where the caller took it, CALL_HELD where another user did.
     */
    @Transactional
    public Call takeAsCustomers(long tenant, long id) {
        Call call = calls.lock(tenant, id);
        if (call.desk() == CallDesk.Open) {
            return claim(tenant, call);
        }
        if (!call.isTakeable()) {
            throw closed(call);
        }
        return take(tenant, call, Action.CLAIMED);
    }

    /** Brings one back of which a lead was made by mistake, and which the caller has locked; to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call takeBack(long tenant, Call call) {
        return take(tenant, call, Action.REOPENED);
    }

    /**
     * Brings one back of which a job was made by mistake, and which the caller has locked; to them.
     *
     * @param about whom it is about again; held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call takeBack(long tenant, Call call, MergedIds.Place about) {
        return take(tenant, call, call.handling().about(about), Action.REOPENED);
    }

    /** Whom a locked call is about from now on, who is held; nothing else about it changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call about(long tenant, Call call, MergedIds.Place about) {
        return save.save(tenant, call, call.with(call.handling().about(about)), false, null);
    }

    private Call take(long tenant, Call call, Action action) {
        return take(tenant, call, call.handling(), action);
    }

    private Call take(long tenant, Call call, Call.Handling handling, Action action) {
        Instant now = clock.instant();
        Call.Handling mine = handling.claimed(user(), now, until(call, now));
        mine = RecordShape.with(RecordShape.with(mine, "reasonId", null), "aboutJobId", null);
        return save(tenant, call, call.with(mine), action);
    }

    /** Until when it is somebody's without a sign of life; null for as long as they talk. */
    private static @Nullable Instant until(Call call, Instant now) {
        CallState state = call.state();
        return state == CallState.Answered ? null : now.plus(state == null ? BY_HAND : CallClaims.LEASE);
    }

    private Call save(long tenant, Call before, Call after, Action action) {
        Call next = RecordShape.with(after, "lookOn", SettleCall.lookOn(after, legs.of(tenant, after.id())));
        return save.save(tenant, before, next, false, action);
    }

    /** The same one; CALL_CLOSED where it waits for nobody any more. */
    static Call open(Call call) {
        if (call.desk() != CallDesk.Open) {
            throw closed(call);
        }
        return call;
    }

    /** The same one; CALL_HELD where somebody else than the caller has it. */
    static Call free(Call call, Instant now) {
        if (call.isHeld(now) && !call.isClaimedBy(user())) {
            throw held(call);
        }
        return call;
    }

    static Refusal closed(Call call) {
        return RefusalCode.CALL_CLOSED
                .refuse("This call waits for nobody any more.")
                .with("desk", call.desk().name());
    }

    static Refusal held(Call call) {
        Long holder = call.handling().claimedBy();
        return RefusalCode.CALL_HELD
                .refuse(call.claimedByName() + " has this call.")
                .with("claimedBy", holder == null ? 0 : holder);
    }

    private static long user() {
        return Caller.current().userId();
    }
}
