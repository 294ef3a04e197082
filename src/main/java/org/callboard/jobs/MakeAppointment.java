package org.callboard.jobs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.springframework.stereotype.Component;

/** Makes appointments and says who comes to them, in the change log too. The job must be locked, or new. */
@Component
class MakeAppointment {

    private final AppointmentStore appointments;
    private final AssignmentStore assignments;
    private final Changes changes;

    MakeAppointment(AppointmentStore appointments, AssignmentStore assignments, Changes changes) {
        this.appointments = appointments;
        this.assignments = assignments;
        this.changes = changes;
    }

    /** Makes an appointment of a job, with whom it names, and gives its id. */
    long make(long tenant, long job, AppointmentDraft draft) {
        long id = appointments.insert(tenant, job, draft);
        changes.record(
                EntityKind.APPOINTMENT,
                id,
                Action.CREATED,
                Diff.none()
                        .now("jobId", job)
                        .now("start", draft.time().startOn())
                        .now("end", draft.time().endOn()));
        assign(tenant, job, id, AppointmentStatus.Scheduled, draft.technicianIds());
        return id;
    }

    /** Assigns those technicians who are not yet; gives those. */
    List<Long> assign(long tenant, long job, long appointment, AppointmentStatus status, Collection<Long> technicians) {
        return technicians.isEmpty()
                ? List.of()
                : log(
                        Action.ASSIGNED,
                        assignments.insert(tenant, appointment, status, technicians),
                        one -> Diff.none()
                                .now("jobId", job)
                                .now("appointmentId", appointment)
                                .now("technicianId", one.technicianId()));
    }

    /** Takes technicians off an appointment; gives those who were assigned. */
    List<Long> unassign(long tenant, long job, long appointment, Collection<Long> technicians) {
        return technicians.isEmpty()
                ? List.of()
                : log(
                        Action.UNASSIGNED,
                        assignments.end(tenant, appointment, technicians),
                        one -> Diff.none()
                                .field("jobId", job, null)
                                .field("appointmentId", appointment, null)
                                .field("technicianId", one.technicianId(), null));
    }

    /** Lets who is assigned be as far as the appointment is. */
    void follow(long tenant, long appointment, AppointmentStatus status) {
        log(
                Action.UPDATED,
                assignments.follow(tenant, appointment, status),
                one -> Diff.none().field("status", one.before(), status));
    }

    private List<Long> log(
            Action action, List<AssignmentStore.Changed> changed, Function<AssignmentStore.Changed, Diff> tells) {
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        changed.forEach(one -> diffs.put(one.id(), tells.apply(one)));
        changes.recordAll(EntityKind.APPOINTMENT_ASSIGNMENT, diffs, action);
        return changed.stream().map(AssignmentStore.Changed::technicianId).toList();
    }
}
