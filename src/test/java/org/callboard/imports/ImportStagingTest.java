package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.database.Caller;
import org.callboard.importrows.StagedRow;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list comes in by parts, and is there whole or not at all, whatever breaks off. */
class ImportStagingTest {

    private static final int ROWS = 4500;

    private final Desk desk = new Desk();
    private final Caller caller = desk.shop.tenant.caller;
    private final StageRows stage = Server.bean(StageRows.class);

    @Test
    void eachPartIsCommittedForItselfAndNothingShowsBeforeTheLast() {
        Optional<Long> made = all((id, rows) -> {
            assertThat(rows).isEqualTo(ROWS);
            assertThat(seenByOthers("import_row")).as("seen by others").isEqualTo(ROWS);
            assertThat(desk.api.get(desk.path("/" + id)).status()).isEqualTo(404);
            assertThat(desk.api.get(desk.path("/" + id + "/rows")).status()).isEqualTo(404);
            return Optional.of(id);
        });
        assertThat(made).isPresent();
        assertThat(seenByOthers("import_staging")).isZero();
    }

    @Test
    void aListThatTurnsOutWrongInTheMiddleLeavesNothing() {
        String wrong = list(ROWS) + "Kim,\"" + "9".repeat(60_000) + "\"\n";
        assertThat(desk.send(desk.forLeads(), wrong).status()).isEqualTo(400);
        assertThat(desk.send(desk.forLeads() + "&callReasonId=999999", list(ROWS))
                        .status())
                .isEqualTo(400);
        assertThatThrownBy(() -> all((id, rows) -> {
                    throw new StackOverflowError("as bad as it gets");
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(all((id, rows) -> Optional.empty())).isEmpty();
        assertNothingIsThere();
    }

    /** As a process leaves it that was killed, or lost its database: there is nobody to tidy up. */
    @Test
    void whatNobodyGoesOnWithIsRemoved() {
        StagingStore store = Server.bean(StagingStore.class);
        long id = caller.call(() -> store.begin(desk.tenant));
        caller.run(() -> store.add(desk.tenant, id, List.of(new StagedRow(2, List.of("Kim", "937-555-0142")))));
        stage.removeWhatBrokeOff();
        assertThat(seenByOthers("import_row")).as("it may still go on").isEqualTo(1);
        pass(StageRows.DEAD.toMinutes() + 1);
        stage.removeWhatBrokeOff();
        assertNothingIsThere();
    }

    @Test
    void whoGoesOnAfterThatIsToldAndLeavesNothingEither() {
        assertThatThrownBy(() -> all(
                        (id, rows) -> {
                            throw new AssertionError("not all rows are there");
                        },
                        this::giveUpMeanwhile))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.IMPORT_TOO_SLOW));
        assertNothingIsThere();
    }

    private void giveUpMeanwhile() {
        inAnotherTransaction(() -> {
            pass(StageRows.DEAD.toMinutes() + 1);
            stage.removeWhatBrokeOff();
            return true;
        });
    }

    @Test
    void ofManyWithOneKeyOneIsTakenAndTheOthersGetIt() {
        List<Api.Answer> answers = Collections.synchronizedList(new ArrayList<>());
        AtOnce.run(
                5,
                i -> () -> answers.add(
                        desk.send(desk.forLeads() + "&dryRun=true", list(ROWS), "Idempotency-Key", "one-list")));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(202);
        assertThat(answers.stream()
                        .map(answer -> answer.json().get("id").longValue())
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotent-Replay") != null))
                .hasSize(4);
        assertThat(seenByOthers("import_row")).as("with the line of names").isEqualTo(ROWS + 1);
        assertThat(seenByOthers("import_staging")).isZero();
        assertThat(desk.send(desk.forLeads() + "&dryRun=true", list(3), "Idempotency-Key", "one-list")
                        .status())
                .isEqualTo(422);
    }

    private <T> Optional<T> all(StageRows.Last<T> last) {
        return all(last, () -> {});
    }

    /** @param amid done when half of the rows were read */
    private <T> Optional<T> all(StageRows.Last<T> last, Runnable amid) {
        return caller.call(() -> stage.all(
                desk.tenant,
                reader -> {
                    for (int number = 2; number < ROWS + 2; number++) {
                        if (number == ROWS / 2) {
                            amid.run();
                        }
                        reader.row(number, List.of("Kim " + number, "937-555-0142"));
                    }
                    return ROWS;
                },
                last));
    }

    private void assertNothingIsThere() {
        assertThat(desk.api.get(desk.path("")).json().get("data")).isEmpty();
        for (String table : List.of("import", "import_row", "import_staging")) {
            assertThat(seenByOthers(table)).as(table).isZero();
        }
    }

    private void pass(long minutes) {
        inAnotherTransaction(() -> Server.bean(JdbcClient.class)
                .sql("update import_staging set touched_on = touched_on - make_interval(mins => :minutes)")
                .param("minutes", (int) minutes)
                .update());
    }

    private int seenByOthers(String table) {
        return inAnotherTransaction(() -> Server.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single());
    }

    private <T> T inAnotherTransaction(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> caller.call(work::get)).join();
    }

    private static String list(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "Kim %d,937-555-%04d\n".formatted(i, i % 10_000))
                .collect(Collectors.joining("", "Name,Phone\n", ""));
    }
}
