package org.callboard.web.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** The strip of calls on every page, from the first ring on. */
class ScreenPopTest {

    private final Switchboard board = new Switchboard();
    private final String number = Switchboard.caller();

    private static Locator pop(Page page, long id) {
        return page.locator("#phone-strip [data-call='" + id + "']");
    }

    private Page on(Browser browser, String path) {
        Page page = browser.signIn(board.ann);
        page.navigate(browser.url(path));
        Eventually.is(true, () -> Server.bean(PhoneStream.class).count(board.tenant) > 0);
        return page;
    }

    /** From any page: the telephone rings, who it is stands below, F2 takes it, and it ends as a job. */
    @Test
    void theTelephoneRingsIsTakenAndBooked() {
        board.shop.customer("Ann Becker", number, "12 Oak Street");
        Api pbx = board.shop.tenant.api(EnumSet.of(Scope.CALLS_WRITE), null);
        String events = pbx.path("callboard/v1", "/calls/events");
        try (Browser browser = Browser.open()) {
            Page page = on(browser, "/customers");
            long id = Office.ok(pbx.post(
                            events,
                            "{\"callId\":\"a\",\"event\":\"ringing\",\"legId\":\"1\",\"from\":\"" + number
                                    + "\",\"to\":\"+19375550100\"}"))
                    .get("id")
                    .longValue();
            Locator pop = pop(page, id);
            assertThat(pop).containsText("Ann Becker");
            assertThat(pop).containsText("Website");
            assertThat(page.locator("#phone-news")).hasText("Incoming call: Ann Becker. Press F2 to answer.");
            assertThat(page).hasTitle(Pattern.compile("☎ Ann Becker · Customers.*"));
            Browser.shot(page, "pop-1-rings");
            page.keyboard().press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + id));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            Office.ok(pbx.post(
                    events,
                    "{\"callId\":\"a\",\"event\":\"answered\",\"legId\":\"1\",\"agent\":{\"extension\":\"12\"}}"));
            assertThat(page.locator(".inquiry-title .status-pill")).hasText("Talking");
            assertThat(page.locator("#phone-strip")).isHidden();
            page.locator("[name=who][value^='location:']").first().check();
            page.locator("#f-businessUnitId").selectOption(Long.toString(board.shop.unit));
            page.locator("#f-jobTypeId").selectOption(Long.toString(board.shop.jobType));
            page.locator("#f-start").fill(Shop.VISIT.toString());
            page.getByLabel("Summary").fill("No heat.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked");
            assertThat(board.call(id).desk()).isEqualTo(CallDesk.Booked);
        }
    }

    /** Whoever types goes on typing, and what they typed stays in its own tab. */
    @Test
    void aCallTakesNoFocusAndNoTextAndMovesNothing() {
        try (Browser browser = Browser.openDark()) {
            Page page = on(browser, "/customers/new");
            Locator name =
                    page.locator("main form[method=post] input[type=text]").first();
            name.pressSequentially("Half ");
            BoundingBox before = name.boundingBox();
            Call call = board.tell("a", Kind.ringing, "1", number);
            assertThat(pop(page, call.id())).isVisible();
            assertThat(name).isFocused();
            page.keyboard().type("a name");
            assertThat(name).hasValue("Half a name");
            assertThat(name.boundingBox().y).isEqualTo(before.y);
            BoundingBox strip = page.locator("#phone-strip").boundingBox();
            BoundingBox save = page.locator(".entry-end").boundingBox();
            assertThat(save.y + save.height).as("it covers no button").isLessThanOrEqualTo(strip.y + 1);
            Browser.shot(page, "pop-2-dark");
            Page tab = page.waitForPopup(
                    () -> pop(page, call.id()).locator("[data-take]").click());
            assertThat(tab).hasURL(browser.url("/calls/phone/" + call.id()));
            assertThat(tab.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(name).hasValue("Half a name");
        }
    }

    /** A note is no form of its own page. */
    @Test
    void aNoteThatIsTypedStaysInItsTabWhileTheCallIsTaken() {
        long customer = board.shop.customer("Ann Becker", number, "12 Oak Street");
        try (Browser browser = Browser.open()) {
            Page page = on(browser, "/customers/" + customer);
            Locator note = page.locator("#note-text");
            note.fill("The dog is friendly");
            Call call = board.tell("a", Kind.ringing, "1", number);
            assertThat(pop(page, call.id())).isVisible();
            Page tab = page.waitForPopup(() -> note.press("F2"));
            assertThat(tab).hasURL(browser.url("/calls/phone/" + call.id()));
            assertThat(note).hasValue("The dog is friendly");
        }
    }

    /** Whoever is on several telephones, or forgot to hang up, must see who rings all the same. */
    @Test
    void whatRingsStandsBeforeWhatSomebodyTalksOn() {
        try (Browser browser = Browser.open()) {
            Page page = on(browser, "/customers");
            for (int i = 0; i < 3; i++) {
                board.tell("t" + i, Kind.answered, "1", Switchboard.caller(), "12");
            }
            assertThat(page.locator("#phone-strip .is-talking:visible")).hasCount(3);
            Call call = board.tell("a", Kind.ringing, "1", number);
            assertThat(pop(page, call.id())).isVisible();
            assertThat(page.locator("#phone-strip")).containsText("+1 more");
            Browser.shot(page, "pop-6-many");
        }
    }

    @Test
    void severalWaitInAStackAndGoWithAWord() {
        try (Browser browser = Browser.openSmall()) {
            Page page = on(browser, "/customers");
            long[] ids = new long[5];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = board.tell("c" + i, Kind.ringing, "1", Switchboard.caller())
                        .id();
            }
            assertThat(page.locator("#phone-strip .cb-phone-call:visible")).hasCount(3);
            assertThat(page.locator("#phone-strip")).containsText("+2 more");
            Browser.shot(page, "pop-3-small");
            pop(page, ids[0]).locator("[data-hide]").click();
            assertThat(pop(page, ids[0])).hasCount(0);
            assertThat(page.locator("#phone-strip")).containsText("+1 more");
            board.tell("c1", Kind.answered, "1", number, "13");
            assertThat(page.locator("#phone-strip")).containsText(board.ben.displayName() + " took it.");
            assertThat(page.locator("#phone-news")).containsText(board.ben.displayName() + " took it.");
            assertThat(page.locator("#phone-strip .cb-phone-call:not(.is-gone):visible"))
                    .hasCount(3);
            page.reload();
            assertThat(page.locator("#phone-strip .cb-phone-call")).hasCount(3);
            assertThat(pop(page, ids[0])).hasCount(0);
        }
    }

    /** A colleague takes the first and gives it back. */
    @Test
    void theOneThatRingsLongestIsTakenFirst() {
        try (Browser browser = Browser.open()) {
            Page page = on(browser, "/customers");
            Call first = board.tell("a", Kind.ringing, "1", number);
            Call second = board.tell("b", Kind.ringing, "1", Switchboard.caller());
            assertThat(pop(page, second.id())).isVisible();
            assertThat(pop(page, second.id()).locator("kbd")).isHidden();
            HoldCall holds = Server.bean(HoldCall.class);
            board.ben.caller().run(() -> holds.claim(board.tenant, first.id()));
            assertThat(pop(page, first.id())).containsText("took it");
            assertThat(pop(page, second.id()).locator("kbd")).isVisible();
            assertThat(pop(page, first.id())).hasCount(0);
            board.ben.caller().run(() -> holds.release(board.tenant, first.id()));
            assertThat(pop(page, first.id())).isVisible();
            assertThat(pop(page, second.id()).locator("kbd")).isHidden();
            page.keyboard().press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + first.id()));
        }
    }

    /** Browsers allow six connections to a server, and an event stream keeps one. */
    @Test
    void tabsShareOneStream() {
        try (Browser browser = Browser.open()) {
            Page first = on(browser, "/customers");
            Page second = browser.page();
            second.navigate(browser.url("/jobs"));
            Call call = board.tell("a", Kind.ringing, "1", number);
            assertThat(pop(first, call.id())).isVisible();
            assertThat(pop(second, call.id())).isVisible();
            // that of the page before this one is given up when something is written to it
            Eventually.is(1, () -> Server.bean(PhoneStream.class).count(board.tenant));
            pop(first, call.id()).locator("[data-hide]").click();
            assertThat(pop(second, call.id())).hasCount(0);
        }
    }

    @Test
    void aBrowserWithoutSharedWorkersHasAStreamOfItsOwn() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.addInitScript("delete window.SharedWorker");
            page.navigate(browser.url("/customers"));
            Call call = board.tell("a", Kind.ringing, "1", number);
            assertThat(pop(page, call.id())).isVisible();
            page.locator(".cb-user").click();
            page.getByRole(com.microsoft.playwright.options.AriaRole.SWITCH).click();
            assertThat(page.locator(".cb-switch")).hasAttribute("aria-checked", "false");
            assertThat(page.locator("#phone-strip")).isHidden();
        }
    }

    @Test
    void whoeverTalksIsLedToTheirCallFromEveryPage() {
        try (Browser browser = Browser.open()) {
            Page page = on(browser, "/customers");
            Call call = board.tell("a", Kind.answered, "1", number, "12");
            assertThat(pop(page, call.id())).containsText("On the phone");
            pop(page, call.id()).getByText("Open").click();
            assertThat(page).hasURL(browser.url("/calls/phone/" + call.id()));
            assertThat(page.locator(".inquiry-who")).containsText("It is yours while you talk");
            assertThat(page.locator("#phone-strip")).isHidden();
        }
        try (Browser browser = Browser.open()) {
            Page viewer = browser.signIn(board.shop.tenant.user(Role.Viewer));
            assertThat(viewer.locator("#phone-strip")).hasCount(0);
        }
    }
}
