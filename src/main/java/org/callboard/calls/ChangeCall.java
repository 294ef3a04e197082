package org.callboard.calls;

import java.time.Clock;
import java.time.Instant;
import org.callboard.calls.Call.Handling;
import org.callboard.calls.Call.Telephone;
import org.callboard.changes.Action;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is kept of a call, as a program says it, whoever in the office has the call. */
@Service
public class ChangeCall {

    /**
     * What came of a call: a job, or nothing.
     *
     * @param reasonId why nothing did; null with a job
     * @param excused whether it counts for nobody
     */
    public record Outcome(CallDesk desk, @Nullable Long reasonId, boolean excused) {

        public static final Outcome BOOKED = new Outcome(CallDesk.Booked, null, false);

        public static Outcome dismissed(@Nullable Long reason, boolean excused) {
            return new Outcome(CallDesk.Dismissed, reason, excused);
        }
    }

    /** What it says from now on; what is null stays. Who is named must be there, customer and location live and locked. */
    public record Said(
            @Nullable Outcome outcome,
            @Nullable String memo,
            @Nullable Long campaignId,
            @Nullable Long agentId,
            @Nullable Long customerId,
            @Nullable Long locationId) {}

    private final CallLegStore legs;
    private final SaveCall save;
    private final Clock clock;

    ChangeCall(CallLegStore legs, SaveCall save, Clock clock) {
        this.legs = legs;
        this.save = save;
        this.clock = clock;
    }

    /** Changes a call that the caller has locked. Something that came of it takes it from who has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call change(long tenant, Call call, Said said) {
        Handling handling = call.handling();
        handling = with(handling, "memo", said.memo);
        handling = with(handling, "campaignId", said.campaignId);
        handling = with(handling, "saidAgentId", said.agentId);
        if (said.customerId != null) {
            handling = RecordShape.with(handling, "customerId", said.customerId);
            handling = RecordShape.with(handling, "locationId", said.locationId);
        }
        Outcome outcome = said.outcome;
        if (outcome != null) {
            handling = closed(handling, outcome);
        }
        Call after = call.with(handling);
        if (said.agentId != null && !said.agentId.equals(call.telephone().agentId())) {
            Telephone telephone = RecordShape.with(call.telephone(), "agentId", said.agentId);
            telephone = RecordShape.with(telephone, "agentExternalId", null);
            after = after.with(RecordShape.with(telephone, "agentName", null));
        }
        boolean closes = outcome != null && outcome.desk != call.desk();
        if (closes) {
            after = RecordShape.with(after, "lookOn", SettleCall.lookOn(after, legs.of(tenant, call.id())));
        }
        Action action = outcome != null && outcome.desk == CallDesk.Booked ? Action.BOOKED : Action.DISMISSED;
        return save.save(tenant, call, after, false, closes ? action : Action.UPDATED);
    }

    private Handling closed(Handling handling, Outcome outcome) {
        Instant now = clock.instant();
        boolean again = handling.desk() == outcome.desk && handling.closedOn() != null;
        Handling closed = handling.unclaimed(outcome.desk, again ? handling.closedOn() : now);
        Caller caller = Caller.current();
        closed = RecordShape.with(
                closed,
                "closedBy",
                again ? handling.closedBy() : caller.kind() == Caller.Kind.user ? caller.id() : null);
        closed = RecordShape.with(closed, "reasonId", outcome.reasonId);
        return RecordShape.with(closed, "excused", outcome.excused);
    }

    private static Handling with(Handling handling, String name, @Nullable Object value) {
        return value == null ? handling : RecordShape.with(handling, name, value);
    }
}
