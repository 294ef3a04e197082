package org.callboard.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.database.Caller;
import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.AssignTechnicians;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.HoldAppointment;
import org.callboard.dispatch.RescheduleAppointment;
import org.callboard.dispatch.RescheduleAppointment.BusyTechnicians;
import org.callboard.dispatch.RescheduleAppointment.Reschedule;
import org.callboard.dispatch.WorkAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Overlap;
import org.callboard.jobs.VisitTime;
import org.callboard.validation.FieldErrors;

/** What becomes of a job that was booked: by the acts that people have, at the times at which they would do them. */
class DemoVisits {

    private static final List<String> MOVED = List.of(
            "Customer has to work", "Technician is ill", "Customer is away that day", "Earlier job takes longer");
    private static final List<String> CANCELED =
            List.of("Called again: it works by itself now.", "Landlord sends his own man.", "Too expensive for them.");

    private final Appointments appointments;
    private final AssignTechnicians assign;
    private final WorkAppointment work;
    private final HoldAppointment hold;
    private final RescheduleAppointment reschedule;
    private final ChangeAppointment change;
    private final CancelJob cancel;

    DemoVisits(
            Appointments appointments,
            AssignTechnicians assign,
            WorkAppointment work,
            HoldAppointment hold,
            RescheduleAppointment reschedule,
            ChangeAppointment change,
            CancelJob cancel) {
        this.appointments = appointments;
        this.assign = assign;
        this.work = work;
        this.hold = hold;
        this.reschedule = reschedule;
        this.change = change;
        this.cancel = cancel;
    }

    /**
     * Somebody is assigned after a while, and then it goes its way: most are worked on, some moved, held or canceled.
     *
     * @param certain whether it is worked on
     */
    void plan(Lookup lookup, long job, long unit, Instant booked, Timeline timeline, boolean certain) {
        Visit visit = new Visit(lookup, first(lookup.tenant(), job), unit, timeline);
        Random random = new Random(visit.start().getEpochSecond() * 31 + job);
        Instant soon = booked.plus(minutes(random, 2, 90));
        if (soon.isBefore(visit.start())) {
            visit.at(soon, random, () -> {
                if (random.nextInt(7) > 0) {
                    assign(visit, random);
                }
                if (random.nextInt(3) == 0) {
                    change.confirm(visit.tenant(), visit.id(), true, Precondition.NONE);
                }
            });
        }
        Instant before =
                latest(soon, visit.start().minus(minutes(random, 40, 900))).plusSeconds(60);
        switch (random.nextInt(before.isBefore(visit.start()) && !certain ? 20 : 1)) {
            case 17 -> visit.at(before, random, () -> cancel(visit, job, random));
            case 18 -> visit.at(before, random, () -> putOnHold(visit, random));
            case 19 -> visit.at(before, random, () -> move(visit, random));
            default -> goOn(visit, random);
        }
    }

    private void putOnHold(Visit visit, Random random) {
        List<Long> reasons = visit.lookup.holdReasons();
        hold.hold(
                visit.tenant(),
                visit.id(),
                reasons.get(random.nextInt(reasons.size())),
                "Distributor says two more days",
                new FieldErrors(),
                Precondition.NONE);
    }

    private void cancel(Visit visit, long job, Random random) {
        List<Long> reasons = visit.lookup.cancelReasons();
        cancel.cancel(
                visit.tenant(),
                job,
                reasons.get(random.nextInt(reasons.size())),
                CANCELED.get(random.nextInt(CANCELED.size())),
                new FieldErrors(),
                Precondition.NONE);
        boolean unassigned = first(visit.tenant(), job).technicianIds().isEmpty(); // who comes may be busy by then
        if (random.nextInt(5) == 0 && unassigned) {
            visit.at(visit.start().minusSeconds(600), random, () -> {
                cancel.takeBack(visit.tenant(), job, Map.of(), Precondition.NONE);
                goOn(visit, random);
            });
        }
    }

    /** To the same time on another day. */
    private void move(Visit visit, Random random) {
        VisitTime time = visit.appointment.time();
        long days = random.nextInt(2) + 1L;
        boolean sunday = time.startOn()
                        .plus(Duration.ofDays(days))
                        .atZone(visit.lookup.zone())
                        .getDayOfWeek()
                == DayOfWeek.SUNDAY;
        Duration by = Duration.ofDays(sunday ? days + 1 : days);
        Appointment moved = reschedule
                .reschedule(
                        visit.tenant(),
                        visit.id(),
                        new Reschedule(
                                VisitTime.of(
                                        time.startOn().plus(by), time.endOn().plus(by)),
                                MOVED.get(random.nextInt(MOVED.size())),
                                BusyTechnicians.DROP),
                        Precondition.NONE)
                .appointment();
        goOn(new Visit(visit.lookup, moved, visit.unit, visit.timeline), random);
    }

    /** A technician does the job at its time, more or less. */
    private void goOn(Visit visit, Random random) {
        Instant arrives = visit.start().plus(minutes(random, -5, 15));
        visit.at(visit.start().minus(minutes(random, 15, 40)), random, () -> {
            if (now(visit).technicianIds().isEmpty()) {
                assign(visit, random);
            }
            act(visit, AppointmentAct.DISPATCH);
        });
        visit.at(arrives, random, () -> act(visit, AppointmentAct.START));
        visit.at(
                visit.appointment.time().endOn().plus(minutes(random, -20, 25)),
                random,
                () -> act(visit, AppointmentAct.FINISH));
    }

    private void act(Visit visit, AppointmentAct act) {
        if (act.next(now(visit).status()).isPresent()) {
            work.act(visit.tenant(), visit.id(), act, Precondition.NONE);
        }
    }

    private Appointment now(Visit visit) {
        return appointments.get(visit.tenant(), visit.id());
    }

    /** Somebody of the business unit who is free, or who is not. */
    private void assign(Visit visit, Random random) {
        Appointment appointment = now(visit);
        if (appointment.status() == AppointmentStatus.Canceled) {
            return;
        }
        List<Long> team = visit.lookup.technicians().getOrDefault(visit.unit, List.of());
        Set<Long> busy = appointments.overlaps(visit.tenant(), team, appointment.time(), List.of(visit.id())).stream()
                .map(Overlap::technicianId)
                .collect(Collectors.toSet());
        List<Long> free = team.stream().filter(one -> !busy.contains(one)).toList();
        List<Long> choice = free.isEmpty() ? team : free;
        if (!choice.isEmpty()) {
            assign.assign(
                    visit.tenant(),
                    visit.id(),
                    List.of(choice.get(random.nextInt(choice.size()))),
                    new FieldErrors(),
                    Precondition.NONE);
        }
    }

    private Appointment first(long tenant, long job) {
        return appointments.ofJob(tenant, job).getFirst();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration minutes(Random random, int from, int to) {
        return Duration.ofMinutes(random.nextInt(from, to));
    }

    /** An appointment as it was planned. */
    private record Visit(Lookup lookup, Appointment appointment, long unit, Timeline timeline) {

        long tenant() {
            return lookup.tenant();
        }

        long id() {
            return appointment.id();
        }

        Instant start() {
            return appointment.time().startOn();
        }

        /** One of those who answer the telephone does it then. */
        void at(Instant when, Random random, Runnable what) {
            Caller csr = lookup.csrs().get(random.nextInt(lookup.csrs().size()));
            timeline.at(when, () -> csr.run(what));
        }
    }
}
