package org.callboard.dispatch;

import java.util.Comparator;
import org.callboard.changes.Action;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.LockedJob;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes on with a job that was completed. */
@Service
public class ReopenJob {

    private final BeginAct begin;
    private final ChangeAppointment appointments;
    private final JobChecks checks;

    ReopenJob(BeginAct begin, ChangeAppointment appointments, JobChecks checks) {
        this.begin = begin;
        this.appointments = appointments;
        this.checks = checks;
    }

    /** The last visit goes on: it is worked on again. NotFound, JOB_NOT_COMPLETED, JOB_CANCELED, Stale. */
    @Transactional
    public void goOn(long tenant, long id, Precondition precondition) {
        LockedJob job = begin.on(tenant, id, JobAct.REOPEN, precondition);
        Appointment last = job.live().stream()
                .max(Comparator.comparing((Appointment one) -> one.time().startOn())
                        .thenComparing(Appointment::number))
                .orElseThrow();
        job.put(last.in(AppointmentStatus.Working), Action.REOPENED);
        job.does(Action.REOPENED).save();
    }

    /** There is another visit. NotFound, Invalid that names every wrong field, else as above. */
    @Transactional
    public Outcome withVisit(
            long tenant, long id, AppointmentDraft draft, FieldErrors noted, Precondition precondition) {
        checks.appointment(tenant, "", draft, noted);
        noted.throwIfAny();
        LockedJob job = begin.on(tenant, id, JobAct.REOPEN, precondition);
        return appointments.made(tenant, job.does(Action.REOPENED), draft);
    }
}
