package org.callboard.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.callboard.testing.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed for an inquiry is kept for whoever has it, in one version after another. */
class DraftsTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser ann = shop.tenant.user(Role.CSR);
    private final SignedInUser ben = shop.tenant.user(Role.CSR);
    private final Visitor annsPage = page(ann);
    private final Visitor bensPage = page(ben);
    private final long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
    private final String path = "/calls/draft/booking/" + booking;

    @Test
    void whoHasTheInquiryGoesOnWithWhatWasTyped() {
        assertThat(save(annsPage, path, 0, "{\"summary\":[\"No heat\"],\"tell\":[]}"))
                .isEqualTo("200 {\"version\":1}");
        claim(ann);
        assertThat(save(annsPage, path, 1, "{\"summary\":[\"No heat, gate 4711\"]}"))
                .isEqualTo("200 {\"version\":2}");
        assertThat(save(bensPage, path, 2, "{\"summary\":[\"Mine\"]}")).startsWith("409 ");
        ben.caller().run(() -> Server.bean(Claims.class).takeOver(tenant, booking, ann.id()));
        assertThat(annsPage.get("/calls/" + booking).body())
                .contains("gate 4711")
                .doesNotContain("data-by");
        assertThat(bensPage.get("/calls/" + booking).body())
                .contains("data-version=\"2\"")
                .contains("gate 4711")
                .contains("data-by=\"" + ann.displayName() + "\"");
        assertThat(save(annsPage, path, 2, "{}")).startsWith("409 ");
        assertThat(save(bensPage, path, 2, "{}")).isEqualTo("200 {\"version\":3}");
    }

    @Test
    void whatSomebodySavedMeanwhileIsNotOverwritten() {
        save(annsPage, path, 0, "{\"summary\":[\"No heat\"]}");
        assertThat(save(bensPage, path, 0, "{\"summary\":[\"No water\"]}"))
                .isEqualTo("412 {\"version\":1,\"fields\":\"{\\\"summary\\\":[\\\"No heat\\\"]}\",\"by\":\""
                        + ann.displayName() + "\"}");
        assertThat(save(bensPage, path, 1, "{\"summary\":[\"No water\"]}")).isEqualTo("200 {\"version\":2}");
    }

    @Test
    void nothingIsKeptForWhatIsClosed() {
        ann.caller().run(() -> Server.bean(DismissBooking.class).byUser(tenant, booking, shop.reason, null));
        assertThat(save(annsPage, path, 0, "{}")).startsWith("409 ");
        assertThat(save(annsPage, "/calls/draft/booking/1", 0, "{}")).startsWith("404 ");
        assertThat(save(annsPage, "/calls/draft/lead/1", 0, "{}")).startsWith("404 ");
    }

    @Test
    void aDraftIsNamesAndTexts() {
        for (String wrong : new String[] {
            "",
            "x",
            "null",
            "[]",
            "{\"a\":\"b\"}",
            "{\"a\":null}",
            "{\"a\":[null]}",
            "{\"a\":[\"\0\"]}",
            many(101),
            "{\"a\":[\"" + "x".repeat(64 << 10) + "\"]}"
        }) {
            assertThat(save(annsPage, path, 0, wrong)).startsWith("4").doesNotStartWith("409");
        }
        assertThat(save(annsPage, path, 0, many(100))).startsWith("200 ");
        assertThat(save(annsPage, path, 1, "{\"\\u0000\":[\"\\u0000 \\ud800 <script>\"]}"))
                .startsWith("200 ");
        assertThat(annsPage.get("/calls/" + booking).body()).doesNotContain("<script>\"");
    }

    @Test
    void itIsGoneADayAfterTheInquiryWasClosed() {
        save(annsPage, path, 0, "{\"summary\":[\"No heat\"]}");
        assertThat(kept("-2 days")).isOne();
        ann.caller().run(() -> Server.bean(DismissBooking.class).byUser(tenant, booking, shop.reason, null));
        assertThat(kept("-2 days")).isOne();
        run("update booking set closed_on = now() - interval '25 hours' where id = " + booking);
        assertThat(kept("-2 days")).isZero();
    }

    /** A call that reached nobody may be taken up for as long as somebody is to be called back. */
    @Test
    void aCallKeepsItsDraftToo() {
        Switchboard board = new Switchboard();
        String caller = Switchboard.caller();
        Call call = board.tell("one", Kind.ringing, "1", caller);
        Visitor page = page(board.ann);
        String ofCall = "/calls/draft/call/" + call.id();
        assertThat(save(page, ofCall, 0, "{\"summary\":[\"No heat\"]}")).isEqualTo("200 {\"version\":1}");
        board.tell("one", Kind.answered, "1", caller, "13");
        assertThat(save(page, ofCall, 1, "{}")).startsWith("409 ");
        Call missed = board.missed("two", Switchboard.caller());
        assertThat(save(page, "/calls/draft/call/" + missed.id(), 0, "{}")).startsWith("409 ");
        board.run("update inquiry_draft set saved_on = now() - interval '2 days'");
        board.run("update call set modified_on = now() - interval '2 days', desk = 'CallBack', claimed_by = null,"
                + " claimed_on = null, lease_until = null, call_back_id = (select min(id) from call_back) where id = "
                + call.id());
        Server.bean(ForgetDrafts.class).run();
        assertThat(board.sql("select count(*) from inquiry_draft")).isOne();
        board.run("update call_back set status = 'Answered', closed_on = now() - interval '2 days'");
        Server.bean(ForgetDrafts.class).run();
        assertThat(board.sql("select count(*) from inquiry_draft")).isZero();
    }

    private static String many(int fields) {
        return IntStream.range(0, fields)
                .mapToObj(i -> "\"f" + i + "\":[\"x\"]")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Visitor page(SignedInUser user) {
        Visitor visitor = Visitor.signedIn(user);
        visitor.get("/calls");
        return visitor;
    }

    private static String save(Visitor visitor, String path, int version, String fields) {
        Answer answer = visitor.post(path, "version", "" + version, "fields", fields);
        return answer.status() + " " + answer.body();
    }

    private void claim(SignedInUser user) {
        user.caller().run(() -> Server.bean(Claims.class).claim(tenant, booking));
    }

    private long kept(String savedOn) {
        run("update inquiry_draft set saved_on = now() + interval '" + savedOn + "'");
        Server.bean(ForgetDrafts.class).run();
        return shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select count(*) from inquiry_draft")
                .query(Long.class)
                .single());
    }

    private void run(String statement) {
        shop.tenant.caller.run(
                () -> Server.bean(JdbcClient.class).sql(statement).update());
    }
}
