package org.callboard.web.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Priority;
import org.callboard.settings.Technician;
import org.jspecify.annotations.Nullable;

/**
 * The visits of one day by who comes: first those to which nobody does, then each technician's, last those on hold.
 *
 * @param today what day it is for the company
 * @param free the technicians who have no visit that day
 * @param more whether there are more visits than the page shows
 */
public record DayView(
        LocalDate date, LocalDate today, ZoneId zone, List<Group> groups, List<String> free, boolean more) {

    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter TITLE_OF_YEAR = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);

    /**
     * The visits of one technician, or of nobody.
     *
     * @param missing whether somebody is still to be assigned
     * @param state what the technician does right now; null on other days, and where it is nobody
     */
    record Group(String name, boolean missing, @Nullable State state, List<Visit> visits) {

        /** Such as {@code 3 appointments, 6 hours 30 minutes}. */
        public String sum() {
            Duration sum = visits.stream()
                    .map(visit -> Duration.between(
                            visit.line.time().startOn(), visit.line.time().endOn()))
                    .reduce(Duration.ZERO, Duration::plus);
            return Amounts.count(visits.size(), "appointment") + ", " + Amounts.length(sum);
        }
    }

    /** What a technician does, as the appointments of the day say it. */
    enum State {
        AT_WORK("At work", AppointmentStatus.Working),
        ON_THE_WAY("On the way", AppointmentStatus.Dispatched),
        FREE("Free now", null);

        private final String words;
        private final @Nullable AppointmentStatus by;

        State(String words, @Nullable AppointmentStatus by) {
            this.words = words;
            this.by = by;
        }

        static State of(List<DayStore.Line> lines) {
            return Stream.of(AT_WORK, ON_THE_WAY)
                    .filter(state -> lines.stream().anyMatch(line -> line.status() == state.by))
                    .findFirst()
                    .orElse(FREE);
        }

        public String words() {
            return words;
        }

        /** The end of its class among the states'. */
        public String look() {
            return by == null ? "active" : by.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A row: what it shows and where it leads, each in one step, since a day may have hundreds.
     *
     * @param with who comes along, beside the one of the group; empty for nobody
     */
    record Visit(DayStore.Line line, String when, String with) {

        public String path() {
            return "/jobs/" + line.jobId() + "?appointment=" + line.id();
        }

        public String status() {
            return line.status().words();
        }

        /** The class of its state. */
        public String look() {
            return "cb-status-" + line.status().name().toLowerCase(Locale.ROOT);
        }

        public String number() {
            return line.appointmentNumber();
        }

        public String jobType() {
            return line.jobType();
        }

        public boolean isUrgent() {
            return line.priority() == Priority.Urgent;
        }

        public boolean isConfirmed() {
            return line.isConfirmed();
        }

        public String customerPath() {
            return "/customers/" + line.customerId();
        }

        public String customerName() {
            return line.customerName();
        }

        public @Nullable String city() {
            return line.address().city();
        }
    }

    static DayView of(
            LocalDate date, LocalDate today, ZoneId zone, List<DayStore.Line> found, List<Technician> technicians) {
        boolean more = found.size() > DayStore.MOST;
        List<DayStore.Line> lines = more ? found.subList(0, DayStore.MOST) : found;
        Map<Long, String> names =
                technicians.stream().collect(Collectors.toMap(Technician::id, Technician::name, (a, b) -> a));
        List<DayStore.Line> held = lines.stream()
                .filter(line -> line.status() == AppointmentStatus.Hold)
                .toList();
        List<DayStore.Line> due = lines.stream()
                .filter(line -> line.status() != AppointmentStatus.Hold)
                .toList();
        Map<Long, List<DayStore.Line>> byTechnician = new LinkedHashMap<>();
        technicians.stream()
                .sorted(Comparator.comparing(Technician::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> byTechnician.put(one.id(), new ArrayList<>()));
        due.forEach(line -> line.technicianIds().stream().map(byTechnician::get).forEach(all -> {
            if (all != null) {
                all.add(line);
            }
        }));
        List<Group> groups = new ArrayList<>();
        add(
                groups,
                "Nobody assigned",
                true,
                null,
                due.stream().filter(line -> line.technicianIds().isEmpty()).toList(),
                line -> visit(line, date, zone, names, 0));
        byTechnician.forEach((id, all) -> add(
                groups,
                names.getOrDefault(id, ""),
                false,
                date.equals(today) ? State.of(all) : null,
                all,
                line -> visit(line, date, zone, names, id)));
        add(groups, "On hold", false, null, held, line -> visit(line, date, zone, names, 0));
        List<String> free = technicians.stream()
                .filter(Technician::active)
                .filter(one -> byTechnician.getOrDefault(one.id(), List.of()).isEmpty())
                .map(Technician::name)
                .toList();
        return new DayView(date, today, zone, groups, free, more);
    }

    private static void add(
            List<Group> groups,
            String name,
            boolean missing,
            @Nullable State state,
            List<DayStore.Line> lines,
            Function<DayStore.Line, Visit> visit) {
        if (!lines.isEmpty()) {
            groups.add(new Group(name, missing, state, lines.stream().map(visit).toList()));
        }
    }

    private static Visit visit(DayStore.Line line, LocalDate date, ZoneId zone, Map<Long, String> names, long except) {
        String others = line.technicianIds().stream()
                .filter(id -> id != except)
                .map(id -> names.getOrDefault(id, ""))
                .collect(Collectors.joining(", "));
        return new Visit(
                line,
                Amounts.hours(line.time().startOn(), line.time().endOn(), date, zone),
                others.isEmpty() || except == 0 ? others : "with " + others);
    }

    /** How many visits there are, those on hold too. */
    public long count() {
        return groups.stream()
                .flatMap(group -> group.visits.stream())
                .map(visit -> visit.line.id())
                .distinct()
                .count();
    }

    public String title() {
        return (date.getYear() == today.getYear() ? TITLE : TITLE_OF_YEAR).format(date);
    }

    /** What the day is called beside its date; empty where it has no name. */
    public String nickname() {
        return date.equals(today)
                ? "Today"
                : date.equals(today.plusDays(1)) ? "Tomorrow" : date.equals(today.minusDays(1)) ? "Yesterday" : "";
    }

    public LocalDate before() {
        return date.minusDays(1);
    }

    public LocalDate after() {
        return date.plusDays(1);
    }

    /** When the day begins and ends. */
    static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
