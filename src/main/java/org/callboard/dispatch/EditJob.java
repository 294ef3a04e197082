package org.callboard.dispatch;

import java.util.function.UnaryOperator;
import org.callboard.changes.Action;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.http.Precondition;
import org.callboard.jobs.HouseAnswers;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobDetails;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.LockedJob;
import org.callboard.mergedids.MergedIds;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a job says, in whatever status it is. */
@Service
public class EditJob {

    private final BeginAct begin;
    private final Jobs jobs;
    private final JobChecks checks;
    private final MergedIds merged;
    private final HouseAnswers house;

    EditJob(BeginAct begin, Jobs jobs, JobChecks checks, MergedIds merged, HouseAnswers house) {
        this.begin = begin;
        this.jobs = jobs;
        this.checks = checks;
        this.merged = merged;
        this.house = house;
    }

    /**
     * Changes it; only what becomes something else is checked, for a house that was sold leaves old jobs with who paid then. A
     * new customer gets the invoice, and the appointments tell them. Tags and custom fields that are named are replaced; new
     * answers about the house are kept at the location too.
     * NotFound, Invalid that names every wrong field beside what was noted before, RECORD_MERGED for a new customer or
     * location that was merged, Stale.
     *
     * @param change what the job shall say, made of what it says; it is asked more than once
     */
    @Transactional
    public Job update(
            long tenant,
            long id,
            UnaryOperator<JobDetails> change,
            CustomDataDraft data,
            FieldErrors noted,
            Precondition precondition) {
        JobDetails seen = jobs.get(tenant, id).details();
        JobDetails wanted = change.apply(seen);
        // before the job is locked: whoever merges customers locks them first too
        merged.requireLive(
                tenant,
                wanted.customerId() == seen.customerId() ? null : wanted.customerId(),
                wanted.locationId() == seen.locationId() ? null : wanted.locationId());
        boolean held = house.hold(tenant, wanted.locationId(), data.customFieldTypes());
        LockedJob job = begin.on(tenant, id, JobAct.EDIT, precondition);
        JobDetails before = job.before().details();
        JobDetails now = change.apply(before);
        if (held && now.locationId() != wanted.locationId()) {
            throw RefusalCode.CHANGED_MEANWHILE.refuse(
                    "The job moved to another location at the same moment; nothing was saved. Try again.");
        }
        checks.details(tenant, before, now, noted);
        checks.data(tenant, data, job.before().customData().customFields(), noted);
        job.put(now);
        jobs.changeData(tenant, job, data);
        job.does(Action.UPDATED).save();
        return jobs.get(tenant, id, data.application());
    }
}
