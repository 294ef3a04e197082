package org.callboard.leads;

import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.Note;
import org.callboard.paging.DateRange;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notes of leads; what was said at a follow-up is among them. */
@Service
public class LeadNotes {

    /** Pinned ones first; among themselves the newest first. */
    private static final Sort PINNED_FIRST = new Sort("is_pinned", true);

    private final Leads leads;
    private final LeadStore store;
    private final LeadNoteStore notes;
    private final Changes changes;

    LeadNotes(Leads leads, LeadStore store, LeadNoteStore notes, Changes changes) {
        this.leads = leads;
        this.store = store;
        this.notes = notes;
        this.changes = changes;
    }

    /** A page of notes; NotFound where there is no such lead. */
    Page<Note> list(long tenant, long lead, DateRange dates, Paging paging) {
        leads.get(tenant, lead);
        Where where = Where.tenant(tenant).and("lead_id = :lead", "lead", lead);
        return notes.page(dates.applyTo(where).orderBy(PINNED_FIRST), paging);
    }

    /** Writes a note; NotFound where there is no such lead. */
    @Transactional
    public Note add(long tenant, long lead, String text, boolean pinned) {
        leads.lock(tenant, lead);
        Note note = notes.insert(tenant, lead, text, pinned);
        store.touch(tenant, lead);
        changes.record(
                EntityKind.LEAD,
                lead,
                Action.NOTE_ADDED,
                Diff.none().now("note", text).now("isPinned", pinned));
        return note;
    }
}
