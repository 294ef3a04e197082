package org.callboard.web.worklists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callboard.access.Role;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.calls.Switchboard.Told;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.leads.CreateLead;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Every telephone call stands in a list that can be narrowed, ordered and taken out as a file. */
class CallListTest {

    private static final String LIST = "/calls/phone";
    private static final String NUMBER = "+19375554242";

    private final Switchboard board = new Switchboard();
    private final Visitor ann = Visitor.signedIn(board.ann);
    private final long customer = board.shop.customer("Jordan Reyes", "937-555-4242", "12 Oak St");
    private final Call talked = talked();
    private final Call missed = board.missed("missed", "+19375554243");
    private final Call out = board.outgoing("out", Kind.ringing, "+19375554244", "13");
    private final Call within = board.tell("within", Kind.ringing, "1", "13");

    private Call talked() {
        board.tell(new Told("talked", Kind.ringing).leg("1").numbers(NUMBER, "+19375550100"));
        board.tell(new Told("talked", Kind.answered)
                .leg("1")
                .agent("12")
                .at(Instant.now().minusSeconds(192)));
        board.tell(new Told("talked", Kind.recording));
        Call call = board.tell(new Told("talked", Kind.ended));
        board.run("update call set desk = 'Dismissed', claimed_by = null, claimed_on = null, lease_until = null,"
                + " closed_on = now(), closed_by = " + board.ann.id() + ", reason_id = " + board.shop.reason
                + " where id = " + call.id());
        return call;
    }

