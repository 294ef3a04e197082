package org.callboard.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.calls.Switchboard.Told;
import org.callboard.customers.Locations;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The telephone calls of a customer stand on their page, and those that wait wherever somebody is entered. */
class CallsOfRecordTest {

    private static final String NUMBER = "+19375554142";

    private final Switchboard board = new Switchboard();
    private final Shop shop = board.shop;
    private final Visitor ann = Visitor.signedIn(board.ann);
    private final long customer = shop.customer("Jordan Reyes", "937-555-4142", "12 Oak St");
    private final long location = shop.tenant.caller.call(() -> Server.bean(Locations.class)
            .ofCustomer(board.tenant, customer)
            .getFirst()
            .id());

    /** An answered call that is over. */
    private Call talked(String call, String number) {
        Instant now = Instant.now();
        board.tell(new Told(call, Kind.ringing).leg("1").numbers(number, "+19375550100"));
        board.tell(new Told(call, Kind.answered).leg("1").agent("12").at(now.minusSeconds(192)));
        return board.tell(new Told(call, Kind.ended).at(now));
    }

    @Test
    void aCustomersCallsStandOnTheirPage() {
        Call talked = talked("talked", NUMBER);
        board.tell(new Told("talked", Kind.recording));
        Call missed = board.missed("missed", NUMBER);
        Call stranger = talked("stranger", Switchboard.caller());
        Call about = talked("about", Switchboard.caller());
        board.run("update call set customer_id = " + customer + ", location_id = " + location + " where id = "
                + about.id());
        String page = calls(ann.get("/customers/" + customer).body());
        assertThat(page)
                .contains("/calls/phone/" + talked.id(), "/calls/phone/" + missed.id(), "/calls/phone/" + about.id())
                .contains("They called", "talked 3:12", "Call-back", "Call-back", "https://pbx.example.com/talked")
                .doesNotContain("/calls/phone/" + stranger.id());
        assertThat(page.indexOf("/calls/phone/" + missed.id()))
                .as("the latest first")
                .isLessThan(page.indexOf("/calls/phone/" + about.id()));
        assertThat(calls(ann.get("/locations/" + location).body()))
                .contains("/calls/phone/" + about.id())
                .doesNotContain("/calls/phone/" + stranger.id());
        Visitor viewer = Visitor.signedIn(shop.tenant.user(Role.Viewer));
        assertThat(calls(viewer.get("/customers/" + customer).body()))
                .contains("/calls/phone/" + talked.id())
                .doesNotContain("pbx.example.com");
        assertThat(ann.get("/customers/" + customer + "/calls?number=2").status())
                .isEqualTo(200);
    }

    /** Whatever they have, it is one statement. */
    @Test
    void theyAreReadInOneStatement() {
        talked("first", NUMBER);
        String path = "/customers/" + customer;
        ann.get(path);
        List<String> few = onCalls(path);
        IntStream.range(0, 9).forEach(i -> talked("more" + i, NUMBER));
        assertThat(few).hasSize(1);
        assertThat(onCalls(path)).hasSize(1);
    }

    private List<String> onCalls(String path) {
        return Statements.of(() -> ann.get(path)).stream()
                .filter(sql -> sql.contains("call_reason") || sql.contains(" call k "))
                .toList();
    }

    @Test
    void whoIsOnTheTelephoneOrCalledBackWaits() {
        board.missed("missed", NUMBER);
        Call rings = board.tell("rings", Kind.ringing, "1", NUMBER);
        Call other = board.tell("other", Kind.ringing, "1", Switchboard.caller());
        long callBack = board.sql("select id from call_back");
        String call = "/calls/phone/" + rings.id();
        ann.get("/calls");
        assertThat(ann.post("/alike", "contact", "937-555-4142").body())
                .contains(call, "Open call", "Ringing")
                .contains("/calls/phone/back/" + callBack, "Call-back", "(937) 555-4142")
                .doesNotContain("/calls/phone/" + other.id());
        String context = ann.get("/calls/context?customer=" + customer).body();
        assertThat(context).contains(call, "/calls/phone/back/" + callBack);
        assertThat(ann.get("/calls/context?customer=" + customer + "&call=" + rings.id())
                        .body())
                .contains("/calls/phone/back/" + callBack)
                .doesNotContain(call);
        String page = ann.get(call).body();
        assertThat(page.substring(page.indexOf("cb-waiting")))
                .contains("/calls/phone/back/" + callBack)
                .doesNotContain("href=\"" + call + "\" target");
        assertThat(ann.post("/calls/phone/matches", "text", "937-555-4142").body())
                .contains("data-join=\"" + rings.id() + "\"");
        assertThat(ann.post("/calls/phone/matches", "text", "937-555-4142", "own", "" + rings.id())
                        .body())
                .doesNotContain(call, "data-join");
    }

    private static String calls(String page) {
        int from = page.indexOf("calls-title");
        return page.substring(from, page.indexOf("leads-title", from));
    }
}
