package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.database.Caller;
import org.callboard.leads.LeadSource;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several people, several nodes and things that go wrong, at one import. */
class ImportAtOnceTest {

    private final Desk desk = new Desk();

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(desk.tenant);
    }

    @Test
    void ofManyWhoRunAListOneIsFirstAndEveryRowIsMadeOnce() {
        long id = checked(3500);
        List<Integer> answers = AtOnce.run(
                6, i -> () -> desk.api.post(desk.path("/" + id + "/run"), "").status());
        assertThat(answers).containsOnlyOnce(202).containsOnly(202, 409);
        AtOnce.run(3, i -> () -> Server.bean(WorkOnImport.class).on(desk.tenant, id, () -> false));
        assertThat(desk.state(id)).isEqualTo("Finished");
        assertThat(desk.get(id).at("/counts/made").intValue()).isEqualTo(3500);
        assertThat(count("lead")).isEqualTo(3500);
        assertThat(count("(select distinct record_id from import_outcome) o")).isEqualTo(3500);

        assertThat(AtOnce.run(
                        4,
                        i -> () ->
                                desk.api.post(desk.path("/" + id + "/undo"), "").status()))
                .containsOnlyOnce(202);
        AtOnce.run(3, i -> () -> Server.bean(WorkOnImport.class).on(desk.tenant, id, () -> false));
        assertThat(desk.get(id).at("/counts/removed").intValue()).isEqualTo(3500);
        assertThat(count("lead where active")).isZero();
        assertThat(count("change where record_kind = 'lead' and action = 'taken back'"))
                .isEqualTo(3500);
    }

    @Test
    void theBackgroundTaskDoesAllOfItByItself() {
        long id = desk.send(desk.forLeads(), list(1500)).json().get("id").longValue();
        Eventually.is("Finished", () -> desk.state(id));
        assertThat(count("lead")).isEqualTo(1500);
    }

    @Test
    void whoStopsAnImportKeepsWhatWasMadeAndCanUndoThat() {
        Scheduler background = Server.bean(Scheduler.class);
        background.pause(); // it would make all rows before anybody could stop it
        long id;
        try {
            id = checked(7000);
            desk.ok(id, "run");
            AtomicInteger parts = new AtomicInteger();
            Server.bean(WorkOnImport.class).on(desk.tenant, id, () -> parts.incrementAndGet() > 1);
            desk.ok(id, "cancel");
        } finally {
            background.resume();
        }
        assertThat(Server.bean(WorkOnImport.class).on(desk.tenant, id, () -> false))
                .isFalse();
        assertThat(desk.state(id)).isEqualTo("Cancelled");
        int made = desk.get(id).at("/counts/made").intValue();
        assertThat(made).isBetween(1, 6999);
        assertThat(count("lead")).isEqualTo(made);
        assertThat(leftOut(id)).isEqualTo(7000 - made);
        desk.ok(id, "undo");
        desk.work(id);
        assertThat(count("lead where active")).isZero();
        assertThat(leftOut(id)).isEqualTo(7000 - made);
    }

    /** How many rows come back, since the list was stopped before them. */
    private long leftOut(long id) {
        return desk.api
                .get(desk.path("/" + id + "/left-out.csv"))
                .text()
                .lines()
                .filter(line -> line.endsWith(",The list was stopped before this row."))
                .count();
    }

    @Test
    void aRowThatTheDatabaseDoesNotTakeStopsNoOther() {
        Server.asOwner("""
                create or replace function refuse_lead() returns trigger language plpgsql as $$
                begin raise check_violation using message = 'not this one'; end $$;
                create trigger refuse_lead before insert on lead for each row
                    when (new.lead_customer_name = 'Nobody %d') execute function refuse_lead()
                """.formatted(desk.tenant));
        try {
            long id = desk.done(
                    desk.forLeads(), list(40) + "Nobody " + desk.tenant + ",937-777-0000\n" + "Kim,937-777-0001\n");
            assertThat(desk.state(id)).isEqualTo("Finished");
            assertThat(desk.get(id).at("/counts/made").intValue()).isEqualTo(41);
            assertThat(desk.rows(id, "outcome=Wrong").getFirst().get("problems").toString())
                    .isEqualTo("{\"row\":[\"The database did not take this row.\"]}");
        } finally {
            Server.asOwner("drop function refuse_lead() cascade");
        }
    }

    @Test
    void rowsAreForgottenAfterThirtyDaysAndTheCountsStay() {
        long ran = desk.done(desk.forLeads(), list(3));
        long never = checked(2);
        long recent = checked(2);
        desk.shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update import set modified_on = modified_on - interval '31 days' where id <> :recent")
                .param("recent", recent)
                .update());
        Server.bean(ForgetImports.class).run();
        assertThat(desk.get(ran).at("/counts/made").intValue()).isEqualTo(3);
        assertThat(desk.get(ran).get("rowsForgottenOn").isNull()).isFalse();
        assertThat(desk.rows(ran, "")).isEmpty();
        assertThat(desk.api.post(desk.path("/" + ran + "/undo"), "").code()).isEqualTo("import-forgotten");
        assertThat(desk.api.get(desk.path("/" + never)).status()).isEqualTo(404);
        assertThat(desk.rows(recent, "")).hasSize(2);
        assertThat(ForgetImports.KEPT).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void whoRunsItIsWhoTheRecordsAreCreatedBy() {
        long id = checked(1);
        Caller person = desk.shop.tenant.caller;
        person.run(() -> Server.bean(Imports.class).run(desk.tenant, id));
        desk.work(id);
        assertThat(desk.api
                        .get(desk.api.path("crm/v2", "/leads"))
                        .json()
                        .at("/data/0/createdById")
                        .longValue())
                .isEqualTo(person.id());
        assertThat(desk.api
                        .get(desk.api.path("crm/v2", "/leads"))
                        .json()
                        .at("/data/0/captureSource")
                        .stringValue())
                .isEqualTo(LeadSource.List.name());
    }

    private long checked(int rows) {
        long id = desk.done(desk.forLeads() + "&dryRun=true", list(rows));
        assertThat(desk.state(id)).isEqualTo("Checked");
        return id;
    }

    private static String list(int rows) {
        StringBuilder list = new StringBuilder("Name,Phone\n");
        for (int i = 0; i < rows; i++) {
            list.append("Person ").append(i).append(",937-555-%04d\n".formatted(i));
        }
        return list.toString();
    }

    private long count(String from) {
        return desk.shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single());
    }
}
