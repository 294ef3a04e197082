package org.callboard.dispatch;

import static org.callboard.jobs.AppointmentStatus.Dispatched;
import static org.callboard.jobs.AppointmentStatus.Done;
import static org.callboard.jobs.AppointmentStatus.Hold;
import static org.callboard.jobs.AppointmentStatus.Scheduled;
import static org.callboard.jobs.AppointmentStatus.Working;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.Role;
import org.callboard.changes.Action;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with an appointment, in which status, and what that makes of it: the one table that pages, programs and
 * tests go by.
 */
public enum AppointmentAct {
    DISPATCH("dispatched", Action.DISPATCHED, Role.CSR, Dispatched, EnumSet.of(Scheduled)),
    START("started", Action.STARTED, Role.CSR, Working, EnumSet.of(Dispatched)),
    FINISH("finished", Action.FINISHED, Role.CSR, Done, EnumSet.of(Working)),
    BACK("sent back", Action.SENT_BACK, Role.CSR, Scheduled, EnumSet.of(Dispatched)),
    HOLD("put on hold", Action.HELD, Role.CSR, Hold, EnumSet.of(Scheduled)),
    TAKE_OFF_HOLD("taken off hold", Action.HOLD_ENDED, Role.CSR, Scheduled, EnumSet.of(Hold)),
    RESCHEDULE("rescheduled", Action.RESCHEDULED, Role.CSR, Scheduled, EnumSet.of(Scheduled, Dispatched, Hold)),
    REMOVE("removed", Action.REMOVED, Role.CSR, null, EnumSet.of(Scheduled, Hold)),
    CONFIRM("confirmed", Action.CONFIRMED, Role.CSR, null, EnumSet.of(Scheduled, Dispatched)),
    UNCONFIRM("unconfirmed", Action.UNCONFIRMED, Role.CSR, null, EnumSet.of(Scheduled, Dispatched, Hold)),
    INSTRUCT("given instructions", Action.UPDATED, Role.CSR, null, EnumSet.of(Scheduled, Dispatched, Working, Hold)),
    ASSIGN("given technicians", Action.ASSIGNED, Role.CSR, null, EnumSet.of(Scheduled, Dispatched, Working, Hold)),
    UNASSIGN("rid of technicians", Action.UNASSIGNED, Role.CSR, null, EnumSet.of(Scheduled, Dispatched, Working, Hold));

    private final String participle;
    private final Action action;
    private final Role role;
    private final @Nullable AppointmentStatus next;
    private final Set<AppointmentStatus> from;

    AppointmentAct(
            String participle,
            Action action,
            Role role,
            @Nullable AppointmentStatus next,
            Set<AppointmentStatus> from) {
        this.participle = participle;
        this.action = action;
        this.role = role;
        this.next = next;
        this.from = from;
    }

    /** Who may at least. */
    public Role role() {
        return role;
    }

    /** What the change log calls it. */
    Action action() {
        return action;
    }

    /** What it makes of an appointment in this status; empty where it can't be done then. */
    public Optional<AppointmentStatus> next(AppointmentStatus status) {
        return from.contains(status) ? Optional.of(next == null ? status : next) : Optional.empty();
    }

    /** Why it can't be done with an appointment in this status, as a sentence; empty where it can. */
    public Optional<String> refusal(AppointmentStatus status) {
        return from.contains(status)
                ? Optional.empty()
                : Optional.of("It is " + phrase(status) + "; only one that is "
                        + from.stream().map(AppointmentAct::phrase).collect(Collectors.joining(" or ")) + " can be "
                        + participle + ".");
    }

    /** The status that follows; APPOINTMENT_STATE where it can't be done. */
    AppointmentStatus require(Appointment appointment) {
        AppointmentStatus status = appointment.status();
        refusal(status).ifPresent(why -> {
            throw RefusalCode.APPOINTMENT_STATE
                    .refuse("Appointment " + appointment.appointmentNumber() + ": " + why)
                    .with("status", status.name());
        });
        return next(status).orElseThrow();
    }

    private static String phrase(AppointmentStatus status) {
        return switch (status) {
            case Scheduled -> "scheduled";
            case Dispatched -> "dispatched";
            case Working -> "being worked on";
            case Hold -> "on hold";
            case Done -> "done";
            case Canceled -> "canceled";
        };
    }
}
