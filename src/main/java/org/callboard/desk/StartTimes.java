package org.callboard.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Overlap;
import org.callboard.jobs.VisitTime;
import org.callboard.openinghours.VisitWarning;
import org.callboard.openinghours.VisitWarnings;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** When a visit starts: what somebody entered by the company's clocks, as a moment that they really meant. */
@Service
public class StartTimes {

    private static final Duration SOON = Duration.ofMinutes(90); // so the full hour before is not past when it is sent
    private static final int HOURS_AHEAD = 15 * 24;
    private static final String TWICE =
            "The clocks are put back then and show this time twice. It is the first of the two.";

    /**
     * What a person is asked about a time.
     *
     * @param confirms what the form sends back to confirm exactly this: the time, and what was said of it
     */
    public record Question(String confirms, List<String> sentences) {}

    private final Tenants tenants;
    private final VisitWarnings warnings;
    private final Appointments appointments;
    private final Clock clock;

    StartTimes(Tenants tenants, VisitWarnings warnings, Appointments appointments, Clock clock) {
        this.tenants = tenants;
        this.warnings = warnings;
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * Notes under {@code start} that there is none, or none by the clocks; and under {@code confirmedStart} what to
     * confirm before a job is booked at this very time.
     */
    void check(long tenant, BookJobRequest form, FieldErrors errors) {
        errors.required("start", form.start());
        if (form.start() != null && time(tenant, form.start()).check("start", errors)) {
            question(tenant, form.start(), form.minutes(), form.technicianIds())
                    .filter(question -> !question.confirms.equals(form.confirmedStart()))
                    .ifPresent(
                            question -> question.sentences.forEach(sentence -> errors.add("confirmedStart", sentence)));
        }
    }

    /** What is asked before a job is booked at a time that was typed. */
    public Optional<Question> question(
            long tenant, LocalDateTime start, @Nullable Integer minutes, List<Long> technicians) {
        return question(tenant, start, BookJob.length(minutes), technicians, List.of());
    }

    /**
     * What is asked before a visit takes a time, and of technicians who are elsewhere then; nothing for a usual time, and for
     * one that the clocks skip.
     *
     * @param except appointments that are in nobody's way, such as the one that is moved
     */
    public Optional<Question> question(
            long tenant, LocalDateTime start, Duration length, List<Long> technicians, List<Long> except) {
        WallClockTime time = time(tenant, start);
        if (!time.check("start", new FieldErrors())) {
            return Optional.empty();
        }
        Instant first = time.first();
        Instant end = first.plus(length);
        List<Busy> busy = appointments.overlaps(tenant, technicians, VisitTime.of(first, end), except).stream()
                .map(overlap -> Busy.of(overlap, time.zone()))
                .toList();
        return question(time, warnings.of(tenant, first, end), busy);
    }

    /** A technician who is elsewhere, and what is said of that. */
    record Busy(String word, String sentence) {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

        static Busy of(Overlap overlap, ZoneId zone) {
            ZonedDateTime from = overlap.startOn().atZone(zone);
            return new Busy(
                    "busy-" + overlap.technicianId() + "-" + overlap.appointmentId(),
                    overlap.technicianName() + " is on " + overlap.appointmentNumber() + " then, " + DAY.format(from)
                            + ", " + TIME.format(from) + " to "
                            + TIME.format(overlap.endOn().atZone(zone)) + ".");
        }
    }

    static Optional<Question> question(WallClockTime time, List<VisitWarning> said, List<Busy> busy) {
        List<String> words =
                said.stream().map(one -> one.kind().code()).collect(Collectors.toCollection(ArrayList::new));
        List<String> sentences =
                said.stream().map(VisitWarning::sentence).collect(Collectors.toCollection(ArrayList::new));
        busy.forEach(one -> {
            words.add(one.word);
            sentences.add(one.sentence);
        });
        if (time.comesTwice()) {
            words.add("comes-twice");
            sentences.add(TWICE);
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(time.time() + " " + String.join(" ", words), sentences));
    }

    /** The next full hour at which a visit so long is nothing unusual; in a company that never works the next one. */
    public LocalDateTime next(long tenant, Duration length) {
        LocalDateTime soonest = clock.instant()
                .plus(SOON)
                .atZone(tenants.get(tenant).timeZone())
                .truncatedTo(ChronoUnit.HOURS)
                .toLocalDateTime();
        LocalDateTime start = warnings.usual(tenant, soonest, length, HOURS_AHEAD);
        return start == null ? soonest : start;
    }

    /** Where the clocks show the time twice it is the first one, which is what the person was told. */
    Instant moment(long tenant, BookJobRequest form) {
        return time(tenant, Objects.requireNonNull(form.start())).first();
    }

    private WallClockTime time(long tenant, LocalDateTime start) {
        return new WallClockTime(start, tenants.get(tenant).timeZone());
    }
}
