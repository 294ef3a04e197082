package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.callboard.access.SignedInUser;
import org.callboard.callbacks.CallBacks;
import org.callboard.callbacks.DismissCallBack;
import org.callboard.callbacks.TryCallBack;
import org.callboard.callbacks.TryOutcome;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.customers.Locations;
import org.callboard.jobs.Jobs;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Keyboard;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** A desk as it is: by keyboard, handed over in the middle, closed by somebody else, with a session that ends. */
class CallsAtOnceScreenTest {

    private final Switchboard board = new Switchboard();
    private final String number = Switchboard.caller();

    @Test
    void aWholeCallByKeyboard() {
        board.shop.customer("Ann Becker", number, "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/schedule"));
            page.keyboard().press("F2");
            assertThat(page.locator("#new-call-text")).isFocused();
            page.keyboard().type(number.substring(2));
            assertThat(page.locator("[data-who^=location]")).isVisible();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.keyboard().press("b");
            assertThat(page.locator("[name=who]:checked")).isFocused();
            Keyboard.choose(page, "f-businessUnitId", board.shop.unit);
            Keyboard.choose(page, "f-jobTypeId", board.shop.jobType);
            Keyboard.choose(page, "f-campaignId", board.shop.campaign);
            Keyboard.tabTo(page, "f-summary");
            page.keyboard().type("No heat");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked");
            Browser.shot(page, "calls-40-booked-by-keyboard");
            page.keyboard().press("k");
            assertThat(page.locator("h1")).hasText("Book another job for Ann Becker");
            assertThat(page.locator("[name=who]:checked")).hasValue(Pattern.compile("location:\\d+"));
            Browser.shot(page, "calls-41-book-another");
            page.keyboard().press("Escape");
            assertThat(page).hasURL(Pattern.compile(".*/calls/phone/\\d+"));
        }
    }

    @Test
    void aCallThatIsPutThroughTakesItsTextAlong() {
        Call call = board.tell("a", Kind.answered, "1", number, "12");
        try (Browser anns = Browser.open();
                Browser bens = Browser.openDark()) {
            Page mine = open(anns, board.ann, call);
            assertThat(mine.locator(".inquiry-who")).containsText("It is yours while you talk");
            mine.locator("#f-name").fill("Jo Lowell");
            mine.locator("#f-summary").fill("No heat, dog in the yard");
            saved(2);
            board.tell("a", Kind.answered, "2", number, "13");
            assertThat(mine.locator(".inquiry-who")).containsText(board.ben.displayName());
            assertThat(mine.locator("#f-summary")).isDisabled();
            Page theirs = open(bens, board.ben, call);
            assertThat(theirs.locator(".inquiry-who")).containsText("It is yours while you talk");
            assertThat(theirs.locator(".draft-state")).hasText("What " + board.ann.displayName() + " typed is here.");
            assertThat(theirs.locator("#f-summary")).hasValue("No heat, dog in the yard");
            assertThat(theirs.locator("#f-name")).hasValue("Jo Lowell");
            Browser.shot(theirs, "calls-42-put-through");
        }
    }

    /** Somebody rings in the middle of it; what was sent is there no more. */
    @Test
    void whatIsTypedForACallBackIsThereForWhoComesBackToIt() {
        board.missed("a", number);
        Call rings = board.tell("b", Kind.ringing, "1", Switchboard.caller());
        String back = "/calls/phone/back/" + board.sql("select id from call_back");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url(back));
            page.locator("#try-memo").fill("Ask for Kim");
            page.keyboard().press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + rings.id()));
            page.locator("#queue-list a[href$='" + back + "']").click();
            assertThat(page.locator("#try-memo")).hasValue("Ask for Kim");
            page.locator("#inquiry-state [data-open-dialog=dismiss-dialog]").click();
            page.locator("#dismiss-dialog [name=callReason]").selectOption("" + board.shop.reason);
            page.locator("#dismiss-dialog [name=memo]").fill("Wrong num");
            page.locator("#dismiss-dialog [data-close-dialog]").click();
            page.goBack();
            assertThat(page).hasURL(browser.url("/calls/phone/" + rings.id()));
            page.locator("#queue-list a[href$='" + back + "']").click();
            assertThat(page.locator("#try-memo")).hasValue("Ask for Kim");
            page.locator("#inquiry-state [data-open-dialog=dismiss-dialog]").click();
            assertThat(page.locator("#dismiss-dialog [name=memo]")).hasValue("Wrong num");
            assertThat(page.locator("#dismiss-dialog [name=callReason]")).hasValue("" + board.shop.reason);
            page.locator("#dismiss-dialog [data-close-dialog]").click();
            page.locator(".try-ends [value=Busy]").click();
            assertThat(page.locator("#back-tries")).containsText("Ask for Kim");
            assertThat(page.locator("#try-memo")).hasValue("");
            page.goBack();
            assertThat(page.locator("#try-memo")).hasCount(0);
            page.locator("#queue-list a[href$='" + back + "']").click();
            assertThat(page.locator("#try-memo")).hasValue("");
        }
    }

    /** The dialog comes back with what was sent and what is wrong with it; the memo of the try was not sent. */
    @Test
    void aRefusedFormLeavesWhatIsTypedInTheOther() {
        board.missed("a", number);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/back/" + board.sql("select id from call_back")));
            page.locator("#try-memo").fill("Ask for Kim");
            page.locator("#inquiry-state [data-open-dialog=dismiss-dialog]").click();
            Locator reason = page.locator("#dismiss-dialog [name=callReason]");
            reason.evaluate("field => { field.required = false; }");
            page.locator("#dismiss-dialog [name=memo]").fill(" Wrong num");
            page.locator("#dismiss-dialog [type=submit]").click();
            assertThat(page.locator("#dismiss-dialog .is-invalid")).isVisible();
            assertThat(page.locator("#dismiss-dialog [name=memo]")).hasValue(" Wrong num");
            assertThat(page.locator("#try-memo")).hasValue("Ask for Kim");
            reason.selectOption("" + board.shop.reason);
            page.locator("#dismiss-dialog [type=submit]").click();
            assertThat(page.locator(".inquiry-who")).containsText("Not called back");
        }
    }

    @Test
    void whatWasTypedWhileACallWasClosedElsewhereIsShown() {
        Call call = board.tell("a", Kind.answered, "1", number, "12");
        try (Browser browser = Browser.open()) {
            Page page = open(browser, board.ann, call);
            page.route("**/calls/draft/**", route -> route.abort());
            page.locator("#f-summary").fill("The gate code is 4711");
            board.ann
                    .caller()
                    .run(() -> Server.bean(CloseCall.class).dismiss(board.tenant, call.id(), board.shop.reason, null));
            assertThat(page.locator(".inquiry-who")).containsText("Dismissed");
            page.reload();
            assertThat(page.locator(".draft-left")).containsText("Summary");
            assertThat(page.locator(".draft-left")).containsText("The gate code is 4711");
            Browser.shot(page, "calls-43-left");
            page.locator(".draft-left button").click();
            page.reload();
            assertThat(page.locator(".inquiry-who")).containsText("Dismissed");
            assertThat(page.locator(".draft-left")).hasCount(0);
        }
    }

    @Test
    void aSessionThatEndsCostsNothingThatWasTyped() {
        Call call = board.tell("a", Kind.answered, "1", number, "12");
        try (Browser browser = Browser.open()) {
            Page page = open(browser, board.ann, call);
            browser.context().clearCookies();
            page.locator("#f-summary").fill("No hot water");
            assertThat(page.locator("#session-ended")).isVisible();
            browser.signIn(board.ann).close();
            page.getByText("I have signed in").click();
            assertThat(page.locator("#session-ended")).isHidden();
            assertThat(page.locator("#f-summary")).hasValue("No hot water");
            saved(1);
        }
    }

    /** A call-back of which others learn that it is tried, and that somebody gave it up. */
    @Test
    void whatOthersDoWithACallBackIsSeen() {
        board.missed("a", number);
        long back = board.as(() -> Server.bean(CallBacks.class)
                .open(board.tenant, number)
                .orElseThrow()
                .id());
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/back/" + back));
            assertThat(page.locator("#connection-state")).hasText("Live");
            page.locator("#try-memo").fill("Ask for Kim");
            page.locator("#tries [data-key=n]").focus();
            board.ben
                    .caller()
                    .run(() -> Server.bean(TryCallBack.class)
                            .tried(board.tenant, back, TryOutcome.LeftVoicemail, "Call her cell"));
            assertThat(page.locator("#back-tries")).containsText("Left voicemail");
            assertThat(page.locator("#back-tries")).containsText("Call her cell");
            assertThat(page.locator(".inquiry-who")).containsText("Try again");
            assertThat(page.locator("#tries [data-key=n]")).isFocused();
            assertThat(page.locator("#try-memo")).hasValue("Ask for Kim");
            board.missed("b", number);
            assertThat(page.locator("#back-facts")).containsText("2 times");
            Browser.shot(page, "calls-44-call-back");
            page.keyboard().press("n");
            assertThat(page.locator("#back-tries")).containsText("Ask for Kim");
            assertThat(page.locator("#try-memo")).hasValue("");
            board.ben
                    .caller()
                    .run(() -> Server.bean(DismissCallBack.class).dismiss(board.tenant, back, board.shop.reason, null));
            assertThat(page.locator(".inquiry-who")).containsText("Not called back");
            assertThat(page.locator("#tries")).hasCount(0);
            assertThat(page.locator("[data-open-dialog=dismiss-dialog]")).hasCount(0);
            assertThat(page.locator("#inquiry-name")).isFocused();
        }
    }

    /** The job stands beside the form: one press ends the call, and gives it back. */
    @Test
    void whoAsksAboutAJobIsHelpedFromThePanel() {
        long customer = board.shop.customer("Ann Becker", number, "12 Oak St");
        board.ann
                .caller()
                .run(() -> Server.bean(Jobs.class)
                        .book(
                                board.tenant,
                                board.shop.jobDraft(
                                        customer,
                                        Server.bean(Locations.class)
                                                .ofCustomer(board.tenant, customer)
                                                .getFirst()
                                                .id())));
        Call call = board.tell("a", Kind.answered, "1", number, "12");
        try (Browser browser = Browser.open()) {
            Page page = open(browser, board.ann, call);
            page.locator("#f-summary").fill("Wants to know when we come");
            Locator about = page.locator(".caller-job").getByText("About this job");
            assertThat(about).isVisible();
            Browser.shot(page, "calls-47-about-a-job");
            about.click();
            assertThat(page.locator(".notice-good")).containsText("they asked about job");
            assertThat(page.locator(".inquiry-title .status-pill")).hasText("Dismissed");
            assertThat(page.locator(".queue-row")).hasCount(0);
            assertThat(page.locator(".draft-left")).hasCount(0);
            Browser.shot(page, "calls-48-was-about-a-job");
            page.locator("#inquiry-name").press("u");
            assertThat(page.locator(".inquiry-who")).containsText("It is yours while you talk");
            assertThat(page.locator("#f-summary")).hasValue("Wants to know when we come");
        }
    }

    /** Who is asked about a job at 390 px, and gives a call of the team to a customer. */
    @Test
    void aSmallScreenHasItAll() {
        board.shop.customer("Ann Becker", number, "12 Oak St");
        Call inside = board.tell("a", Kind.answered, "1", "13", "12");
        try (Browser browser = Browser.openSmall()) {
            Page page = open(browser, board.ann, inside);
            Browser.shot(page, "calls-45-team-small");
            page.getByText("Take as a customer").click();
            assertThat(page.locator(".inquiry-who")).containsText("yours while you talk");
            board.ann.caller().run(() -> Server.bean(HoldCall.class).release(board.tenant, inside.id()));
            page.navigate(browser.url("/calls/phone/new?number=" + number.substring(2)));
            assertThat(page.locator(".new-call-matches .match")).hasCount(1);
            Browser.shot(page, "calls-46-new-call-small");
        }
    }

    private static Page open(Browser browser, SignedInUser user, Call call) {
        Page page = browser.signIn(user);
        page.navigate(browser.url("/calls/phone/" + call.id()));
        assertThat(page.locator("#connection-state")).hasText("Live");
        return page;
    }

    /** Waits until so many fields are kept on the server. */
    private void saved(long fields) {
        Eventually.is(
                fields,
                () -> board.sql(
                        "select coalesce(sum((select count(*) from json_object_keys(fields::json))), 0) from inquiry_draft"));
    }
}
