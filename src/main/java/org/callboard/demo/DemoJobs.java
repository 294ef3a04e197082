package org.callboard.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Priority;

/** The jobs that customers booked by telephone, and how the technicians get on with them. */
class DemoJobs {

    private static final int COUNT = 172;
    private static final int DAYS_BACK = 7;
    private static final int DAYS_AHEAD = 5;

    /** When visits begin that go on just now, in minutes from now; dispatching takes at least a quarter of an hour. */
    private static final int[] UNDER_WAY = {-50, -35, -20, 5, 10, 12};

    private final Jobs jobs;
    private final DemoVisits visits;
    private final DemoAnswers answers;

    DemoJobs(Jobs jobs, DemoVisits visits, DemoAnswers answers) {
        this.jobs = jobs;
        this.visits = visits;
        this.answers = answers;
    }

    /** Plans a week of work behind us and some days ahead, and at whatever hour it is somebody is on the way and at work. */
    void plan(Lookup lookup, List<DemoCustomers.Place> places, Timeline timeline, Instant now, Random random) {
        List<DemoText.Row> work = DemoText.of("work");
        List<Long> campaigns = new ArrayList<>(lookup.campaigns().values());
        campaigns.sort(null);
        for (int i = 0; i < COUNT; i++) {
            JobDraft draft = draft(
                    lookup,
                    work.get(random.nextInt(work.size())),
                    places.get(random.nextInt(places.size())),
                    campaigns.get(random.nextInt(campaigns.size())),
                    slot(lookup, now, random).toInstant(),
                    random.nextInt(8) == 0 ? Priority.High : Priority.Normal);
            Instant start = draft.appointments().getFirst().time().startOn();
            Instant earliest = start.minus(Duration.ofMinutes(random.nextLong(60, 3 * 24 * 60)));
            Instant latest = now.minus(Duration.ofMinutes(random.nextLong(20, 3600)));
            Instant booked = earliest.isBefore(latest) ? earliest : latest;
            book(lookup, draft, booked, timeline, random, false);
        }
        for (int minutes : UNDER_WAY) {
            Instant start = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutes));
            JobDraft draft = draft(
                    lookup,
                    work.get(random.nextInt(work.size())),
                    places.get(random.nextInt(places.size())),
                    campaigns.getFirst(),
                    start,
                    Priority.Urgent);
            book(lookup, draft, start.minus(Duration.ofHours(2)), timeline, random, true);
        }
    }

    private static JobDraft draft(
            Lookup lookup,
            DemoText.Row what,
            DemoCustomers.Place where,
            long campaign,
            Instant start,
            Priority priority) {
        return new JobDraft(
                where.customerId(),
                where.locationId(),
                Objects.requireNonNull(lookup.unitOf(what.text(0))),
                Objects.requireNonNull(lookup.jobType(what.text(0))),
                campaign,
                priority,
                what.text(2),
                null,
                start,
                start.plus(Duration.ofMinutes(what.number(1))));
    }

    /** @param certain whether it goes as planned */
    private void book(
            Lookup lookup, JobDraft draft, Instant booked, Timeline timeline, Random random, boolean certain) {
        Caller csr = lookup.csrs().get(random.nextInt(lookup.csrs().size()));
        timeline.at(
                booked,
                () -> csr.run(() -> {
                    Random answering = new Random(booked.getEpochSecond());
                    long job = jobs.book(
                            lookup.tenant(),
                            RecordShape.with(draft, "customData", answers.of(lookup.tenant(), draft, answering)));
                    visits.plan(lookup, job, draft.details().businessUnitId(), booked, timeline, certain);
                }));
    }

    /** What becomes of a job that was booked at a time. */
    void goOn(Lookup lookup, long job, Instant booked, Timeline timeline) {
        goOn(lookup, job, booked, timeline, false);
    }

    /** @param certain whether it goes as planned */
    void goOn(Lookup lookup, long job, Instant booked, Timeline timeline, boolean certain) {
        visits.plan(lookup, job, jobs.get(lookup.tenant(), job).details().businessUnitId(), booked, timeline, certain);
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
