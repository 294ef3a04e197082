package org.callboard.web.jobs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.desk.StartTimes;
import org.callboard.desk.UndoBooking;
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
import org.callboard.web.booking.Booked;
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
 * @param questions what is asked before a time is taken, by the field of the start
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
        CustomValues custom,
        Choices choices,
        List<Overlap> busy,
        Map<String, StartTimes.Question> questions,
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

    /**
     * What the forms of the page offer.
     *
     * @param details for those that change the details
     */
    record Choices(
            List<Option> technicians, List<Option> holdReasons, List<Option> cancelReasons, DetailChoices details) {

        static final Choices NONE = new Choices(List.of(), List.of(), List.of(), DetailChoices.NONE);
    }

    /** What the form of the details offers: what is in use, and what the job has. */
    record DetailChoices(
            List<Option> businessUnits,
            List<Option> jobTypes,
            List<Option> campaigns,
            List<Option> sellers,
            List<Option> tagTypes,
            List<CustomFieldType> customFields) {

        static final DetailChoices NONE =
                new DetailChoices(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Who sold the job; null where nobody did, or nobody knows any more. */
    public @Nullable String soldBy() {
        Long id = job.details().soldById();
        return id == null ? null : people.get(id);
    }

    /** Who may have sold it: technicians, and whoever did. */
    public List<Option> sellers() {
        return Option.with(choices.details.sellers, job.details().soldById(), soldBy());
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
        return "on " + one.appointmentNumber() + ", " + when.dayWithin(one.startOn()) + ", "
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

    /** The field that confirms what is asked about the time in another. */
    public String confirms(String startField) {
        return JobForms.confirms(startField);
    }

    /** What is asked before the time in a field is taken; null for nothing. */
    public StartTimes.@Nullable Question question(String startField) {
        return questions.get(startField);
    }

    /** Whether something about a time was asked and is still to be confirmed. */
    public boolean unconfirmed(String startField) {
        return form.wrong(confirms(startField)) != null;
    }

    public String newMinutes(Visit visit) {
        return JobForms.newMinutes(visit.id());
    }

    /** What the values of the custom fields are, with their names: first the answers to the script, in its order. */
    public List<Option> customValues() {
        return custom.said();
    }

    /** What the job's type asks and nobody has answered. */
    public List<String> notAsked() {
        return custom.notAsked(job);
    }

    /** What to say to ask for a custom field; null where the script does not say. */
    public @Nullable String help(CustomFieldType field) {
        return custom.help(field.id());
    }

    /** Whether the booking may still be undone, as far as that is seen here. */
    public boolean undoable() {
        return job.active()
                && job.version() == 1
                && !when.now().isAfter(job.createdOn().plus(UndoBooking.ALLOWED));
    }

    public String undoPath() {
        return Booked.undoPath(job.id());
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
