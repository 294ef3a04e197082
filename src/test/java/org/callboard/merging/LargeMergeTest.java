package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.merging.MergingShop.CUSTOMER;

import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What is too large to wait for is done in the background, wholly or not at all; later its values are forgotten. */
class LargeMergeTest {

    private final MergingShop shop = new MergingShop();
    private final long kept = shop.customer("Jordan Reyes");
    private final long removed = shop.customer("J. Reyes", "90 Elm St", null);

    private Merge.State state(long merge) {
        Server.lookForDueTasks();
        return shop.shop.tenant.caller.call(
                () -> Server.bean(Merges.class).get(shop.tenant, merge).state());
    }

    @Test
    void aTaskMergesAndUndoesIt() {
        int notes = MergeRecords.LARGEST;
        shop.sql("""
                insert into note (tenant_id, owner_kind, owner_id, text, created_on, modified_on)
                select %d, 'customer', %d, 'Note ' || n, now(), now() from generate_series(1, %d) n""".formatted(shop.tenant, removed, notes));
        Merge merge = shop.merge(kept, removed);
        assertThat(merge.state()).isEqualTo(Merge.State.Waiting);
        Eventually.is(Merge.State.Done, () -> state(merge.id()));
        assertThat(shop.get(removed).mergedToId()).isEqualTo(kept);
        assertThat(shop.count("note where customer_id = " + kept)).isEqualTo(notes);

        shop.shop.tenant.caller.run(() -> {
            UndoMerge undo = Server.bean(UndoMerge.class);
            String tag = undo.preview(shop.tenant, merge.id(), UndoChoices.NONE).planTag();
            assertThat(undo.undo(shop.tenant, merge.id(), UndoChoices.NONE, tag).state())
                    .isEqualTo(Merge.State.UndoWaiting);
        });
        Eventually.is(Merge.State.Undone, () -> state(merge.id()));
        assertThat(shop.get(removed).active()).isTrue();
        assertThat(shop.count("note where customer_id = " + removed)).isEqualTo(notes);
    }

    @Test
    void whatWasChangedMeanwhileIsNotMerged() {
        long waiting = shop.shop.tenant.caller.call(() -> Server.bean(TransactionTemplate.class)
                .execute(status -> {
                    MergePlan plan =
                            Server.bean(MergeReader.class).plan(CUSTOMER, shop.tenant, kept, removed, Choices.NONE);
                    return Server.bean(MergeStore.class).insertWaiting(shop.tenant, plan, plan.tag());
                }));
        shop.set(removed, "name", "Joe Reyes");
        Server.bean(FinishMerge.class).run(shop.tenant, waiting);
        Merge failed =
                shop.shop.tenant.caller.call(() -> Server.bean(Merges.class).get(shop.tenant, waiting));
        assertThat(failed.state()).isEqualTo(Merge.State.Failed);
        assertThat(failed.failure()).contains("changed since the preview");
        assertThat(shop.get(removed).active()).isTrue();
        assertThat(shop.merge(kept, removed).state()).isEqualTo(Merge.State.Done);
    }

    @Test
    void afterHalfAYearItsValuesAreForgottenAndTheMergeIsNot() {
        Merge old = shop.merge(kept, removed);
        Merge late = shop.merge(kept, shop.customer("Ada"));
        shop.sql("update merge set merged_on = merged_on - interval '181 days' where id = " + old.id());
        Server.bean(ForgetMerges.class).run();
        assertThat(shop.count("merge_item where merge_id = " + old.id())).isZero();
        assertThat(shop.count("merge_item where merge_id = " + late.id())).isPositive();
        assertThat(shop.shop.tenant.caller.call(() ->
                        Server.bean(Merges.class).get(shop.tenant, old.id()).forgottenOn()))
                .isNotNull();
        assertThat(shop.shop.tenant.caller.call(() -> Server.bean(Merges.class).had(CUSTOMER, shop.tenant, kept)))
                .extracting(Merges.Had::removedId)
                .contains(removed);
    }
}
