package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.callboard.details.RecordKind;
import org.callboard.duplicates.DuplicatesShop;
import org.callboard.merging.Choices.Pair;
import org.callboard.refusals.Refusal;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pairs that nobody has to look at one by one are merged at once, and all of them undone at once. */
class MergeSureTest {

    private final DuplicatesShop shop = new DuplicatesShop();
    private final long tenant = shop.company.id;
    private final long ada = shop.customer("Ada Oaks", "12 Oak St", null, "937-555-0101", "ada@example.com");
    private final long adaAgain = shop.customer("ADA OAKS", "12 Oak Street", null, "937-555-0101", "ada@example.com");
    private final long ben = shop.customer("Ben Hur", "12 Elm St", null, "937-555-0102", "ben@example.com");
    private final long benAgain = shop.customer("Ben Hur", "12 Elm St", null, "937-555-0102", "ben@example.com");

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(tenant);
    }

    private PreviewMerge.Several find() {
        shop.search();
        return shop.company.caller.call(() -> Server.bean(MergeSure.class).find(RecordKind.Customer, tenant));
    }

    private List<Merge> merge(PreviewMerge.Several found) {
        List<Pair> pairs = found.previews().stream()
                .map(preview -> new Pair(preview.keptId(), preview.removedId()))
                .toList();
        return shop.company.caller.call(
                () -> Server.bean(MergeRecords.class).mergePairs(RecordKind.Customer, tenant, pairs, found.planTag()));
    }

    private void sql(String sql) {
        shop.company.caller.run(() -> Server.bean(JdbcClient.class).sql(sql).update());
    }

    @Test
    void allThatAreClearAreMergedAndUndoneAtOnce() {
        PreviewMerge.Several found = find();
        assertThat(found.previews())
                .extracting(Preview::keptId, Preview::removedId)
                .containsExactlyInAnyOrder(tuple(ada, adaAgain), tuple(ben, benAgain));

        List<Merge> merges = merge(found);
        assertThat(merges).extracting(Merge::state).containsExactly(Merge.State.Done, Merge.State.Done);
        assertThat(merges)
                .extracting(Merge::batchId)
                .containsOnly(merges.getFirst().id());
        assertThat(merge(found)).as("asked again").isEqualTo(merges);
        assertThat(find().previews()).isEmpty();

        UndoMerge undo = Server.bean(UndoMerge.class);
        long batch = merges.getFirst().id();
        shop.company.caller.run(() ->
                undo.undoBatch(tenant, batch, undo.previewBatch(tenant, batch).planTag()));
        assertThat(find().previews()).hasSize(2);
    }

    @Test
    void whereSomebodyHasToChooseItIsNotClear() {
        sql("update customer set type = 'Commercial' where id = " + adaAgain);
        sql("update customer set credit_limit = 100 where id = " + benAgain);
        assertThat(find().previews()).isEmpty();
    }

    @Test
    void eachRecordIsMergedOnceAtATime() {
        long third = shop.customer("Ben Hur", "12 Elm St", null, "937-555-0102", "ben@example.com");
        assertThat(find().previews())
                .extracting(Preview::keptId, Preview::removedId)
                .containsExactlyInAnyOrder(tuple(ada, adaAgain), tuple(ben, benAgain));
        merge(find());
        assertThat(find().previews())
                .extracting(Preview::keptId, Preview::removedId)
                .containsExactly(tuple(ben, third));
    }

    @Test
    void nothingIsMergedWhereOneWasChangedMeanwhile() {
        PreviewMerge.Several found = find();
        shop.rename(benAgain, "Benjamin Hur");
        assertThatThrownBy(() -> merge(found)).isInstanceOf(Refusal.class);
        assertThat(find().previews()).isNotEmpty();
    }

    @Test
    void nobodyIsKeptAndMergedAtOnce() {
        assertThatThrownBy(() -> shop.company.caller.run(() -> Server.bean(MergeRecords.class)
                        .mergePairs(
                                RecordKind.Customer,
                                tenant,
                                List.of(new Pair(ada, adaAgain), new Pair(adaAgain, ben)),
                                "x")))
                .isInstanceOf(Refusal.Invalid.class);
    }
}
