package org.callboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.JobStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes the jobs of one company's customers: most are done, some wait or were canceled, and on the last day everything is
 * under way that can be. A technician comes to nearly every appointment.
 */
final class JobRows {

    private static final long LENGTH = 2 * Times.HOUR;

    /** How many customers at the end have their first job on the last day, for each technician. */
    private static final int LATELY = 12;

    private static final List<AppointmentStatus> ON_THE_LAST_DAY = List.of(
            AppointmentStatus.Done,
            AppointmentStatus.Working,
            AppointmentStatus.Dispatched,
            AppointmentStatus.Hold,
            AppointmentStatus.Scheduled);

    private record Visit(long start, AppointmentStatus status) {

        long end() {
            return start + LENGTH;
        }
    }

    private final Company company;
    private final Numbers numbers;
    private final Pools pools;
    private final Times times;

    JobRows(Company company, Numbers numbers, Pools pools, Times times) {
        this.company = company;
        this.numbers = numbers;
        this.pools = pools;
        this.times = times;
    }

    void write(Batch batch, long number, Shape shape, long created, ChangeRows changes, Draw draw) {
        for (int i = 0; i < shape.jobs(); i++) {
            write(batch, number, i, shape, i == 0 ? created : times.after(created, 250, draw), changes, draw);
        }
    }

    private void write(Batch batch, long number, int place, Shape shape, long booked, ChangeRows changes, Draw draw) {
        Company.Settings settings = company.settings();
        long id = numbers.of(Table.JOB, number, place);
        long customer = numbers.of(Table.CUSTOMER, number, 0);
        long location = numbers.of(Table.LOCATION, number, draw.below(shape.places()));
        boolean canceled = shape.isCanceled(place);
        List<Visit> visits = visits(number, place, shape, booked, canceled, draw);
        JobStatus status = canceled
                ? JobStatus.Canceled
                : JobStatus.of(visits.stream().map(Visit::status).toList());
        long created = Math.min(booked, visits.getFirst().start - LENGTH);
        @Nullable
        Long completed = status == JobStatus.Completed
                ? visits.stream().mapToLong(Visit::end).max().orElseThrow()
                : null;
        long modified = completed == null ? created : completed;
        batch.rows(Table.JOB)
                .row(company.tenant())
                .number(id)
                .number(customer)
                .number(location)
                .number(draw.of(settings.units()))
                .number(draw.of(settings.jobTypes()))
                .number(draw.of(settings.campaigns()))
                .text(draw.chance(0.1) ? "Urgent" : "Normal")
                .text(status.name())
                .text(pools.summaries.of(draw))
                .number(place < shape.bookings() ? numbers.of(Table.BOOKING, number, place) : null)
                .time(created)
                .number(company.owner().id())
                .number(completed)
                .time(modified);
        batch.rows(Table.INVOICE)
                .row(company.tenant())
                .number(numbers.of(Table.INVOICE, number, place))
                .number(id)
                .number(customer)
                .number(location)
                .flag(!canceled)
                .time(created)
                .time(modified);
        changes.happened("job", id, "booked", created, "customerId", customer);
        changes.happened("job", id, happened(status), modified, "jobStatus", status.name());
        int first = place + (place == 0 ? 0 : shape.revisits());
        for (int i = 0; i < visits.size(); i++) {
            write(batch, numbers.of(Table.APPOINTMENT, number, first + i), id, i + 1, visits.get(i), created, draw);
            writeAssignment(
                    batch,
                    numbers.of(Table.APPOINTMENT_ASSIGNMENT, number, first + i),
                    numbers.of(Table.APPOINTMENT, number, first + i),
                    visits.get(i),
                    created,
                    changes,
                    draw);
            changes.happened(
                    "appointment", numbers.of(Table.APPOINTMENT, number, first + i), "created", created, "jobId", id);
        }
        if (canceled) {
            writeCancellation(batch, numbers.of(Table.JOB_CANCELLATION, number, 0), id, modified, changes, draw);
        }
    }

