package org.callboard.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.LockedJob;
import org.callboard.jobs.VisitTime;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels a job and takes that back. The booking and the lead that it came of stay converted, and so does what was counted
 * of them.
 */
@Service
public class CancelJob {

    private final BeginAct begin;
    private final JobChecks checks;
    private final FreeTime freeTime;
    private final CancellationStore store;
    private final Changes changes;

    CancelJob(BeginAct begin, JobChecks checks, FreeTime freeTime, CancellationStore store, Changes changes) {
        this.begin = begin;
        this.checks = checks;
        this.freeTime = freeTime;
        this.store = store;
        this.changes = changes;
    }

    /**
     * Cancels the job with its appointments that are not done, which frees their time; its invoice stays with nothing to pay.
     * NotFound, Invalid for the reason, the memo and what was noted before, JOB_COMPLETED, JOB_CANCELED, Stale.
     *
     * @param reason null where that it is missing was noted
     */
    @Transactional
    public void cancel(
            long tenant,
            long id,
            @Nullable Long reason,
            @Nullable String memo,
            FieldErrors noted,
            Precondition precondition) {
        long reasonId = checks.cancelReason(tenant, reason, memo, noted);
        LockedJob job = begin.on(tenant, id, JobAct.CANCEL, precondition);
        end(tenant, job, reasonId, memo, true);
        job.does(Action.CANCELLED).save();
    }

    /**
     * Lets a job never have been booked: nothing finds it any more, and its booking can be booked again. Whether that may be is
     * the caller's matter, who holds the booking. JOB_INACTIVE, JOB_COMPLETED, JOB_CANCELED.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undo(long tenant, LockedJob job, long reason) {
        JobAct.CANCEL.require(job.before());
        end(tenant, job, reason, null, false);
        job.withdraw();
        job.does(Action.UNDONE).save();
    }

    /** @param active whether the appointments are to be seen as canceled, or not at all */
    private void end(long tenant, LockedJob job, long reason, @Nullable String memo, boolean active) {
        for (Appointment one : job.live()) {
            if (one.status() != AppointmentStatus.Done) {
                Appointment after = RecordShape.with(one.in(AppointmentStatus.Canceled), "canceledFrom", one.status());
                job.put(RecordShape.with(after, "active", active), Action.CANCELLED);
            }
        }
        job.cancel();
        long id = job.before().id();
        job.own().now("reasonId", reason).now("memo", memo);
        changes.record(
                EntityKind.JOB_CANCELLATION,
                store.insert(tenant, id, reason, memo),
                Action.CREATED,
                Diff.none().now("jobId", id).now("reasonId", reason).now("memo", memo));
    }

    /**
     * Takes the cancellation back: each appointment is what it was, if its time lies ahead and is free; one that was worked on
     * needs another time in any case, and one on hold none. NotFound, JOB_NOT_CANCELED, TIME_NOT_FREE that names those which
     * need another time and got none, Invalid for a time that can't be, Stale.
     *
     * @param newTimes other times for appointments, by their ids
     */
    @Transactional
    public void takeBack(long tenant, long id, Map<Long, VisitTime> newTimes, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        newTimes.forEach((appointment, time) -> time.check("appointments[" + appointment + "].", errors));
        errors.throwIfAny();
        LockedJob job = begin.on(tenant, id, JobAct.TAKE_BACK, precondition);
        List<Appointment> same = new ArrayList<>();
        List<Appointment> over = new ArrayList<>();
        for (Appointment one : job.live()) {
            if (one.status() != AppointmentStatus.Canceled) {
                continue;
            }
            AppointmentStatus was = one.canceledFrom() == null ? AppointmentStatus.Scheduled : one.canceledFrom();
            Appointment back = RecordShape.with(one.in(was), "canceledFrom", null);
            VisitTime other = newTimes.get(one.id());
            if (other != null) {
                back = back.at(other);
            } else if (was == AppointmentStatus.Working) {
                over.add(one);
            } else if (was != AppointmentStatus.Hold) {
                same.add(one);
            }
            job.put(back, Action.CANCELLATION_TAKEN_BACK);
        }
        freeTime.require(tenant, same, over);
        job.uncancel();
        store.takeBack(tenant, id)
                .ifPresent(cancellation -> changes.record(
                        EntityKind.JOB_CANCELLATION,
                        cancellation,
                        Action.TAKEN_BACK,
                        Diff.none().field("active", true, false)));
        job.does(Action.CANCELLATION_TAKEN_BACK).save();
    }
}
