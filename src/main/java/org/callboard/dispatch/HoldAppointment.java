package org.callboard.dispatch;

import java.util.List;
import org.callboard.database.RecordShape;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an appointment on hold, which frees its time, and takes it off again. */
@Service
public class HoldAppointment {

    private final BeginAct begin;
    private final FreeTime freeTime;
    private final JobChecks checks;

    HoldAppointment(BeginAct begin, FreeTime freeTime, JobChecks checks) {
        this.begin = begin;
        this.freeTime = freeTime;
        this.checks = checks;
    }

    /**
     * Puts it on hold. NotFound, Invalid for the reason, the memo and what was noted before, APPOINTMENT_STATE,
     * APPOINTMENT_REMOVED, Stale.
     *
     * @param reason null where that it is missing was noted
     */
    @Transactional
    public void hold(
            long tenant,
            long id,
            @Nullable Long reason,
            @Nullable String memo,
            FieldErrors noted,
            Precondition precondition) {
        long reasonId = checks.holdReason(tenant, reason, memo, noted);
        BeginAct.Begun begun = begin.on(tenant, id, AppointmentAct.HOLD, precondition);
        Appointment held = RecordShape.with(
                RecordShape.with(begun.appointment().in(begun.next()), "holdReasonId", reasonId), "holdMemo", memo);
        begun.job().put(held, AppointmentAct.HOLD.action());
        begun.job().save();
    }

    /**
     * Takes it off hold at the time that it has. TIME_NOT_FREE where that is over or a technician is busy: reschedule it
     * instead. Else as above.
     */
    @Transactional
    public void takeOff(long tenant, long id, Precondition precondition) {
        BeginAct.Begun begun = begin.on(tenant, id, AppointmentAct.TAKE_OFF_HOLD, precondition);
        freeTime.require(tenant, List.of(begun.appointment()), List.of());
        begun.job().put(begun.appointment().in(begun.next()).withoutHold(), AppointmentAct.TAKE_OFF_HOLD.action());
        begun.job().save();
    }
}
