package org.callboard.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.callboard.access.SignedInUser;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.customers.Locations;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.OpenJob;
import org.callboard.jobs.OpenJobs;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Which job a caller most likely means is told first, wherever their jobs are told. */
class MeantJobTest {

    private static final Instant TODAY = LocalDate.now(ZoneId.of("America/New_York"))
            .atStartOfDay(ZoneId.of("America/New_York"))
            .toInstant();

    private final Switchboard board = new Switchboard();
    private final SignedInUser ann = board.ann;
    private final Visitor visitor = Visitor.signedIn(ann);
    private final String number = Switchboard.caller();
    private final long customer = board.shop.customer("Jordan Reyes", number, "12 Oak St");
    private final long location = ann.caller()
            .call(() -> Server.bean(Locations.class)
                    .ofCustomer(board.tenant, customer)
                    .getFirst()
                    .id());

    private long job(String status, Duration fromToday) {
        long job = ann.caller()
                .call(() -> Server.bean(Jobs.class).book(board.tenant, board.shop.jobDraft(customer, location)));
        board.run("update appointment set status = '" + status + "', start_on = '" + TODAY.plus(fromToday)
                + "', end_on = '" + TODAY.plus(fromToday).plusSeconds(3600) + "' where job_id = " + job);
        return job;
    }

    private List<Long> meant(int most) {
        return ann.caller().call(() -> Server.bean(OpenJobs.class).of(board.tenant, List.of(customer), most)).stream()
                .map(OpenJob::id)
                .toList();
    }

    @Test
    void theJobOfTodayIsToldFirstHoweverManyCameAfterIt() {
        long today = job("Scheduled", Duration.ofSeconds(1)); // also where its time has passed
        List<Long> later = new ArrayList<>();
        for (int day = 1; day < 15; day++) {
            later.add(job("Scheduled", Duration.ofDays(day)));
        }
        assertThat(meant(10)).startsWith(today).hasSize(10).containsAll(later.subList(0, 9));

        String first = "/jobs/" + today;
        assertThat(visitor.get("/calls/context?customer=" + customer).body())
                .containsSubsequence("caller-job", first, "caller-job", "/jobs/" + later.getFirst());
        visitor.get("/calls");
        assertThat(visitor.post("/calls/phone/matches", "text", number).body())
                .containsSubsequence("match-jobs", first, "/jobs/" + later.getFirst());
        try (PhoneLine line = PhoneLine.of(ann)) {
            long call = board.tell("a", Kind.ringing, "1", number).id();
            assertThat(line.shows(call).html(call)).contains("Job " + today + ", ");
        }
    }

    /** Wherever it is told: the status alone says so on hold, beside the form. */
    @Test
    void aTimeThatSaysNothingIsNotTold() {
        long job = job("Hold", Duration.ofHours(9));
        assertThat(context()).contains("On hold").doesNotContain("Today, ", "today, ");
        assertThat(matches()).contains("<strong>On hold</strong>").doesNotContain("Today, ");
        assertThat(popOf(job)).contains("Job " + job + ", on hold").doesNotContain("today, ");
    }

    @Test
    void aTimeThatHasPassedIsToldAsOne() {
        long job = job("Scheduled", Duration.ofHours(-9));
        assertThat(context()).contains("<strong>Was due yesterday, ");
        assertThat(matches()).contains("<strong>Was due yesterday, ");
        assertThat(popOf(job)).contains("Job " + job + ", was due yesterday, ");
        board.run("update appointment set arrival_window_start = now() - interval '2 hours', arrival_window_end = now()"
                + " + interval '1 hour', start_on = now() - interval '2 hours', end_on = now() + interval '2 hours'");
        assertThat(context()).contains("<strong>").doesNotContain("Was due");
        assertThat(matches()).contains(" – ").doesNotContain("Was due");
    }

    private String context() {
        return visitor.get("/calls/context?customer=" + customer).body();
    }

    private String matches() {
        visitor.get("/calls");
        return visitor.post("/calls/phone/matches", "text", number).body();
    }

    private String popOf(long job) {
        try (PhoneLine line = PhoneLine.of(ann)) {
            long call = board.tell("of " + job, Kind.ringing, "1", number).id();
            return line.shows(call).html(call);
        }
    }

    /** What is overdue is asked for sooner than what waits for a part. */
    @Test
    void whatIsUnderWayComesBeforeTodayAndTheRestBehindWhatIsToCome() {
        long hold = job("Hold", Duration.ofHours(9));
        long past = job("Scheduled", Duration.ofDays(-9));
        long yesterday = job("Scheduled", Duration.ofHours(-9));
        long none = job("Done", Duration.ofDays(-2));
        long tomorrow = job("Scheduled", Duration.ofHours(33));
        long today = job("Scheduled", Duration.ofHours(9));
        long working = job("Working", Duration.ofHours(-30));
        assertThat(meant(10)).containsExactly(working, today, tomorrow, yesterday, past, hold, none);
        board.run("update job set status = 'Canceled' where id in (" + working + ", " + today + ")");
        assertThat(meant(1)).containsExactly(tomorrow);
    }
}
