package org.callboard.dispatch;

import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.refusals.RefusalCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the technicians are with an appointment: on their way, working, done. */
@Service
public class WorkAppointment {

    private final BeginAct begin;
    private final Appointments appointments;

    WorkAppointment(BeginAct begin, Appointments appointments) {
        this.begin = begin;
        this.appointments = appointments;
    }

    /**
     * Notes it; the last visit that is done completes the job. NotFound, APPOINTMENT_STATE, APPOINTMENT_REMOVED, NO_TECHNICIAN
     * for dispatching nobody, Stale where the precondition does not hold.
     *
     * @param act one of DISPATCH, START, FINISH and BACK
     */
    @Transactional
    public Appointment act(long tenant, long id, AppointmentAct act, Precondition precondition) {
        switch (act) {
            case DISPATCH, START, FINISH, BACK -> {}
            default -> throw new IllegalArgumentException(act + " needs more than the appointment");
        }
        BeginAct.Begun begun = begin.on(tenant, id, act, precondition);
        Appointment before = begun.appointment();
        if (act == AppointmentAct.DISPATCH && before.technicianIds().isEmpty()) {
            throw RefusalCode.NO_TECHNICIAN.refuse(
                    "Appointment " + before.appointmentNumber() + " has no technician yet. Assign one first.");
        }
        begun.job().put(before.in(begun.next()), act.action());
        begun.job().save();
        return appointments.get(tenant, id);
    }
}
