package org.callboard.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.changes.Action;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who comes to an appointment. Somebody busy twice is told of, not refused. */
@Service
public class AssignTechnicians {

    private final BeginAct begin;
    private final Appointments appointments;
    private final JobChecks checks;

    AssignTechnicians(BeginAct begin, Appointments appointments, JobChecks checks) {
        this.begin = begin;
        this.appointments = appointments;
        this.checks = checks;
    }

    /**
     * Assigns those who are not yet. NotFound, Invalid for technicians who are unknown or not active and what was noted before,
     * APPOINTMENT_STATE, APPOINTMENT_REMOVED, Stale.
     */
    @Transactional
    public Outcome assign(long tenant, long id, List<Long> technicians, FieldErrors noted, Precondition precondition) {
        checks.technicians(tenant, "", technicians, noted);
        noted.throwIfAny();
        BeginAct.Begun begun = begin.on(tenant, id, AppointmentAct.ASSIGN, precondition);
        begun.job().assign(begun.appointment(), technicians);
        begun.job().does(Action.ASSIGNED).save();
        Appointment after = appointments.get(tenant, id);
        List<Long> busy = after.status() == AppointmentStatus.Hold ? List.of() : technicians;
        return new Outcome(after, appointments.overlaps(tenant, busy, after.time(), List.of(id)));
    }

    /**
     * Takes those off who are assigned. NO_TECHNICIAN where nobody would be left of one that is dispatched or worked on; else
     * as above.
     */
    @Transactional
    public Appointment unassign(long tenant, long id, List<Long> technicians, Precondition precondition) {
        BeginAct.Begun begun = begin.on(tenant, id, AppointmentAct.UNASSIGN, precondition);
        Appointment before = begun.appointment();
        Set<Long> left = new HashSet<>(before.technicianIds());
        boolean changes = left.removeAll(Set.copyOf(technicians));
        boolean underway =
                before.status() == AppointmentStatus.Dispatched || before.status() == AppointmentStatus.Working;
        if (changes && left.isEmpty() && underway) {
            throw RefusalCode.NO_TECHNICIAN.refuse("Appointment " + before.appointmentNumber()
                    + " is under way and would have no technician. Assign somebody else first.");
        }
        begun.job().unassign(before, technicians);
        begun.job().does(Action.UNASSIGNED).save();
        return appointments.get(tenant, id);
    }

    /** Makes these those who come, all or nothing; refused as the two above are. */
    @Transactional
    public void replace(long tenant, long id, List<Long> technicians, Precondition precondition) {
        List<Long> before = appointments.get(tenant, id).technicianIds();
        List<Long> added = without(technicians, before);
        List<Long> removed = without(before, technicians);
        if (!added.isEmpty()) {
            assign(tenant, id, added, new FieldErrors(), precondition);
        }
        if (!removed.isEmpty()) { // after the others, since somebody must be left of a visit that is dispatched
            unassign(tenant, id, removed, added.isEmpty() ? precondition : Precondition.NONE);
        }
    }

    private static List<Long> without(List<Long> all, List<Long> others) {
        return all.stream().filter(one -> !others.contains(one)).toList();
    }
}
