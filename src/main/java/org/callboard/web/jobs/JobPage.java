package org.callboard.web.jobs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.details.ContactEntry;
import org.callboard.dispatch.JobNote;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobStatus;
import org.callboard.jobs.Overlap;
import org.callboard.jobs.Priority;
import org.callboard.settings.CustomFieldType;
import org.callboard.web.When;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a job shows.
 *
 * @param visit the one at hand, which keys and buttons work on
 * @param acts what the person may do; null where that is nothing
 * @param choices the drop-downs of the forms; empty where there are no forms
 * @param busy what else the technicians have at the time of the visit at hand, or at the one that was asked for
 * @param people the names of employees and technicians that the page needs
 * @param editing whether the details are shown as a form
 * @param form all of the page's, since one is sent at a time
 */
public record JobPage(
        Job job,
        JobViewStore.Names names,
        List<ContactEntry> contacts,
        List<Visit> visits,
        Visit visit,
        @Nullable Acts acts,
        List<JobNote> notes,
        Map<Long, String> people,
        List<String> tags,
        Choices choices,
        List<Overlap> busy,
        boolean editing,
        When when,
        Form form) {

    private static final List<Integer> LENGTHS = List.of(30, 60, 90, 120, 180, 240, 360, 480);

    /**
     * One visit.
     *
     * @param time in words
     * @param technicians who comes
     * @param holdReason why it is on hold; null where it is not
     */
    record Visit(
            Appointment appointment,
            String time,
            List<String> technicians,
            @Nullable String holdReason) {

        public long id() {
            return appointment.id();
        }

        public AppointmentStatus status() {
            return appointment.status();
        }

        public String number() {
            return appointment.appointmentNumber();
        }

        public String path() {
            return "/jobs/" + appointment.jobId() + "/appointments/" + appointment.id();
        }
    }

    /** What the forms of the page offer. */
    record Choices(
            List<Option> technicians,
            List<Option> holdReasons,
            List<Option> cancelReasons,
            List<Option> businessUnits,
            List<Option> jobTypes,
            List<Option> campaigns,
            List<Option> tagTypes,
            List<CustomFieldType> customFields) {

        static final Choices NONE =
                new Choices(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Who sold the job; null where nobody did, or nobody knows any more. */
    public @Nullable String soldBy() {
        Long id = job.details().soldById();
        return id == null ? null : people.get(id);
    }

    public List<Option> priorities() {
        return Option.of(Priority.class);
    }

    /** The lengths that are usual, and the one that the form has. */
    public List<Option> lengths(String field) {
        String own = form.value(field);
        Stream<Integer> more = own.matches("\\d{1,5}") ? Stream.of(Integer.valueOf(own)) : Stream.of();
        return Stream.concat(LENGTHS.stream(), more)
                .distinct()
                .sorted()
                .map(minutes -> Option.of(minutes, Amounts.length(Duration.ofMinutes(minutes))))
                .toList();
    }

    /** Where a technician is at the time in question; null where they are free. */
    public @Nullable String busy(String technician) {
        return busy.stream()
                .filter(one -> technician.equals(Long.toString(one.technicianId())))
                .map(this::words)
                .findFirst()
                .orElse(null);
    }

    /** Who is busy of those who come to the visit at hand, with where and when. */
    public List<String> busyOnes() {
        return busy.stream()
                .filter(one -> visit.appointment.technicianIds().contains(one.technicianId()))
                .map(one -> one.technicianName() + " is " + words(one))
                .toList();
    }

    private String words(Overlap one) {
        LocalDate day = LocalDate.ofInstant(one.startOn(), when.zone());
        return "on " + one.appointmentNumber() + ", " + when.day(one.startOn()) + ", "
                + Amounts.hours(one.startOn(), one.endOn(), day, when.zone());
    }

    /** The visits that ask for another time before a cancellation can be taken back: they are over, or were said not to be free. */
    public List<Visit> toMove() {
        return visits.stream()
                .filter(one -> one.status() == AppointmentStatus.Canceled)
                .filter(one -> needsTime(one.appointment) || form.has(JobForms.newStart(one.id())) || isNotFree(one))
                .toList();
    }

    private boolean needsTime(Appointment visit) {
        AppointmentStatus was = visit.canceledFrom();
        return was == AppointmentStatus.Working
                || was != AppointmentStatus.Hold && !visit.time().isAhead(when.now());
    }

    private boolean isNotFree(Visit visit) {
        return form.fact("appointmentIds") instanceof List<?> ids && ids.contains(visit.id());
    }

    public String newStart(Visit visit) {
        return JobForms.newStart(visit.id());
    }

    public String newMinutes(Visit visit) {
        return JobForms.newMinutes(visit.id());
    }

    /** What the values of the custom fields are, in the order of the fields, with their names. */
    public List<Option> customValues() {
        List<Option> values = new ArrayList<>();
        job.customData().customFields().forEach(field -> values.add(new Option(field.value(), field.name())));
        return values;
    }

    /** A visit of the job is under way. */
    public boolean inProgress() {
        return job.status() == JobStatus.InProgress;
    }

    public String author(long id) {
        return Optional.ofNullable(people.get(id)).orElse("A program");
    }

    /** The day of the visit at hand, by the company's clocks. */
    public LocalDate day() {
        return LocalDate.ofInstant(visit.appointment.time().startOn(), when.zone());
    }

    /** Whether a technician comes to the visit at hand, or is chosen to. */
    public boolean comes(String technician) {
        return form.has("assigning")
                ? form.has("technicianIds", technician)
                : visit.appointment.technicianIds().stream().anyMatch(one -> technician.equals(one.toString()));
    }

    /** Whether a cancellation was to be taken back, and times were missing or wrong. */
    public boolean askedForTimes() {
        return form.countWrong() + (form.fact("appointmentIds") == null ? 0 : 1) > 0
                && job.status() == JobStatus.Canceled;
    }
}
