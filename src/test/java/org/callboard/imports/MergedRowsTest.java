package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices;
import org.callboard.merging.Merge;
import org.callboard.merging.MergeRecords;
import org.callboard.merging.PreviewMerge;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoMerge;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a list was about may be merged afterwards: its ids lead to who lives on, and nothing is written to who does not. */
class MergedRowsTest {

    private static final String BY =
            "kind=Customers&dryRun=true&updateBy=ExternalId&externalKey=jobber&onExisting=Overwrite";

    private final Desk desk = new Desk();

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(desk.tenant);
    }

    private Merge merge(RecordKind kind, long kept, long removed) {
        return desk.shop.tenant.caller.call(() -> {
            String tag = Server.bean(PreviewMerge.class)
                    .of(kind, desk.tenant, kept, removed, Choices.NONE)
                    .planTag();
            return Server.bean(MergeRecords.class).merge(kind, desk.tenant, kept, removed, Choices.NONE, tag);
        });
    }

    private void undo(Merge merge) {
        desk.shop.tenant.caller.run(() -> {
            UndoMerge undo = Server.bean(UndoMerge.class);
            undo.undo(
                    desk.tenant,
                    merge.id(),
                    UndoChoices.NONE,
                    undo.preview(desk.tenant, merge.id(), UndoChoices.NONE).planTag());
        });
    }

    private List<Long> made(long list) {
        return desk.all(list, "recordId").stream().map(Long::valueOf).toList();
    }

    private List<Long> found(String kind, long list, String value, String more) {
        String application = desk.get(list).get("externalApplication").stringValue();
        return Office.ids(Office.ok(desk.api.get(desk.api.path("crm/v2", "/" + kind)
                        + "?externalDataApplicationGuid=" + application + "&externalDataKey=jobber&externalDataValues="
                        + value + more))
                .get("data"));
    }

    private String name(long customer) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers/" + customer)))
                .get("name")
                .stringValue();
    }

    private long two() {
        long list = desk.done(
                BY,
                "Old ID,Name,Street,City,State,ZIP\n"
                        + "J-1,Uma One,12 Oak St,Dayton,OH,45402\nJ-2,Val Two,13 Oak St,Dayton,OH,45402\n");
        desk.run(list);
        return list;
    }

    @Test
    void anIdOfTheRemovedOneFindsWhoLivesOn() {
        long list = two();
        long uma = made(list).get(0);
        long val = made(list).get(1);
        assertThat(found("customers", list, "J-2", "")).containsExactly(val);
        Merge merge = merge(RecordKind.Customer, uma, val);
        assertThat(found("customers", list, "J-2", "")).containsExactly(uma);
        assertThat(found("customers", list, "J-1", "")).containsExactly(uma);
        assertThat(found("customers", list, "J-2", "&active=False")).containsExactly(val);
        assertThat(found("customers", list, "J-2", "&active=Any")).containsExactly(uma, val);

        long next = desk.done(BY, "Old ID,Name\nJ-2,Val Three\n");
        assertThat(desk.outcomes(next)).containsExactly("Update");
        assertThat(desk.changes(next, 2)).as("the kept one's own id stays").isEqualTo("name: Uma One → Val Three");
        desk.run(next);
        assertThat(name(uma)).isEqualTo("Val Three");
        assertThat(name(val)).isEqualTo("Val Two");
        undo(merge);
        assertThat(found("customers", list, "J-2", "")).containsExactly(val);
        assertThat(desk.changes(desk.done(BY, "Old ID,Name\nJ-2,Val Four\n"), 2))
                .isEqualTo("name: Val Two → Val Four");
    }

    @Test
    void anIdThatTheKeptOneGotIsNotThereTwice() {
        long list = two();
        long val = made(list).get(1);
        long xia = desk.shop.customer("Xia", "937-555-2105", "1 Elm St");
        merge(RecordKind.Customer, xia, val);
        assertThat(found("customers", list, "J-2", "")).containsExactly(xia);
        long next = desk.done(BY, "Old ID,Name\nJ-2,Xia New\n");
        assertThat(desk.told(next)).containsExactly("2 Update");
        assertThat(desk.changes(next, 2)).isEqualTo("name: Xia → Xia New");
    }

    @Test
    void whatWasMadeAndMergedStays() {
        long list = two();
        long uma = made(list).get(0);
        merge(RecordKind.Customer, uma, made(list).get(1));
        desk.undo(list);
        assertThat(desk.results(list)).containsExactly("Kept", "Kept");
        assertThat(desk.all(list, "keptReason"))
                .containsExactly("It was changed since.", "It was merged into customer " + uma + ".");
    }

    @Test
    void whatWasChangedAndMergedStays() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long val = desk.shop.customer("Val Two", "937-555-2102", "13 Oak St");
        long list = desk.done(
                "kind=Customers&dryRun=true&updateBy=CustomerId&onExisting=Overwrite",
                "Customer ID,Name\n" + val + ",Val Three\n");
        desk.run(list);
        merge(RecordKind.Customer, uma, val);
        desk.undo(list);
        assertThat(desk.all(list, "keptReason")).containsExactly("It was merged into customer " + uma + ".");
        assertThat(name(val)).isEqualTo("Val Three");
    }

    @Test
    void theSameHoldsForLocations() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        String by = BY.replace("Customers", "Locations");
        String columns = "Old ID,Customer ID,Name,Street,City,State,ZIP\n";
        long list = desk.done(
                by,
                columns + "L-1," + uma + ",Cabin,20 Elm St,Dayton,OH,45402\nL-2," + uma
                        + ",Barn,22 Elm St,Dayton,OH,45402\n");
        desk.run(list);
        List<Long> cabin = found("locations", list, "L-1", "");
        List<Long> barn = found("locations", list, "L-2", "");
        merge(RecordKind.Location, cabin.getFirst(), barn.getFirst());
        assertThat(found("locations", list, "L-2", "")).isEqualTo(cabin);
        long next = desk.done(by, "Old ID,Name\nL-2,Hut\n");
        assertThat(desk.changes(next, 2)).isEqualTo("name: Cabin → Hut");
        desk.run(next);
        merge(RecordKind.Location, only("select min(id) from location"), cabin.getFirst());
        desk.undo(next);
        assertThat(desk.all(next, "keptReason").getFirst()).startsWith("It was merged into location ");
        desk.undo(list);
        assertThat(desk.all(list, "keptReason"))
                .allSatisfy(reason -> assertThat(reason).startsWith("Its location was merged into location "));
    }

    private long only(String sql) {
        return desk.shop.tenant.caller.call(
                () -> Server.bean(JdbcClient.class).sql(sql).query(Long.class).single());
    }
}
