package org.callboard.callapi;

import java.util.List;
import java.util.Optional;
import org.callboard.callapi.CallRequests.CallReasonModel;
import org.callboard.callapi.CallRequests.CallUpdateRequest;
import org.callboard.callapi.FormerCallJson.FormerCall;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.Calls;
import org.callboard.calls.ChangeCall;
import org.callboard.calls.ChangeCall.Outcome;
import org.callboard.calls.ChangeCall.Said;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.callboard.jobs.Job;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.IgnoredFields;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a call as a program says it. */
@Service
class UpdateCall {

    private final ReadCalls read;
    private final CallReferences references;
    private final Calls calls;
    private final ChangeCall change;
    private final CallReasons reasons;
    private final MergedIds merged;

    UpdateCall(
            ReadCalls read,
            CallReferences references,
            Calls calls,
            ChangeCall change,
            CallReasons reasons,
            MergedIds merged) {
        this.read = read;
        this.references = references;
        this.calls = calls;
        this.change = change;
        this.reasons = reasons;
        this.merged = merged;
    }

    /**
     * Changes what is sent, and gives the call. NotFound; Invalid that names every wrong field; RECORD_MERGED for a customer or
     * location that was merged; Stale; CALL_CLOSED where what came of the call is something else already, or where nothing
     * can; Conflict where the job came of another call.
     */
    @Transactional
    public FormerCall update(long tenant, long id, Submission<CallUpdateRequest> sent, Precondition precondition) {
        CallUpdateRequest request = sent.request();
        CallRow seen = read.row(tenant, id);
        FieldErrors errors = new FieldErrors();
        Job job = references.check(tenant, id, request, errors);
        CallReferences.Place place = references.place(tenant, request, seen, job, errors);
        CallType type = request.callType() == null && job != null ? CallType.Booked : request.callType();
        errors.addIf(job != null && type != CallType.Booked, "callType", "A call of which a job came is Booked.");
        errors.addIf(
                type == CallType.Booked && job == null && seen.job() == null,
                "jobId",
                "No job came of this call yet; name the one that did.");
        CallReasonModel sentReason = request.reason();
        String named = sentReason == null ? null : sentReason.name();
        boolean onlyReason = type == null && named != null && seen.handling().desk() == CallDesk.Dismissed;
        if (onlyReason && named != null) {
            type = typeBy(tenant, named, seen); // the rest stays
        }
        Long reason = dismisses(type) ? reason(tenant, request.reason(), type, seen, errors) : null;
        if (!dismisses(type) && named != null) {
            IgnoredFields.report(List.of("reason"), "Only a call that is dismissed has a reason.", errors);
        }
        sent.refuse(errors);
        // before the call is locked: whoever merges locks customers first too
        merged.requireLive(tenant, place.customerId(), place.locationId());
        Call call = calls.lock(tenant, id);
        precondition.check(EntityTag.ofContent(read.get(tenant, id, FormerCall::from)));
        boolean reopened = onlyReason && call.desk() != CallDesk.Dismissed;
        Outcome outcome = outcome(call, reopened ? null : type, reason);
        if (job != null) {
            references.tie(tenant, job, call.id());
        }
        change.change(
                tenant,
                call,
                new Said(
                        outcome,
                        request.excuseMemo(),
                        request.campaignId(),
                        request.agentId(),
                        place.customerId(),
                        place.locationId()));
        return read.get(tenant, id, FormerCall::from);
    }

    /** As what a call is dismissed for a reason, whatever it was dismissed for before. */
    private CallType typeBy(long tenant, String reason, CallRow seen) {
        boolean lead = reasons.all(tenant).stream()
                .anyMatch(one -> one.active()
                        && one.details().isLead()
                        && one.details().name().equalsIgnoreCase(reason));
        return seen.handling().excused() ? CallType.Excused : lead ? CallType.Unbooked : CallType.NotLead;
    }

    private static boolean dismisses(@Nullable CallType type) {
        return type == CallType.Unbooked || type == CallType.NotLead || type == CallType.Excused;
    }

    /** The reason that fits the type: the one that is named, or the one that the call has. */
    private @Nullable Long reason(
            long tenant, @Nullable CallReasonModel named, @Nullable CallType type, CallRow seen, FieldErrors errors) {
        String name = named == null ? null : named.name();
        Boolean lead = named == null ? null : named.lead();
        Long kept = seen.handling().reasonId();
        Optional<CallReason> found = reasons.all(tenant).stream()
                .filter(reason -> name == null
                        ? kept != null && kept == reason.id()
                        : reason.active() && reason.details().name().equalsIgnoreCase(name))
                .findFirst();
        if (name == null && kept == null) {
            // a lead has its own reasons
            errors.addIf(
                    type != CallType.Excused && seen.handling().desk() != CallDesk.Lead,
                    "reason",
                    "This field is required with this callType.");
            return null;
        }
        errors.addIf(found.isEmpty(), "reason.name", "There is no active call reason of this name.");
        found.map(reason -> reason.details().isLead()).ifPresent(isLead -> {
            errors.addIf(
                    name != null && lead != null && !lead.equals(isLead),
                    "reason.lead",
                    isLead ? "This reason counts as a lead." : "This reason counts as no lead.");
            errors.addIf(
                    type == CallType.Unbooked && !isLead || type == CallType.NotLead && isLead,
                    "reason",
                    isLead
                            ? "This reason counts as a lead: a call with it is Unbooked."
                            : "This reason counts as no lead: a call with it is NotLead.");
        });
        return found.map(CallReason::id).orElse(null);
    }

    /** What comes of the call; null where that stays. CALL_CLOSED where it can't be so. */
    private static @Nullable Outcome outcome(Call call, @Nullable CallType type, @Nullable Long reason) {
        CallDesk desk = call.desk();
        boolean none = desk == CallDesk.Joined || desk == CallDesk.Internal || desk == CallDesk.Blocked;
        boolean stays = type == null
                || type == CallType.Booked && desk == CallDesk.Booked
                || type == CallType.Abandoned && (desk == CallDesk.CallBack || desk == CallDesk.Lost);
        if (none || !stays && type == CallType.Abandoned) {
            throw closed(call);
        }
        if (stays) {
            return null;
        }
        if (type == CallType.Booked) {
            if (desk == CallDesk.CallBack) {
                throw closed(call);
            }
            return Outcome.BOOKED;
        }
        if (desk == CallDesk.Lead && type == CallType.Unbooked) {
            return null;
        }
        if (desk != CallDesk.Open && desk != CallDesk.Lost && desk != CallDesk.Dismissed) {
            throw closed(call);
        }
        return Outcome.dismissed(reason, type == CallType.Excused);
    }

    private static Refusal closed(Call call) {
        return RefusalCode.CALL_CLOSED
                .refuse(
                        switch (call.desk()) {
                            case CallBack -> "Call " + call.id() + " reached nobody and waits to be called back.";
                            case Booked -> "A job came of call " + call.id() + ".";
                            case Lead -> "A lead came of call " + call.id() + ".";
                            case Open, Lost, Dismissed, Outgoing -> "Call " + call.id() + " can't become that.";
                            case Internal, Blocked, Joined -> "Nothing can come of call " + call.id() + ".";
                        })
                .with("desk", call.desk().name());
    }
}
