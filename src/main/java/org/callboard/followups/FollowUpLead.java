package org.callboard.followups;

import java.time.Instant;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.Note;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadNoteStore;
import org.callboard.leads.LeadStateStore;
import org.callboard.leads.Leads;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logs what was said to somebody, and sets when to try next. */
@Service
public class FollowUpLead {

    private final Leads leads;
    private final LeadStateStore states;
    private final LeadNoteStore notes;
    private final FollowUpStore store;
    private final Changes changes;

    FollowUpLead(Leads leads, LeadStateStore states, LeadNoteStore notes, FollowUpStore store, Changes changes) {
        this.leads = leads;
        this.states = states;
        this.notes = notes;
        this.store = store;
        this.changes = changes;
    }

    /**
     * Logs a follow-up; its text becomes a note too, and its date the lead's. NotFound where there is no such lead,
     * Conflict where it is closed, Invalid where it would be left with neither a date nor a call reason.
     */
    @Transactional
    public Lead log(long tenant, long id, FollowUpDraft draft) {
        Lead before = leads.lockOpen(tenant, id);
        requireDateOrReason(before, draft.followUpDate());
        String text = VisibleText.orNull(draft.text());
        Note note = text == null ? null : notes.insert(tenant, id, text, draft.pinToTop());
        store.insert(
                tenant,
                id,
                new FollowUpDraft(draft.channel(), draft.outcome(), text, draft.pinToTop(), draft.followUpDate()),
                note == null ? null : note.id());
        states.followUp(tenant, id, draft.followUpDate());
        changes.record(
                EntityKind.LEAD,
                id,
                Action.FOLLOWED_UP,
                Diff.none()
                        .field("followUpDate", before.details().followUpDate(), draft.followUpDate())
                        .now("channel", draft.channel())
                        .now("outcome", draft.outcome())
                        .now("text", text));
        return leads.get(tenant, id);
    }

    /** Moves the next follow-up without one having been, or takes its date away. Fails as {@link #log} does. */
    @Transactional
    public Lead move(long tenant, long id, @Nullable Instant next) {
        Lead before = leads.lockOpen(tenant, id);
        requireDateOrReason(before, next);
        Diff diff = Diff.none().field("followUpDate", before.details().followUpDate(), next);
        if (diff.isEmpty()) {
            return before;
        }
        states.followUp(tenant, id, next);
        changes.record(EntityKind.LEAD, id, Action.FOLLOW_UP_MOVED, diff);
        return leads.get(tenant, id);
    }

    private static void requireDateOrReason(Lead lead, @Nullable Instant next) {
        if (next == null && lead.details().callReasonId() == null) {
            throw new Invalid(
                    "followUpDate", "This lead has no call reason, so it needs a day for the next follow-up.");
        }
    }
}
