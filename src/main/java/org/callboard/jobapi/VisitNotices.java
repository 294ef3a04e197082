package org.callboard.jobapi;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.callboard.http.OwnHeaders;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Overlap;
import org.callboard.openinghours.VisitWarning;
import org.callboard.openinghours.VisitWarnings;
import org.springframework.stereotype.Component;

/** Says in headers what is unusual about visits that a program booked or moved: nothing is refused for it. */
@Component
class VisitNotices {

    /** What an operation that answers with the headers says of them. */
    static final String DESCRIPTION = "What is unusual is done all the same and said in headers: "
            + OwnHeaders.OVERBOOKED
            + " names technicians who are busy then, each with the appointment in the way, as in"
            + " 1004=2207; " + OwnHeaders.WARNINGS + " says what a person would be asked about, as in"
            + " appointments[0].start=outside-opening-hours. Words are in-the-past, far-ahead, on-holiday and"
            + " outside-opening-hours.";

    private static final int MOST = 50;

    private final Appointments appointments;
    private final VisitWarnings warnings;

    VisitNotices(Appointments appointments, VisitWarnings warnings) {
        this.appointments = appointments;
        this.warnings = warnings;
    }

    /** Of a job that was just booked. */
    void announceJob(long tenant, long job, HttpServletResponse response) {
        List<Appointment> visits = appointments.ofJob(tenant, job);
        List<Overlap> overlaps = new ArrayList<>();
        List<String> said = new ArrayList<>();
        BiFunction<Instant, Instant, List<VisitWarning>> unusual = warnings.of(tenant);
        for (int i = 0; i < visits.size(); i++) {
            Appointment visit = visits.get(i);
            overlaps.addAll(appointments.overlaps(tenant, visit.technicianIds(), visit.time(), List.of(visit.id())));
            said.addAll(said(unusual, "appointments[" + i + "].", visit));
        }
        write(response, overlaps, said);
    }

    /** Of one that was made or moved. */
    void announce(long tenant, Appointment visit, List<Overlap> overlaps, HttpServletResponse response) {
        write(response, overlaps, said(warnings.of(tenant), "", visit));
    }

    /** Of one that got technicians. */
    void announce(List<Overlap> overlaps, HttpServletResponse response) {
        write(response, overlaps, List.of());
    }

    private static List<String> said(
            BiFunction<Instant, Instant, List<VisitWarning>> unusual, String path, Appointment visit) {
        return unusual.apply(visit.time().startOn(), visit.time().endOn()).stream()
                .map(warning -> path + "start=" + warning.kind().code())
                .toList();
    }

    private static void write(HttpServletResponse response, List<Overlap> overlaps, List<String> said) {
        header(
                response,
                OwnHeaders.OVERBOOKED,
                overlaps.stream()
                        .map(overlap -> overlap.technicianId() + "=" + overlap.appointmentId())
                        .distinct()
                        .toList());
        header(response, OwnHeaders.WARNINGS, said);
    }

    private static void header(HttpServletResponse response, String name, List<String> all) {
        if (!all.isEmpty()) {
            String first = all.stream().limit(MOST).collect(Collectors.joining(", "));
            response.setHeader(name, all.size() > MOST ? first + ", ..." : first);
        }
    }
}