    private String list(String query) {
        Visitor.Answer answer = ann.get(LIST + query);
        assertThat(answer.status()).as(query + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String link(Call call) {
        return "href=\"/calls/phone/" + call.id() + "\"";
    }

    @Test
    void everyCallIsThereWithWhatCameOfIt() {
        assertThat(list(""))
                .contains(link(talked), link(missed), link(out), link(within))
                .contains("Jordan Reyes", "Dismissed", "3:12", "Call-back", "(937) 555-4243")
                .doesNotContain("pbx.example.com");
        for (WorkColumn column : WorkList.CALLS.columns()) {
            list("?column=" + column.word());
            assertThat(ann.get(LIST + "?sort=-" + column.word()).status())
                    .as(column.word())
                    .isEqualTo(column.sort() == null ? 422 : 200);
        }
    }

    /** As the page of the call has it. */
    @Test
    void whoIsNoUserHandledTheCallAsTheTelephoneNamesThem() {
        board.run("update call set agent_id = null, agent_name = null, agent_external_id = 'pbx-agent-9' where id = "
                + talked.id());
        assertThat(list("")).contains("pbx-agent-9");
        assertThat(list("?who=" + board.ann.id())).doesNotContain(link(talked));
    }

    /** A location's number is its customer's; one of several customers is nobody's alone. */
    @Test
    void aCallIsNamedByThoseWhoHaveItsNumberAsInTheQueue() {
        board.run("delete from contact_point where owner_kind = 'customer' and owner_id = " + customer);
        assertThat(list("?column=customer")).contains("href=\"/customers/" + customer);
        assertThat(list("?customer=" + customer)).contains(link(talked));
        long other = board.shop.customer("Vera Stone", "937-555-4242", "14 Oak St");
        assertThat(list("?column=customer"))
                .contains("Jordan Reyes or one other")
                .doesNotContain("href=\"/customers/" + customer, "href=\"/customers/" + other);
        board.run("update customer set active = false where id = " + customer);
        assertThat(list("")).contains("Vera Stone").doesNotContain("Jordan Reyes");
    }

    @Test
    void everyPartAndFilterNarrowsIt() {
        for (String query : List.of(
                "?way=In",
                "?view=none",
                "?number=123",
                "?state=Over",
                "?status=Joined",
                "?line=x",
                "?from=2027-02-01&to=2027-01-01")) {
            assertThat(ann.get(LIST + query).status()).as(query).isEqualTo(422);
        }
        for (String query : List.of(
                "?way=Inbound",
                "?state=Ended",
                "?status=Dismissed",
                "?reason=" + board.shop.reason,
                "?number=(937)%20555-4242",
                "?line=" + board.line,
                "?who=" + board.ann.id(),
                "?customer=" + customer,
                "?from=2020-01-01&to=2199-01-01",
                "?view=all")) {
            assertThat(list(query)).as(query).contains(link(talked));
        }
        for (String query : List.of(
                "?way=Outbound",
                "?state=Missed",
                "?status=CallBack",
                "?reason=1",
                "?number=937-555-4243",
                "?line=1",
                "?campaign=1",
                "?who=" + board.ben.id(),
                "?customer=1",
                "?to=2020-01-01",
                "?view=missed",
                "?view=out",
                "?view=open",
                "?view=aside")) {
            assertThat(list(query)).as(query).doesNotContain(link(talked));
        }
        assertThat(list("?view=missed")).contains(link(missed)).doesNotContain(link(out));
        assertThat(list("?view=out")).contains(link(out));
        assertThat(list("?view=aside")).contains(link(within));
    }

    /** By whom it is about, as the list of follow-ups names it; a row's id is nothing that people say. */
    @Test
    void aLeadIsCalledByWhomItIsAbout() {
        long ofCustomer = lead(talked, customer, null);
        long ofPerson = lead(missed, null, "Vera Stone");
        long ofNobody = lead(out, null, null);
        String file = ann.get(LIST + "/export?view=all").body();
        Map.of(ofCustomer, "Jordan Reyes", ofPerson, "Vera Stone", ofNobody, "Somebody")
                .forEach((lead, name) -> {
                    assertThat(list("")).containsPattern("href=\"/leads/" + lead + "\"[^>]*>" + name + "<");
                    assertThat(file).contains("," + name + ",").doesNotContain("," + lead + ",");
                });
    }

    private long lead(Call call, Long about, String name) {
        LeadDraft draft = RecordShape.with(board.shop.leadDraft(), "callReasonId", board.shop.reason);
        LeadDraft named = RecordShape.with(
                RecordShape.with(draft, "customerId", about),
                "person",
                RecordShape.with(LeadPerson.UNKNOWN, "leadCustomerName", name));
        long lead = board.ann
                .caller()
                .call(() -> Server.bean(CreateLead.class).create(board.tenant, named, LeadSource.Call))
                .id();
        board.run("update lead set call_id = " + call.id() + " where id = " + lead);
        return lead;
    }

    /** Recordings are in no file, whoever takes it; a viewer takes none. */
    @Test
    void aFileHasAllColumnsAndNoRecording() {
        Visitor.Answer file = ann.get(LIST + "/export?view=all");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body())
                .contains("Jordan Reyes", "(937) 555-4242", "Dismissed", "3:12", "Own number")
                .doesNotContain("pbx.example.com");
        assertThat(file.body().lines().count()).isEqualTo(5);
        assertThat(board.as(() -> Server.bean(Changes.class).of(board.tenant, EntityKind.CALL_EXPORT, board.tenant)))
                .hasSize(2);
        Visitor viewer = Visitor.signedIn(board.shop.tenant.user(Role.Viewer));
        assertThat(viewer.get(LIST).status()).isEqualTo(200);
        assertThat(viewer.get(LIST + "/export").status()).isEqualTo(403);
    }

    @Test
    void itIsReachedFromTheCallsScreenAndFromACustomer() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls"));
            page.getByText("All calls").click();
            assertThat(page.locator("h1")).hasText("All calls");
            Browser.shot(page, "call-list");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browser.shot(page, "call-list-dark");
            page.setViewportSize(390, 844);
            Browser.shot(page, "call-list-small");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.navigate(browser.url("/customers/" + customer));
            Browser.shot(page, "customer-calls-small");
            page.setViewportSize(1280, 800);
            Browser.shot(page, "customer-calls");
            page.locator("section[aria-labelledby=calls-title] a", new Page.LocatorOptions().setHasText("In the list"))
                    .click();
            assertThat(page.locator(".list-chips")).containsText("Jordan Reyes");
            page.navigate(browser.url("/search?q=937-555-4243"));
            Browser.shot(page, "search-calls");
        }
    }
}
