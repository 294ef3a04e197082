package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.callboard.access.Role;
import org.callboard.callbacks.CallBacks;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.changes.EntityKind;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** Telephone calls on the Calls screen, from the first ring to what came of them. */
class PhoneScreenTest {

    private final Switchboard board = new Switchboard();
    private final String number = Switchboard.caller();
    private final CallReason quote = board.shop.tenant.caller.call(
            () -> Server.bean(CallReasons.class).add(board.tenant, new CallReason.Details("Wants a quote", true)));

    @Test
    void aKnownCustomerRingsIsBookedAndThatIsUndone() {
        board.shop.customer("Ann Becker", number, "12 Oak Street");
        try (Browser browser = Browser.open()) {
            Page page = live(browser);
            Call call = board.tell("a", Kind.ringing, "1", number);
            Locator row = row(page, "call", call.id());
            assertThat(row.locator(".queue-name")).hasText("Ann Becker");
            assertThat(row.locator(".badge-line")).hasText("Ringing");
            Browser.shot(page, "phone-1-rings");

            board.tell("a", Kind.answered, "1", number, "12");
            assertThat(row.locator(".badge-line")).hasText("Talking");
            page.keyboard().press("ArrowDown");
            assertThat(page).hasURL(browser.url("/calls/phone/" + call.id()));
            assertThat(page.locator(".inquiry-who")).containsText("It is yours while you talk");
            assertThat(page.locator("#f-phone")).hasValue(java.util.regex.Pattern.compile("\\(937\\) 555-\\d{4}"));
            assertThat(page.waitForResponse(
                                    "**/alike", () -> page.locator("#f-name").fill("Ann B"))
                            .text())
                    .as("nobody but the caller waits")
                    .doesNotContain("Open call");
            page.locator("[name=who][value^='location:']").first().check();
            Browser.shot(page, "phone-2-talking");
            page.locator("#f-businessUnitId").selectOption(Long.toString(board.shop.unit));
            page.locator("#f-jobTypeId").selectOption(Long.toString(board.shop.jobType));
            page.locator("#f-start").fill(Shop.VISIT.toString());
            page.getByLabel("Summary").fill("No heat.");

            board.tell("a", Kind.ended, null, number);
            assertThat(page.locator(".inquiry-title .status-pill")).hasText("Ended");
            assertThat(page.getByLabel("Summary")).hasValue("No heat.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked");
            assertThat(row).isHidden();
            Browser.shot(page, "phone-3-booked");
            assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Booked);

            page.locator("#inquiry-name").press("u");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(row).isVisible();
            assertThat(board.history(EntityKind.CALL, call.id())).startsWith("reopened", "booked");
        }
    }

    @Test
    void whoWasMissedIsCalledBackReachedAndBecomesALead() {
        Call missed = board.missed("a", number);
        long back = board.as(() -> Server.bean(CallBacks.class)
                .open(board.tenant, number)
                .orElseThrow()
                .id());
        try (Browser browser = Browser.open()) {
            Page page = live(browser);
            Locator row = row(page, "call-back", back);
            assertThat(row.locator(".badge-line")).hasText("Call back");
            page.keyboard().press("ArrowDown");
            assertThat(page).hasURL(browser.url("/calls/phone/back/" + back));
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator(".facts a[href^='tel:']")).hasAttribute("href", "tel:" + number);
            page.keyboard().press("n");
            assertThat(page.locator(".inquiry-who")).containsText("Try again");
            assertThat(page.locator("#inquiry .history-what")).hasText("No answer");
            assertThat(row).containsText("No answer");
            assertThat(page.locator("#inquiry-name")).isFocused();
            Browser.shot(page, "phone-4-tried");

            page.keyboard().press("r");
            assertThat(page).hasURL(browser.url("/calls/phone/" + missed.id()));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.keyboard().press("l");
            assertThat(page.locator("#f-leadPhone")).not().isEmpty();
            page.locator("#f-leadName").fill("Ann Becker");
            page.getByLabel("Why is it not booked now?").selectOption(Long.toString(quote.id()));
            page.locator("#f-leadCampaign").selectOption(Long.toString(board.shop.campaign));
            Browser.shot(page, "phone-5-lead");
            page.locator("#lead-dialog button[type=submit]").click();
            assertThat(page.locator(".notice-good")).containsText("Somebody calls again");
            assertThat(page.locator(".queue-row")).hasCount(0);
            Lead lead = board.as(() -> Server.bean(Leads.class).ofCall(board.tenant, missed.id()))
                    .getFirst();
            assertThat(lead.details().person().leadCustomerName()).isEqualTo("Ann Becker");

            page.locator("#inquiry-name").press("u");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(board.as(() -> Server.bean(Leads.class).ofCall(board.tenant, missed.id())))
                    .isEmpty();
        }
    }

    @Test
    void twoPeopleSeeWhoseCallItIsAndOneTakesItOver() {
        Call call = board.tell("a", Kind.ringing, "1", number);
        try (Browser anns = Browser.open();
                Browser bens = Browser.openSmall()) {
            Page mine = anns.signIn(board.ann);
            mine.navigate(anns.url("/calls/phone/" + call.id()));
            mine.locator("[data-key=Enter]").click();
            assertThat(mine.locator(".inquiry-who")).containsText("You’ve had it");
            Page theirs = bens.signIn(board.ben);
            theirs.navigate(bens.url("/calls/phone/" + call.id()));
            assertThat(theirs.locator(".inquiry-who")).containsText(board.ann.displayName());
            Browser.shot(theirs, "phone-6-small");
            assertThat(theirs.locator("[data-take-over]").boundingBox().height)
                    .as("a thumb")
                    .isGreaterThanOrEqualTo(44);
            theirs.locator("[data-take-over]").click();
            theirs.locator("#confirm button[value=yes]").click();
            assertThat(theirs.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(mine.locator(".inquiry-who")).containsText(board.ben.displayName());

            theirs.locator("[data-key=d]").click();
            theirs.locator("#f-callReason").selectOption(Long.toString(quote.id()));
            theirs.locator("#dismiss-dialog button[type=submit]").click();
            assertThat(mine.locator(".inquiry-who")).containsText("Wants a quote");
            mine.locator("#tab-closed").click();
            assertThat(mine.locator("#closed-list .queue-link")).hasAttribute("href", "/calls/phone/" + call.id());
            Browser.shot(mine, "phone-7-done");
            mine.getByText("Bring back").click();
            assertThat(mine.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(theirs.locator(".inquiry-who")).containsText(board.ann.displayName());
        }
    }

    @Test
    void whoRingsIsTakenInTheMiddleOfASentenceAndBothTextsStay() {
        Call first = board.tell("a", Kind.ringing, "1", number);
        try (Browser browser = Browser.openDark()) {
            Page page = live(browser);
            page.keyboard().press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + first.id()));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.getByLabel("Summary").fill("Half a sen");
            Call second = board.tell("b", Kind.ringing, "1", Switchboard.caller());
            assertThat(row(page, "call", second.id())).isVisible();
            page.keyboard().press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + second.id()));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.getByLabel("Summary").fill("The other one");
            Browser.shot(page, "phone-8-dark");
            row(page, "call", first.id()).locator("a").click();
            assertThat(page.getByLabel("Summary")).hasValue("Half a sen");
            row(page, "call", second.id()).locator("a").click();
            assertThat(page.getByLabel("Summary")).hasValue("The other one");
        }
    }

    @Test
    void aManagerBlocksANumberAndSeesWhoseItIs() {
        board.shop.customer("Ann Becker", number, "12 Oak Street");
        Call call = board.tell("a", Kind.ringing, "1", number);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/calls/phone/" + call.id()));
            assertThat(page.locator("#connection-state")).hasText("Live");
            Locator block = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Block this number"));
            block.click();
            assertThat(page.locator("#confirm")).containsText("It is the number of Ann Becker");
            Browser.shot(page, "phone-9-block");
            page.locator("#confirm button[value=yes]").click();
            assertThat(page.locator(".inquiry-title .status-pill")).hasText("Blocked");
            assertThat(row(page, "call", call.id())).isHidden();
            assertThat(block).hasCount(0);
        }
    }

    /** Both are numbered by themselves, so the same id may be a booking's and a call's. */
    @Test
    void aBookingStandsStillWhenACallOfTheSameIdMoves() {
        long id = board.shop.booking("Jordan Reyes", "937-555-0142").id();
        board.sql("update call set id = " + id + " where id = " + board.byHand(board.ben, number) + " returning id");
        try (Browser browser = Browser.open()) {
            Page page = live(browser);
            row(page, "booking", id).locator("a").click();
            assertThat(page.locator("#inquiry-name")).hasText("Jordan Reyes");
            assertThat(row(page, "call", id).locator(".queue-holder")).hasText(board.ben.displayName());
            board.ben.caller().run(() -> Server.bean(HoldCall.class).release(board.tenant, id));
            assertThat(row(page, "call", id).locator(".queue-holder")).hasCount(0);
            assertThat(row(page, "booking", id).locator(".queue-name")).hasText("Jordan Reyes");
            assertThat(page.locator("#inquiry-name")).hasText("Jordan Reyes");
            assertThat(page.locator(".inquiry-who")).hasText("Nobody has it yet.");
        }
    }

    private Page live(Browser browser) {
        Page page = browser.signIn(board.ann);
        page.navigate(browser.url("/calls"));
        assertThat(page.locator("#connection-state")).hasText("Live");
        return page;
    }

    private static Locator row(Page page, String kind, long id) {
        return page.locator("#row-" + kind + "-" + id);
    }

    /** The queue hears of it before the answer is there, which was written before. */
    @Test
    void whatIsToldWhileACallIsOpenedIsShown() {
        try (Browser browser = Browser.open()) {
            Call call = board.tell("late", Kind.ringing, "1", number);
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls"));
            assertThat(page.locator("#connection-state")).hasText("Live");
            page.route("**/calls/phone/" + call.id(), route -> {
                APIResponse before = route.fetch();
                board.tell("late", Kind.answered, "1", number, "12");
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos()); // until the queue has it
                route.fulfill(new Route.FulfillOptions().setResponse(before));
            });
            page.locator("#row-call-" + call.id() + " a").click();
            assertThat(page.locator("article.inquiry .status-pill").first()).hasText("Talking");
        }
    }
}
