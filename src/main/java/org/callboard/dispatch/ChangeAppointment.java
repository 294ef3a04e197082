package org.callboard.dispatch;

import java.util.List;
import java.util.Objects;
import org.callboard.changes.Action;
import org.callboard.database.RecordShape;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.LockedJob;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds an appointment to a job and removes one, and says what is known of one. */
@Service
public class ChangeAppointment {

    private final BeginAct begin;
    private final Appointments appointments;
    private final JobChecks checks;

    ChangeAppointment(BeginAct begin, Appointments appointments, JobChecks checks) {
        this.begin = begin;
        this.appointments = appointments;
        this.checks = checks;
    }

    /**
     * Adds an appointment to a job. NotFound, Invalid that names every wrong field, JOB_CANCELED, JOB_COMPLETED, Stale where
     * the precondition on the job does not hold.
     */
    @Transactional
    public Outcome add(long tenant, long job, AppointmentDraft draft, FieldErrors noted, Precondition precondition) {
        checks.appointment(tenant, "", draft, noted);
        noted.throwIfAny();
        LockedJob locked = begin.on(tenant, job, JobAct.ADD_APPOINTMENT, precondition);
        return made(tenant, locked.does(Action.CREATED), draft);
    }

    /** Adds one to a locked job that may have it. */
    Outcome made(long tenant, LockedJob job, AppointmentDraft draft) {
        Appointment added = job.add(draft);
        job.save();
        return new Outcome(
                added, appointments.overlaps(tenant, added.technicianIds(), added.time(), List.of(added.id())));
    }

    /** Removes one. NotFound, APPOINTMENT_STATE, APPOINTMENT_REMOVED, LAST_APPOINTMENT, Stale. */
    @Transactional
    public void remove(long tenant, long id, Precondition precondition) {
        BeginAct.Begun begun = begin.on(tenant, id, AppointmentAct.REMOVE, precondition);
        Appointment before = begun.appointment();
        if (begun.job().live().size() == 1) {
            throw RefusalCode.LAST_APPOINTMENT.refuse("Appointment " + before.appointmentNumber()
                    + " is the last one of its job. Cancel the job instead.");
        }
        Appointment after = RecordShape.with(before, "active", false);
        begun.job().put(after, AppointmentAct.REMOVE.action());
        begun.job().save();
    }

    /** Notes that the customer confirmed the time, or takes that back. APPOINTMENT_STATE where it is so already; else as above. */
    @Transactional
    public void confirm(long tenant, long id, boolean confirmed, Precondition precondition) {
        AppointmentAct act = confirmed ? AppointmentAct.CONFIRM : AppointmentAct.UNCONFIRM;
        BeginAct.Begun begun = begin.on(tenant, id, act, precondition);
        Appointment before = begun.appointment();
        if (before.isConfirmed() == confirmed) {
            throw RefusalCode.APPOINTMENT_STATE
                    .refuse("Appointment " + before.appointmentNumber() + " is "
                            + (confirmed ? "confirmed already." : "not confirmed."))
                    .with("status", before.status().name());
        }
        begun.job().put(RecordShape.with(before, "isConfirmed", confirmed), act.action());
        begun.job().save();
    }

    /** Says what the technicians should know. NotFound, Invalid for a text that is too long, else as above. */
    @Transactional
    public Appointment instruct(long tenant, long id, @Nullable String text, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        errors.maxLength("specialInstructions", text, JobChecks.TEXT).throwIfAny();
        BeginAct.Begun begun = begin.on(tenant, id, AppointmentAct.INSTRUCT, precondition);
        String kept = VisibleText.orNull(text);
        if (!Objects.equals(begun.appointment().specialInstructions(), kept)) {
            begun.job()
                    .put(
                            RecordShape.with(begun.appointment(), "specialInstructions", kept),
                            AppointmentAct.INSTRUCT.action());
            begun.job().save();
        }
        return appointments.get(tenant, id);
    }
}
