package org.callboard.dispatch;

import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.JobLocks;
import org.callboard.jobs.LockedJob;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every act begins with: the job's lock, what the client wants to be so, and whether the status allows it. */
@Component
class BeginAct {

    /**
     * An act on an appointment that may be done.
     *
     * @param next the status that follows
     */
    record Begun(LockedJob job, Appointment appointment, AppointmentStatus next) {}

    private final JobLocks locks;

    BeginAct(JobLocks locks) {
        this.locks = locks;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Begun on(long tenant, long appointment, AppointmentAct act, Precondition precondition) {
        LockedJob job = locks.lockOf(tenant, appointment);
        Appointment before = job.appointment(appointment);
        precondition.check(before.tag());
        return new Begun(job, before, act.require(before));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    LockedJob on(long tenant, long job, JobAct act, Precondition precondition) {
        LockedJob locked = locks.lock(tenant, job);
        precondition.check(locked.before().tag());
        act.require(locked.before());
        return locked;
    }
}
