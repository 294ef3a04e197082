package org.callboard.jobs;

import java.time.Clock;
import org.callboard.changes.Changes;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to change a job: whoever acts on it or its appointments locks its row first, so that of several who act at once
 * each sees what the one before made of it. Customers, locations, bookings and leads are locked before jobs.
 */
@Component
public class JobLocks {

    private final JobStore jobs;
    private final AppointmentStore appointments;
    private final MakeAppointment making;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JobLocks(
            JobStore jobs,
            AppointmentStore appointments,
            MakeAppointment making,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.appointments = appointments;
        this.making = making;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** Locks a job until the transaction ends; NotFound where there is none, JOB_INACTIVE where its booking was undone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedJob lock(long tenant, long id) {
        guard(tenant, id);
        // read after the lock: a statement that waits for it would see the appointments as they were before
        Job job = jobs.find(tenant, id, null).orElseThrow(() -> new NotFound("Job", id));
        if (!job.active()) {
            throw RefusalCode.JOB_INACTIVE.refuse("Job " + job.number() + " was booked by mistake, which was undone.");
        }
        return new LockedJob(tenant, job, jobs, appointments, making, changes, events, clock.instant());
    }

    /** Keeps others from changing a job until the transaction ends, whatever became of it; NotFound where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void guard(long tenant, long id) {
        if (!jobs.lock(tenant, id)) {
            throw new NotFound("Job", id);
        }
    }

    /** {@link #lock} for the job of an appointment; NotFound where there is no such appointment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedJob lockOf(long tenant, long appointment) {
        return lock(
                tenant,
                appointments.jobOf(tenant, appointment).orElseThrow(() -> new NotFound("Appointment", appointment)));
    }
}
