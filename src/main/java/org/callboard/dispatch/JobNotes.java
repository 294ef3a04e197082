package org.callboard.dispatch;

import java.util.Collection;
import java.util.List;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.http.Precondition;
import org.callboard.paging.DateRange;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notes of jobs. */
@Service
public class JobNotes {

    /** Pinned ones first; among themselves the newest first. */
    private static final Sort PINNED_FIRST = new Sort("is_pinned", true);

    private final BeginAct begin;
    private final JobNoteStore store;
    private final Changes changes;

    JobNotes(BeginAct begin, JobNoteStore store, Changes changes) {
        this.begin = begin;
        this.store = store;
        this.changes = changes;
    }

    /** Writes a note. NotFound where there is no such job, Invalid for a text that is empty or too long. */
    @Transactional
    public JobNote add(long tenant, long job, String text, boolean pinned) {
        new FieldErrors()
                .required("text", text)
                .maxLength("text", text, JobChecks.TEXT)
                .throwIfAny();
        begin.on(tenant, job, JobAct.NOTE, Precondition.NONE);
        JobNote note = store.insert(tenant, job, text, pinned);
        changes.record(
                EntityKind.JOB_NOTE,
                note.id(),
                Action.CREATED,
                Diff.none().now("jobId", job).now("note", text).now("isPinned", pinned));
        return note;
    }

    /** The notes of a job; whether there is such a job is the caller's matter. */
    public Page<JobNote> list(long tenant, long job, DateRange dates, Paging paging) {
        return store.page(
                dates.applyTo(Where.tenant(tenant).and("active and job_id = :job", "job", job))
                        .orderBy(PINNED_FIRST),
                paging);
    }

    /** Those of the ids that are notes, in the order of their ids. */
    public List<JobNote> all(long tenant, Collection<Long> ids) {
        return store.all(tenant, ids);
    }

    /** The next notes after an id, in the order of their ids. */
    public List<JobNote> after(long tenant, long id, int most) {
        return store.after(tenant, id, most);
    }
}