    /** The visits of a job; the first job of some customers needed a second one. */
    private List<Visit> visits(long number, int place, Shape shape, long booked, boolean canceled, Draw draw) {
        boolean lately = place == 0
                && number
                        >= company.customers()
                                - (long) LATELY
                                        * company.settings().technicians().size();
        AppointmentStatus then = ON_THE_LAST_DAY.get((int) (number % ON_THE_LAST_DAY.size()));
        long start = atWork(
                lately
                        ? then == AppointmentStatus.Scheduled ? times.until() : times.until() - Times.DAY
                        : booked + Times.DAY / 2 + (long) (draw.span(3) * Times.DAY),
                draw);
        List<Visit> visits = new ArrayList<>();
        visits.add(new Visit(start, canceled ? AppointmentStatus.Canceled : lately ? then : status(start, draw)));
        IntStream.range(0, place == 0 ? shape.revisits() : 0).forEach(i -> {
            Visit before = visits.getLast();
            long again = atWork(before.start + Times.DAY + (long) (draw.span(4) * Times.DAY), draw);
            AppointmentStatus next =
                    before.status == AppointmentStatus.Done ? status(again, draw) : AppointmentStatus.Scheduled;
            visits.add(new Visit(again, canceled ? AppointmentStatus.Canceled : next));
        });
        return visits;
    }

    private AppointmentStatus status(long start, Draw draw) {
        boolean near = Math.abs(start - times.until()) < 30 * Times.DAY;
        if (draw.chance(0.04) && near) {
            return AppointmentStatus.Hold;
        }
        return start + LENGTH < times.until() ? AppointmentStatus.Done : AppointmentStatus.Scheduled;
    }

    /** A full hour of the working day in Ohio; on a Monday where it would be a Sunday. */
    private static long atWork(long time, Draw draw) {
        long day = Math.floorDiv(time, Times.DAY);
        boolean sunday = day % 7 == 1; // they are counted from a Saturday
        return (sunday ? day + 1 : day) * Times.DAY + draw.between(13, 20) * Times.HOUR;
    }

    /** What the log says of a job that has this status. */
    private static String happened(JobStatus status) {
        return switch (status) {
            case Scheduled -> "updated";
            case Dispatched -> "dispatched";
            case InProgress -> "started";
            case Hold -> "put on hold";
            case Completed -> "completed";
            case Canceled -> "cancelled";
        };
    }

    private void write(Batch batch, long id, long job, int number, Visit visit, long created, Draw draw) {
        boolean hold = visit.status == AppointmentStatus.Hold;
        batch.rows(Table.APPOINTMENT)
                .row(company.tenant())
                .number(id)
                .number(job)
                .integer(number)
                .time(visit.start)
                .time(visit.end())
                .text(visit.status.name())
                .flag(draw.chance(0.3))
                .number(hold ? draw.of(company.settings().holdReasons()) : null)
                .text(visit.status == AppointmentStatus.Canceled ? AppointmentStatus.Scheduled.name() : null)
                .time(created)
                .number(company.owner().id())
                .time(visit.status == AppointmentStatus.Done ? visit.end() : created);
    }

    private void writeAssignment(
            Batch batch, long id, long appointment, Visit visit, long created, ChangeRows changes, Draw draw) {
        AppointmentStatus status = switch (visit.status) {
            case Dispatched, Working, Done -> visit.status;
            case Scheduled, Hold, Canceled -> AppointmentStatus.Scheduled;
        };
        batch.rows(Table.APPOINTMENT_ASSIGNMENT)
                .row(company.tenant())
                .number(id)
                .number(appointment)
                .number(draw.of(company.settings().technicians()))
                .text(status.name())
                .flag(status != AppointmentStatus.Scheduled || draw.chance(0.9))
                .number(company.owner().id())
                .time(created)
                .time(status == AppointmentStatus.Done ? visit.end() : created);
        changes.happened("appointment-assignment", id, "assigned", created, "appointmentId", appointment);
    }

    private void writeCancellation(Batch batch, long id, long job, long when, ChangeRows changes, Draw draw) {
        batch.rows(Table.JOB_CANCELLATION)
                .row(company.tenant())
                .number(id)
                .number(job)
                .number(draw.of(company.settings().cancelReasons()))
                .text(draw.of(pools.notes).replace("%d", "5"))
                .flag(true)
                .time(when)
                .number(company.owner().id())
                .time(when);
        changes.happened("job-cancellation", id, "created", when, "jobId", job);
    }
}
