package org.callboard.calls;

import org.callboard.calls.Call.Handling;
import org.callboard.calls.Call.Telephone;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what has become of a call that is locked, with one row of the change log, and tells whoever acts on it. */
@Component
class SaveCall {

    private static final String KEPT_BY_THE_SYSTEM = "kept by the telephone system";

    private final CallStore store;
    private final CallLook look;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    SaveCall(CallStore store, CallLook look, Changes changes, ApplicationEventPublisher events) {
        this.store = store;
        this.look = look;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Writes it, and has it looked at when that is due; where nothing changed that anybody sees, and nothing is said to have
     * happened to it but a change, nothing is told. Gives the call as it is afterwards.
     *
     * @param before as it stood in the database
     * @param action what happened to it; null where what changed tells
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call save(long tenant, Call before, Call after, boolean created, @Nullable Action action) {
        Call saved = write(tenant, before, after, created, action);
        look.watch(tenant, created ? null : before.lookOn(), saved);
        return saved;
    }

    private Call write(long tenant, Call before, Call after, boolean created, @Nullable Action action) {
        boolean same = before.telephone().equals(after.telephone())
                && before.handling().equals(after.handling())
                && before.direction() == after.direction()
                && !created;
        if (same && (action == null || action == Action.UPDATED)) {
            store.touch(tenant, after);
            return after;
        }
        Call saved = store.update(tenant, after);
        Diff diff = created
                ? Diff.none()
                        .now("direction", saved.direction())
                        .and(logged(RecordShape.with(before.telephone(), "state", null)), logged(saved.telephone()))
                        .now("desk", saved.desk())
                : Diff.none()
                        .field("direction", before.direction(), saved.direction())
                        .and(logged(before.telephone()), logged(saved.telephone()))
                        .and(plain(before.handling()), plain(saved.handling()));
        diff.field("claimedBy", created ? null : before.claimedByName(), saved.claimedByName());
        Action done = action == null ? action(before, saved, created) : action;
        changes.record(EntityKind.CALL, saved.id(), done, diff);
        events.publishEvent(new CallChanged(tenant, created ? null : before, saved));
        return store.find(tenant, saved.id()).orElseThrow(); // who acts on it may tie it to something
    }

    private static Action action(Call before, Call after, boolean created) {
        Long holder = before.handling().claimedBy();
        Long next = after.handling().claimedBy();
        if (created) {
            return Action.CREATED;
        }
        if (before.externalId() == null && after.externalId() != null) {
            return Action.JOINED;
        }
        if (holder != null && next != null && !holder.equals(next)) {
            return Action.TAKEN_OVER;
        }
        CallState state = after.state();
        if (state == null || state == before.state()) {
            return Action.UPDATED;
        }
        return switch (state) {
            case Ringing -> Action.UPDATED;
            case Answered -> Action.ANSWERED;
            case Ended -> Action.ENDED;
            case Missed -> Action.MISSED;
        };
    }

    /** The links to what was recorded are for those who may hear it; whoever sees the history learns that there are some. */
    private static Telephone logged(Telephone telephone) {
        Telephone logged = RecordShape.with(
                telephone, "recordingUrl", telephone.recordingUrl() == null ? null : KEPT_BY_THE_SYSTEM);
        return RecordShape.with(logged, "voicemailUrl", telephone.voicemailUrl() == null ? null : KEPT_BY_THE_SYSTEM);
    }

    /** Without whose it is, which is told by name, and until when. */
    private static Handling plain(Handling handling) {
        Handling plain = RecordShape.with(handling, "claimedBy", null);
        plain = RecordShape.with(plain, "claimedOn", null);
        plain = RecordShape.with(plain, "answeredByDeskOn", null);
        plain = RecordShape.with(plain, "saidAgentId", null); // as agentId
        return RecordShape.with(plain, "leaseUntil", null);
    }
}
