package org.callboard.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What happened to jobs, as the change log tells it of them. */
@Service
public class JobHistory {

    /**
     * One event.
     *
     * @param employeeId who did it; null where a program or Callboard itself did
     * @param memo the reason that was given in words
     */
    public record Entry(
            long id,
            @Nullable Long employeeId,
            String who,
            String eventType,
            Instant date,
            @Nullable String memo) {}

    /** That a job was booked, with its first appointment as it was then. */
    public record Booked(
            long id,
            long jobId,
            long jobAppointmentId,
            Instant start,
            @Nullable Instant arrivalWindowStart,
            @Nullable Instant arrivalWindowEnd,
            Instant createdOn,
            long createdById) {}

    /** More than this happens to no job; what is older is not told. */
    private static final int MOST = 500;

    private final Changes changes;
    private final Appointments appointments;

    JobHistory(Changes changes, Appointments appointments) {
        this.changes = changes;
        this.appointments = appointments;
    }

    /** What happened to a job, the oldest first. Whether there is such a job is the caller's matter. */
    public List<Entry> of(long tenant, long job) {
        return changes.of(tenant, EntityKind.JOB, job).stream()
                .sorted(Comparator.comparingLong(Changes.Change::sequence))
                .map(JobHistory::entry)
                .toList();
    }

    /** The same of several jobs, by their ids. */
    public Map<Long, List<Entry>> ofJobs(long tenant, Collection<Long> jobs) {
        Map<Long, List<Entry>> all = new LinkedHashMap<>();
        jobs.forEach(job -> all.put(job, new ArrayList<>()));
        List<Changes.Subject> subjects = all.keySet().stream()
                .map(job -> Changes.Subject.of(EntityKind.JOB, job))
                .toList();
        changes.of(tenant, subjects, Long.MAX_VALUE, MOST * Math.max(1, subjects.size())).reversed().stream()
                .forEach(change -> all.computeIfAbsent(change.recordId(), any -> new ArrayList<>())
                        .add(entry(change)));
        return all;
    }

    /** How a job was booked; empty where the log does not know. */
    public Optional<Booked> booked(long tenant, long job) {
        Optional<Changes.Change> booked = changes.of(tenant, EntityKind.JOB, job).stream()
                .filter(change -> change.action() == Action.BOOKED)
                .findFirst();
        Optional<Appointment> first = appointments.ofJob(tenant, job).stream().findFirst();
        return booked.isEmpty() || first.isEmpty()
                ? Optional.empty()
                : Optional.of(booked(job, booked.get(), first.get()));
    }

    private Booked booked(long job, Changes.Change change, Appointment first) {
        return new Booked(
                change.sequence(),
                job,
                first.id(),
                field(change, "start")
                        .map(JobHistory::instant)
                        .orElse(first.time().startOn()),
                first.time().arrivalWindowStart(),
                first.time().arrivalWindowEnd(),
                change.happenedOn(),
                Optional.ofNullable(employee(change)).orElse(0L));
    }

    private static Instant instant(Object value) {
        return Instant.parse(value.toString());
    }

    private static Entry entry(Changes.Change change) {
        return new Entry(
                change.sequence(),
                employee(change),
                change.actorName(),
                eventType(change.action()),
                change.happenedOn(),
                field(change, "memo")
                        .or(() -> field(change, "holdMemo"))
                        .or(() -> field(change, "reason"))
                        .map(Object::toString)
                        .orElse(null));
    }

    private static @Nullable Long employee(Changes.Change change) {
        return change.actorKind() == Caller.Kind.user ? change.actorId() : null;
    }

    private static Optional<Object> field(Changes.Change change, String name) {
        return change.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(Diff.Field::after);
    }

    /** The contract lists no values; ours are documented. */
    private static String eventType(Action action) {
        return switch (action) {
            case BOOKED -> "JobBooked";
            case CANCELLED -> "JobCanceled";
            case CANCELLATION_TAKEN_BACK -> "JobCancellationRemoved";
            case COMPLETED -> "JobCompleted";
            case REOPENED -> "JobReopened";
            case UNDONE -> "JobBookingUndone";
            case CREATED -> "AppointmentAdded";
            case REMOVED -> "AppointmentRemoved";
            case RESCHEDULED -> "AppointmentRescheduled";
            case DISPATCHED -> "AppointmentDispatched";
            case SENT_BACK -> "AppointmentSentBack";
            case STARTED -> "AppointmentStarted";
            case FINISHED -> "AppointmentFinished";
            case HELD -> "AppointmentHeld";
            case HOLD_ENDED -> "AppointmentHoldRemoved";
            case CONFIRMED -> "AppointmentConfirmed";
            case UNCONFIRMED -> "AppointmentConfirmationRemoved";
            case ASSIGNED -> "TechniciansAssigned";
            case UNASSIGNED -> "TechniciansUnassigned";
            default -> "JobUpdated";
        };
    }
}
