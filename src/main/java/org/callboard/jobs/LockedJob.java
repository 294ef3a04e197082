package org.callboard.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * A job whose row is locked, with its appointments, and what one act makes of them. {@link #save} lets the job's status
 * follow from its appointments and writes one row of the change log for each record. Whatever happens to an appointment
 * happens to its job too, whose rows are its history.
 */
public final class LockedJob {

    private static final String NUMBER = "appointmentNumber";

    private record Told(Action action, Diff diff) {}

    private final long tenant;
    private final Job before;
    private final JobStore jobs;
    private final AppointmentStore appointmentStore;
    private final MakeAppointment making;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Instant now;

    private final Map<Long, Appointment> was = new LinkedHashMap<>();
    private final Map<Long, Appointment> is = new LinkedHashMap<>();
    private final Map<Long, Told> told = new LinkedHashMap<>();
    private final Set<Long> reassigned = new HashSet<>();
    private final Set<Long> added = new HashSet<>();
    private final Diff own = Diff.none();
    private @Nullable Action act;
    private Job job;

    LockedJob(
            long tenant,
            Job job,
            JobStore jobs,
            AppointmentStore appointmentStore,
            MakeAppointment making,
            Changes changes,
            ApplicationEventPublisher events,
            Instant now) {
        this.tenant = tenant;
        this.before = job;
        this.job = job;
        this.jobs = jobs;
        this.appointmentStore = appointmentStore;
        this.making = making;
        this.changes = changes;
        this.events = events;
        this.now = now;
        for (Appointment one : appointmentStore.ofJob(tenant, job.id())) {
            was.put(one.id(), one);
            is.put(one.id(), one);
        }
    }

    /** The job as it was when it was locked. */
    public Job before() {
        return before;
    }

    /** What the job says, as the act leaves it so far. */
    public JobDetails details() {
        return job.details();
    }

    /** The appointments that were not removed, as the act leaves them so far. */
    public List<Appointment> live() {
        return is.values().stream().filter(Appointment::active).toList();
    }

    /** One appointment as the act leaves it so far; NotFound where the job has none, APPOINTMENT_REMOVED where it was removed. */
    public Appointment appointment(long id) {
        Appointment found = Optional.ofNullable(is.get(id)).orElseThrow(() -> new NotFound("Appointment", id));
        if (!found.active()) {
            throw RefusalCode.APPOINTMENT_REMOVED.refuse("Appointment " + found.appointmentNumber() + " was removed.");
        }
        return found;
    }

    /** What the log is to call the act, unless the job is completed by it; without it, the job was updated. */
    public LockedJob does(Action what) {
        act = what;
        return this;
    }

    /** What the log is to say of the job beside what changes of it by itself. */
    public Diff own() {
        return own;
    }

    /** Changes what the job says. */
    public void put(JobDetails details) {
        job = RecordShape.with(job, "details", details);
    }

    /** Changes an appointment. */
    public void put(Appointment after, Action what) {
        put(after, what, Diff.none());
    }

    /** @param more what the log is to say beside what changes of it by itself */
    public void put(Appointment after, Action what, Diff more) {
        is.put(after.id(), after);
        told.put(after.id(), new Told(what, more));
    }

    /** Nobody works on it any more. */
    public void cancel() {
        job = RecordShape.with(job, "status", JobStatus.Canceled);
    }

    /** It is as if it had not been canceled. */
    public void uncancel() {
        job = RecordShape.with(job, "status", JobStatus.Scheduled);
    }

    /** It was never booked: nothing finds it any more, and its booking can be booked again. */
    public void withdraw() {
        job = RecordShape.with(RecordShape.with(job, "active", false), "bookingId", null);
    }

    /** Makes an appointment, with whom it names. */
    public Appointment add(AppointmentDraft draft) {
        long id = making.make(tenant, before.id(), draft);
        Appointment made = appointmentStore.find(tenant, id).orElseThrow();
        was.put(id, made);
        added.add(id);
        is.put(id, made);
        about(made);
        own.now("start", made.time().startOn());
        return made;
    }

    /** Assigns those technicians who are not yet. */
    public void assign(Appointment appointment, Collection<Long> technicians) {
        AppointmentStatus status = Objects.requireNonNull(assigned(appointment.status()));
        List<Long> assigned = making.assign(tenant, before.id(), appointment.id(), status, technicians);
        if (!assigned.isEmpty()) {
            about(appointment);
            own.now("technicianIds", assigned);
            reassigned.add(appointment.id());
        }
    }

    /** Takes technicians off an appointment. */
    public void unassign(Appointment appointment, Collection<Long> technicians) {
        List<Long> ended = making.unassign(tenant, before.id(), appointment.id(), technicians);
        if (!ended.isEmpty()) {
            about(appointment);
            own.field("technicianIds", ended, null);
            reassigned.add(appointment.id());
        }
    }

    /** Writes what the act made of the job and its appointments; nothing where it made nothing of them. */
    public void save() {
        boolean changed = saveAppointments();
        if (job.status() != JobStatus.Canceled) {
            JobStatus status =
                    JobStatus.of(live().stream().map(Appointment::status).toList());
            Instant completed = job.completedOn() == null ? now : job.completedOn();
            job = RecordShape.with(job, "status", status);
            job = RecordShape.with(job, "completedOn", status == JobStatus.Completed ? completed : null);
        }
        Diff diff = Diff.between(before.details(), job.details())
                .field("jobStatus", before.status(), job.status())
                .field("completedOn", before.completedOn(), job.completedOn())
                .field("active", before.active(), job.active())
                .field("bookingId", before.bookingId(), job.bookingId())
                .field("appointmentCount", before.appointmentCount(), (long) live().size());
        own.fields().forEach(field -> diff.field(field.name(), field.before(), field.after()));
        if (diff.isEmpty() && !changed) {
            return;
        }
        jobs.update(tenant, job);
        boolean payable = isPayable(job);
        if (payable != isPayable(before)
                || job.customerId() != before.customerId()
                || job.locationId() != before.locationId()) {
            jobs.updateInvoices(tenant, job.id(), job.customerId(), job.locationId(), payable);
        }
        boolean completes = job.status() == JobStatus.Completed && before.status() != JobStatus.Completed;
        changes.record(
                EntityKind.JOB,
                job.id(),
                completes ? Action.COMPLETED : Objects.requireNonNullElse(act, Action.UPDATED),
                diff);
        tell();
    }

    /** Lets those know who tell the customer. */
    private void tell() {
        List<VisitsChanged.Visit> visits = new ArrayList<>();
        is.forEach((id, after) -> {
            Appointment old = Objects.requireNonNull(was.get(id));
            if (added.contains(id) || !old.equals(after)) {
                visits.add(VisitsChanged.Visit.of(added.contains(id) ? null : old, after));
            }
        });
        if (!visits.isEmpty()) {
            events.publishEvent(new VisitsChanged(
                    tenant, job.id(), job.active(), job.details().notificationsEnabled(), visits));
        }
    }

    private static boolean isPayable(Job job) {
        return job.active() && job.status() != JobStatus.Canceled;
    }

    private boolean saveAppointments() {
        boolean moved = job.customerId() != before.customerId();
        Map<Action, Map<Long, Diff>> logged = new EnumMap<>(Action.class);
        for (Appointment after : is.values()) {
            Appointment old = Objects.requireNonNull(was.get(after.id()));
            if (old.equals(after) && !moved) {
                if (reassigned.contains(after.id())) { // another version, of which the assignments tell the log
                    appointmentStore.update(tenant, after);
                }
                continue;
            }
            Told said = told.getOrDefault(after.id(), new Told(Action.UPDATED, Diff.none()));
            Diff diff = after.since(old).field("customerId", before.customerId(), job.customerId());
            said.diff.fields().forEach(field -> diff.field(field.name(), field.before(), field.after()));
            appointmentStore.update(tenant, after);
            logged.computeIfAbsent(said.action, any -> new LinkedHashMap<>()).put(after.id(), diff);
            AppointmentStatus status = assigned(after.status());
            if (status != null && after.status() != old.status()) {
                making.follow(tenant, after.id(), status);
            }
        }
        logged.forEach((action, diffs) -> changes.recordAll(EntityKind.APPOINTMENT, diffs, action));
        if (logged.size() == 1 && act == null) {
            logged.forEach((action, diffs) -> explain(action, diffs));
        }
        return !logged.isEmpty();
    }

    /** What happened to the only appointment happened to the job. */
    private void explain(Action action, Map<Long, Diff> diffs) {
        act = action;
        if (diffs.size() == 1) {
            diffs.forEach((id, diff) -> {
                about(Objects.requireNonNull(is.get(id)));
                diff.fields().stream()
                        .filter(field -> !field.name().equals("active")) // the job's own
                        .forEach(field -> own.field(field.name(), field.before(), field.after()));
            });
        }
    }

    /** Lets the log say of which appointment it tells. */
    private void about(Appointment one) {
        if (own.fields().stream().noneMatch(field -> field.name().equals(NUMBER))) {
            own.now(NUMBER, one.appointmentNumber());
        }
    }

    /** What an assignment is while its appointment is that; null: it stays as it is. */
    private static @Nullable AppointmentStatus assigned(AppointmentStatus status) {
        return switch (status) {
            case Scheduled, Hold -> AppointmentStatus.Scheduled;
            case Dispatched, Working, Done -> status;
            case Canceled -> null;
        };
    }
}
