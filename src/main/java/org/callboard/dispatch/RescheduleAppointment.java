package org.callboard.dispatch;

import java.util.List;
import org.callboard.changes.Diff;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Overlap;
import org.callboard.jobs.VisitTime;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves an appointment to another time; it is scheduled then, whatever it was. */
@Service
public class RescheduleAppointment {

    /** What becomes of technicians who are busy at the new time. */
    public enum BusyTechnicians {
        /** They stay, and whoever asked is told. */
        KEEP,
        /** They are taken off. */
        DROP,
        /** Nothing is done before somebody decided. */
        ASK
    }

    /** @param reason why, as the log keeps it */
    public record Reschedule(VisitTime time, @Nullable String reason, BusyTechnicians busy) {}

    private final BeginAct begin;
    private final Appointments appointments;

    RescheduleAppointment(BeginAct begin, Appointments appointments) {
        this.begin = begin;
        this.appointments = appointments;
    }

    /**
     * Moves it. NotFound, Invalid for a time that can't be, APPOINTMENT_STATE, APPOINTMENT_REMOVED, TECHNICIAN_BUSY where
     * that is to be asked, Stale.
     */
    @Transactional
    public Outcome reschedule(long tenant, long id, Reschedule to, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        to.time.check("", errors);
        errors.maxLength("reason", to.reason, JobChecks.MEMO);
        errors.throwIfAny();
        BeginAct.Begun begun = begin.on(tenant, id, AppointmentAct.RESCHEDULE, precondition);
        Appointment before = begun.appointment();
        List<Overlap> busy = appointments.overlaps(tenant, before.technicianIds(), to.time, List.of(id));
        if (!busy.isEmpty() && to.busy == BusyTechnicians.ASK) {
            throw RefusalCode.TECHNICIAN_BUSY
                    .refuse(busy.getFirst().technicianName() + " is busy then, with appointment "
                            + busy.getFirst().appointmentNumber() + ".")
                    .with("technicianIds", technicians(busy))
                    .with(
                            "appointmentIds",
                            busy.stream().map(Overlap::appointmentId).distinct().toList());
        }
        if (!busy.isEmpty() && to.busy == BusyTechnicians.DROP) {
            begun.job().unassign(before, technicians(busy));
        }
        Appointment after = before.at(to.time);
        if (!after.equals(before)) {
            begun.job()
                    .put(after, AppointmentAct.RESCHEDULE.action(), Diff.none().now("reason", to.reason));
        }
        begun.job().save();
        return new Outcome(appointments.get(tenant, id), to.busy == BusyTechnicians.DROP ? List.of() : busy);
    }

    private static List<Long> technicians(List<Overlap> busy) {
        return busy.stream().map(Overlap::technicianId).distinct().toList();
    }
}
