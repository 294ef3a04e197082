package org.callboard.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.callboard.database.Caller;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Priority;

/** The jobs that customers booked by telephone, and how the technicians get on with them. */
class DemoJobs {

    private static final int COUNT = 172;
    private static final int DAYS_BACK = 7;
    private static final int DAYS_AHEAD = 5;

    private final Jobs jobs;
    private final DemoVisits visits;

    DemoJobs(Jobs jobs, DemoVisits visits) {
        this.jobs = jobs;
        this.visits = visits;
    }

    /** Plans a week of work behind us and some days ahead. */
    void plan(Lookup lookup, List<DemoCustomers.Place> places, Timeline timeline, Instant now, Random random) {
        List<DemoText.Row> work = DemoText.of("work");
        List<Long> campaigns = new ArrayList<>(lookup.campaigns().values());
        campaigns.sort(null);
        for (int i = 0; i < COUNT; i++) {
            DemoText.Row what = work.get(random.nextInt(work.size()));
            DemoCustomers.Place where = places.get(random.nextInt(places.size()));
            Instant start = slot(lookup, now, random).toInstant();
            Instant end = start.plus(Duration.ofMinutes(what.number(1)));
            JobDraft draft = new JobDraft(
                    where.customerId(),
                    where.locationId(),
                    Objects.requireNonNull(lookup.unitOf(what.text(0))),
                    Objects.requireNonNull(lookup.jobType(what.text(0))),
                    campaigns.get(random.nextInt(campaigns.size())),
                    random.nextInt(8) == 0 ? Priority.High : Priority.Normal,
                    what.text(2),
                    null,
                    start,
                    end);
            Instant earliest = start.minus(Duration.ofMinutes(random.nextLong(60, 3 * 24 * 60)));
            Instant latest = now.minus(Duration.ofMinutes(random.nextLong(20, 3600)));
            Caller csr = lookup.csrs().get(random.nextInt(lookup.csrs().size()));
            Instant booked = earliest.isBefore(latest) ? earliest : latest;
            timeline.at(booked, () -> csr.run(() -> goOn(lookup, jobs.book(lookup.tenant(), draft), booked, timeline)));
        }
    }

    /** What becomes of a job that was booked at a time. */
    void goOn(Lookup lookup, long job, Instant booked, Timeline timeline) {
        visits.plan(lookup, job, jobs.get(lookup.tenant(), job).details().businessUnitId(), booked, timeline);
    }

    private static ZonedDateTime slot(Lookup lookup, Instant now, Random random) {
        while (true) {
            LocalDate day =
                    LocalDate.ofInstant(now, lookup.zone()).plusDays(random.nextInt(-DAYS_BACK, DAYS_AHEAD + 1));
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                return day.atTime(8 + 2 * random.nextInt(5), 30 * random.nextInt(2))
                        .atZone(lookup.zone());
            }
        }
    }
}
