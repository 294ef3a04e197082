package org.callboard.calls;

import java.time.Clock;
import java.time.Instant;
import org.callboard.addresses.Limits.DismissingMemo;
import org.callboard.calls.Call.Handling;
import org.callboard.changes.Action;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CallReasons;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what came of a call, which is done with then. Everything here acts as the current caller, a user; all can end in
 * NotFound, in CALL_CLOSED where something came of the call already, and in CALL_HELD, which names who has it.
 */
@Service
public class CloseCall {

    private final Calls calls;
    private final CallLegStore legs;
    private final CallReasons reasons;
    private final SaveCall save;
    private final Clock clock;

    CloseCall(Calls calls, CallLegStore legs, CallReasons reasons, SaveCall save, Clock clock) {
        this.calls = calls;
        this.legs = legs;
        this.reasons = reasons;
        this.save = save;
        this.clock = clock;
    }

    /**
     * Nothing came of it, for a reason; by who has it, or who sees it lying unclaimed. Invalid names {@code callReason} and
     * {@code memo}.
     */
    @Transactional
    public Call dismiss(long tenant, long id, @Nullable Long reason, @Nullable String memo) {
        Call call = HoldCall.free(HoldCall.open(calls.lock(tenant, id)), clock.instant());
        new FieldErrors()
                .addIf(reason == null, "callReason", "Choose why it will not be booked.")
                .addIf(
                        reason != null && reasons.find(tenant, reason).isEmpty(),
                        "callReason",
                        "There is no call reason " + reason + ".")
                .maxLength("memo", memo, DismissingMemo.MAX)
                .throwIfAny();
        return close(tenant, call, call.handling(), CallDesk.Dismissed, reason, memo, Action.DISMISSED);
    }

    /**
     * Nobody calls back who called, for a reason: a call that reached nobody, which the caller, who says so of the
     * call-back, has locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call notCalledBack(long tenant, Call call, @Nullable Long reason, @Nullable String memo) {
        return close(tenant, call, call.handling(), CallDesk.Dismissed, reason, memo, Action.DISMISSED);
    }

    /**
     * It was about a job that is booked already; for the reason that says so. By who has the call.
     *
     * @param about the customer and the location of the job, whom the call is about from then on; held
     */
    @Transactional
    public Call aboutJob(long tenant, long id, long job, MergedIds.Place about) {
        Call call = requireMine(calls.lock(tenant, id));
        Handling handling = RecordShape.with(call.handling().about(about), "aboutJobId", job);
        long reason = reasons.existingJob(tenant).id();
        return close(tenant, call, handling, CallDesk.Dismissed, reason, null, Action.DISMISSED);
    }

    /** A lead came of it, which the caller, who has it locked, makes in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call asLead(long tenant, Call call, @Nullable Long reason, @Nullable String memo) {
        return close(tenant, requireMine(call), call.handling(), CallDesk.Lead, reason, memo, Action.DISMISSED);
    }

    /**
     * A job came of it, which the caller, who has it locked, books in the same transaction.
     *
     * @param about the customer and the location of the job, whom the call is about from then on; held
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call booked(long tenant, Call call, MergedIds.Place about) {
        Call told = requireMine(call);
        return close(tenant, told, told.handling().about(about), CallDesk.Booked, null, null, Action.BOOKED);
    }

    /**
     * One more job came of a call that was answered before, which the caller has locked and of which they book it in the same
     * transaction; CALL_CLOSED where nothing came of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call bookedToo(long tenant, Call call, MergedIds.Place about) {
        return move(tenant, requireAnswered(call), CallDesk.Booked, null, about, Action.BOOKED);
    }

    /**
     * The jobs of a booked call, which the caller has locked, were booked by mistake, and what is left of it is a lead.
     *
     * @param reason why nothing was booked, as the lead says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call leadAfterAll(long tenant, Call call, @Nullable Long reason, MergedIds.Place about) {
        return move(tenant, call, CallDesk.Lead, reason, about, Action.UPDATED);
    }

    private Call move(
            long tenant, Call call, CallDesk desk, @Nullable Long reason, MergedIds.Place about, Action action) {
        Handling moved = RecordShape.with(call.handling().about(about), "desk", desk);
        moved = RecordShape.with(moved, "reasonId", reason);
        return save.save(tenant, call, call.with(moved), false, action);
    }

    /** The same call; refused where no job and no lead came of it yet. */
    public Call requireAnswered(Call call) {
        if (call.desk() != CallDesk.Booked && call.desk() != CallDesk.Lead) {
            throw RefusalCode.CALL_CLOSED
                    .refuse("Nothing came of this call yet. Go on with the call itself.")
                    .with("desk", call.desk().name());
        }
        return call;
    }

    /** The same call; refused where the caller does not have it. */
    public Call requireMine(Call call) {
        if (!HoldCall.open(call).isClaimedBy(user())) {
            throw call.handling().claimedBy() == null
                    ? RefusalCode.CONFLICT.refuse("Nobody has this call; claim it first.")
                    : HoldCall.held(call);
        }
        return call;
    }

    /** @param memo what is said of it now; what was said of it before stays where this is nothing */
    private Call close(
            long tenant,
            Call call,
            Handling handling,
            CallDesk desk,
            @Nullable Long reason,
            @Nullable String memo,
            Action action) {
        Instant now = clock.instant();
        Handling closed = handling.unclaimed(desk, now);
        closed = RecordShape.with(closed, "closedBy", user());
        closed = RecordShape.with(closed, "reasonId", reason);
        String said = VisibleText.orNull(memo);
        closed = said == null ? closed : RecordShape.with(closed, "memo", said);
        if (closed.answeredByDeskOn() == null && call.desk() == CallDesk.Open) {
            closed = RecordShape.with(closed, "answeredByDeskOn", now);
        }
        Call after = call.with(closed);
        after = RecordShape.with(after, "lookOn", SettleCall.lookOn(after, legs.of(tenant, call.id())));
        return save.save(tenant, call, after, false, action);
    }

    private static long user() {
        return Caller.current().userId();
    }
}
