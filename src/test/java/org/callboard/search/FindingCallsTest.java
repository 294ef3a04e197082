package org.callboard.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CloseCall;
import org.callboard.calls.Switchboard;
import org.callboard.customers.Customers;
import org.callboard.database.RecordShape;
import org.callboard.testing.Server;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The search box finds the calls that wait, and who is called back, as they are now. */
class FindingCallsTest {

    private final Switchboard board = new Switchboard();

    private List<Hit> find(String text) {
        return board.as(
                () -> Server.bean(Search.class).find(board.tenant, text, 50).hits());
    }

    private List<String> calls(String text) {
        return find(text).stream()
                .filter(hit -> hit.kind().isLive())
                .map(hit -> hit.kind() + " " + hit.id())
                .toList();
    }

    @Test
    void aCallThatWaitsIsFoundByItsNumberNameAndMemo() {
        Call call = board.tell("c", Kind.ringing, "1", "+19375557301");
        board.run("update call set caller_name = 'REYES JORDAN', memo = 'Asked about the boiler' where id = "
                + call.id());
        String found = "Call " + call.id();
        for (String text : List.of(
                "937-555-7301",
                "+1 (937) 555 7301",
                "9375557",
                "555-7301",
                "7301",
                "Jordan Reyes",
                "reye",
                "boiler jordan",
                "reyes 7301")) {
            assertThat(calls(text)).as(text).containsExactly(found);
        }
        for (String text : List.of("937-555-7302", "Reyes Ann", "" + call.id(), "Oak St")) {
            assertThat(calls(text)).as(text).isEmpty();
        }
        Hit hit = find("7301").getFirst();
        assertThat(hit.name()).isEqualTo("REYES JORDAN");
        assertThat(hit.hidden()).isEqualTo("(937) 555-7301");
        assertThat(hit.state()).isEqualTo("Ringing");
    }

    @Test
    void itIsFoundByTheCustomersNameOfNow() {
        Call call = board.tell("c", Kind.ringing, "1", "+19375557311");
        assertThat(calls("Hale")).isEmpty();
        assertThat(find("7311").getFirst().name()).isEqualTo("(937) 555-7311");
        long customer = board.shop.customer("Robin Hale", "937-555-7311", "12 Oak St");
        assertThat(calls("Hale")).containsExactly("Call " + call.id());
        board.shop.tenant.caller.run(() -> Server.bean(Customers.class)
                .update(board.tenant, customer, old -> RecordShape.with(old, "name", "Robin Stone")));
        assertThat(calls("Hale")).isEmpty();
        assertThat(calls("stone")).containsExactly("Call " + call.id());
    }

    /** Who calls from a location's number is its customer, as the queue has it. */
    @Test
    void itIsFoundByAllWhoHaveTheNumber() {
        Call call = board.tell("c", Kind.ringing, "1", "+19375557331");
        long hale = board.shop.customer("Robin Hale", "937-555-7331", "12 Oak St");
        board.run("delete from contact_point where owner_kind = 'customer' and owner_id = " + hale);
        assertThat(calls("Hale")).containsExactly("Call " + call.id());
        board.shop.customer("Vera Hale", "937-555-7331", "14 Oak St");
        assertThat(find("7331").stream().filter(hit -> hit.kind().isLive()).map(Hit::name))
                .containsExactly("Robin Hale or one other");
        assertThat(calls("vera")).containsExactly("Call " + call.id());
    }

    @Test
    void whoIsCalledBackIsFoundAndWhatIsDoneIsNot() {
        board.missed("m", "+19375557321");
        long callBack = board.sql("select id from call_back");
        Call call = board.tell("c", Kind.ringing, "1", "+19375557321");
        assertThat(calls("937-555-7321")).containsExactlyInAnyOrder("Call " + call.id(), "CallBack " + callBack);
        board.ann
                .caller()
                .run(() -> Server.bean(CloseCall.class).dismiss(board.tenant, call.id(), board.shop.reason, null));
        assertThat(calls("937-555-7321")).containsExactly("CallBack " + callBack);
        assertThat(new Switchboard()
                        .as(() -> Server.bean(Search.class).find(board.tenant, "937-555-7321", 50))
                        .hits())
                .isEmpty();
        String page = Visitor.signedIn(board.ann).get("/search?q=937-555-7321").body();
        assertThat(page).contains("/calls/phone/back/" + callBack, "To be called back", "Call-backs");
    }

    /** However many wait. */
    @Test
    void theyAreReadInOneStatement() {
        Visitor ann = Visitor.signedIn(board.ann);
        ann.get("/search?q=jordan");
        assertThat(onCalls(ann)).isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            board.tell("c" + i, Kind.ringing, "1", Switchboard.caller());
        }
        assertThat(onCalls(ann)).isEqualTo(1);
    }

    private static long onCalls(Visitor ann) {
        return Statements.of(() -> ann.get("/search?q=jordan")).stream()
                .filter(sql -> sql.contains("call_back"))
                .count();
    }
}
