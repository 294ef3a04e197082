package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.calls.OpenCall;
import org.callboard.calls.Switchboard;
import org.callboard.changes.EntityKind;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Somebody answers a telephone of which nobody tells, and types what the caller says. */
class NewCallScreenTest {

    private final Switchboard board = new Switchboard();
    private final String number = Switchboard.caller();

    @Test
    void fromTheFirstDigitToTheFormOfWhoCalls() {
        for (int i = 1; i <= 12; i++) {
            board.shop.customer("Reyes " + i, number, i + " Oak St");
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/schedule"));
            page.keyboard().press("c");
            assertThat(page.locator("#new-call-text")).isFocused();
            assertThat(page).hasURL(browser.url("/calls/phone/new"));
            Browser.shot(page, "calls-30-new-call");
            assertThat(calls()).isZero();

            page.locator("#new-call-text").fill(number.substring(2));
            assertThat(page.locator("#match-customers")).containsText("12");
            assertThat(page.locator(".new-call-matches .match")).hasCount(12);
            assertThat(page).hasURL(Pattern.compile(".*/calls/phone/\\d+"));
            assertThat(calls()).isOne();
            Browser.shot(page, "calls-31-new-call-matches");
            page.locator(".match", new Page.LocatorOptions().setHasText("Reyes 7"))
                    .locator("[data-who^=location]")
                    .click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator("[name=who]:checked")).hasValue(Pattern.compile("location:\\d+"));
            assertThat(page.locator(".caller-name")).containsText("Reyes 7");
            assertThat(page.locator(".queue-row")).hasCount(1);
            Browser.shot(page, "calls-32-new-call-form");
            assertThat(calls()).isOne();

            page.setViewportSize(390, 844);
            page.navigate(browser.url("/calls/phone/new?number=" + number.substring(2)));
            assertThat(page.locator(".new-call-matches .match")).hasCount(12);
            Browser.shot(page, "calls-33-new-call-small");
        }
    }

    @Test
    void whatIsPastedFillsTheForm() {
        board.shop.customer("Dale Becker", Switchboard.caller(), "77 Elm St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            page.locator("#new-call-text").fill("Dale Beck");
            assertThat(page.locator(".new-call-matches .match")).containsText("Dale Becker");
            page.locator("#new-call-text").fill("Jordan Reyes, (937) 555-0177, 24 Wayne Ave, Dayton, OH 45402");
            assertThat(page.locator(".new-call-matches")).containsText("Nobody on record fits");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-name")).hasValue("Jordan Reyes");
            assertThat(page.locator("#f-street")).hasValue("24 Wayne Ave");
            assertThat(page.locator("#f-zip")).hasValue("45402");
            assertThat(page.locator("#f-phone")).hasValue(Pattern.compile(".*555-0177"));
        }
    }

    /** Nobody was chosen yet: somebody rings, the page is loaded again. */
    @Test
    void whatWasTypedIsThereWhenSomebodyComesBackToTheCall() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            assertThat(page.locator("#connection-state")).hasText("Live");
            Call ringing = board.tell("two", Kind.ringing, "1", number);
            assertThat(page.locator(".queue-row.is-ringing")).hasCount(1);
            page.locator("#new-call-text").fill("Jordan Reyes, (937) 555-0177 ext. 12, 24 Wayne Ave, Dayton, OH 45402");
            page.keyboard().press("F2"); // at once
            assertThat(page).hasURL(browser.url("/calls/phone/" + ringing.id()));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            Locator first = page.locator(".queue-row", new Page.LocatorOptions().setHasText("Jordan Reyes"));
            first.locator("a").click();
            assertThat(page.locator("#f-street")).hasValue("24 Wayne Ave");
            assertThat(page.locator("#f-phone")).hasValue("(937) 555-0177 ext. 12");
            page.reload();
            assertThat(page.locator("#f-zip")).hasValue("45402");
            assertThat(page.locator("#f-name")).hasValue("Jordan Reyes");
        }
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void theKeyboardGoesFromTheFieldToWhoItMayBe() {
        board.shop.customer("Ann Becker", number, "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            page.keyboard().type(number.substring(2));
            Locator place = page.locator("[data-who^=location]");
            assertThat(place).isVisible();
            page.keyboard().press("ArrowDown");
            assertThat(place).isFocused();
            page.locator("#new-call-text").dispatchEvent("input"); // an answer comes late
            page.waitForResponse("**/calls/phone/matches", () -> {});
            assertThat(place).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("[name=who]:checked")).hasValue(Pattern.compile("location:\\d+"));
            page.locator("#f-summary").fill("No heat");
            page.waitForResponse("**/calls/draft/**", () -> {});
            page.reload();
            assertThat(page.locator("#f-summary")).hasValue("No heat");
            assertThat(page.locator("[name=who]:checked")).hasValue(Pattern.compile("location:\\d+"));
        }
    }

    /** The telephone system was faster: it is that call, and none beside it. */
    @Test
    void aNumberThatRingsIsThatCall() {
        Call ringing = board.tell("one", Kind.ringing, "1", number);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            page.locator("#new-call-text").fill("Somebody");
            Eventually.is(2L, this::calls);
            page.locator("#new-call-text").fill(number.substring(2));
            page.keyboard().press("Enter");
            assertThat(page).hasURL(browser.url("/calls/phone/" + ringing.id()));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator(".queue-row")).hasCount(1);
        }
        assertThat(board.call(ringing.id()).isClaimedBy(board.ann.id())).isTrue();
        assertThat(board.sql("select count(*) from call where desk = 'Joined' and not active"))
                .isOne();
    }

    @Test
    void f2GoesRoundOnesOwnCallsAndTakesTheOneThatRings() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            Call first = open("937 555 0181");
            Call second = open("937 555 0182");
            page.navigate(browser.url("/calls"));
            assertThat(page.locator(".queue-row.is-mine")).hasCount(2);
            page.keyboard().press("F2");
            assertThat(page.locator("#new-call-text")).isFocused();
            page.keyboard().press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + first.id()));
            page.locator("#f-summary").fill("No heat");
            page.locator("#f-summary").press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + second.id()));
            Call ringing = board.tell("two", Kind.ringing, "1", number);
            assertThat(page.locator(".queue-row.is-ringing")).hasCount(1);
            page.keyboard().press("F2");
            assertThat(page).hasURL(browser.url("/calls/phone/" + ringing.id()));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");

            page.navigate(browser.url("/customers/new"));
            Locator name =
                    page.locator("main form[method=post] input[type=text]").first();
            name.fill("Half a name");
            Page tab = page.waitForPopup(() -> name.press("F2"));
            assertThat(tab.locator("#new-call-text")).isVisible();
            assertThat(name).hasValue("Half a name");
        }
    }

    /** A colleague talks with the number: whoever takes that call over is asked, and both texts go along. */
    @Test
    void aNumberWithWhichAColleagueTalksIsJoined() {
        Call theirs = board.tell("one", Kind.answered, "1", number, "13");
        board.ben
                .caller()
                .run(() -> Server.bean(Drafts.class)
                        .save(
                                board.tenant,
                                DraftKey.call(theirs.id()),
                                "{\"summary\":[\"No heat\"],\"city\":[\"Xenia\"]}",
                                0));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            page.keyboard().type("Jordan Reyes, " + number.substring(2) + ", 24 Wayne Ave, Dayton, OH 45402");
            assertThat(page.locator(".new-call-running")).containsText(board.ben.displayName());
            Browser.shot(page, "calls-34-new-call-running");
            assertThat(calls()).isOne();
            page.keyboard().press("Enter");
            page.locator("#confirm button[value=no]").click();
            assertThat(page).hasURL(browser.url("/calls/phone/new"));
            assertThat(calls()).isOne();
            page.locator("[data-join]").click();
            page.locator("#confirm button[value=yes]").click();
            assertThat(page).hasURL(browser.url("/calls/phone/" + theirs.id()));
            assertThat(page.locator(".inquiry-who")).containsText("It is yours while you talk");
            assertThat(page.locator("#f-summary")).hasValue("No heat");
            assertThat(page.locator("#f-city")).hasValue("Xenia");
            assertThat(page.locator("#f-street")).hasValue(""); // it is of another place
            assertThat(page.locator("#f-name")).hasValue("Jordan Reyes");
        }
        assertThat(calls()).isOne();
        assertThat(board.history(EntityKind.CALL, theirs.id())).contains("taken over");
    }

    /** The colleague gave the call back; whatever the new page says, once or again, is put beside what they typed. */
    @Test
    void whatAColleagueTypedStaysHoweverOftenAPageSaysMore() {
        Call ringing = board.tell("one", Kind.ringing, "1", number);
        try (Browser bens = Browser.open();
                Browser anns = Browser.open()) {
            Page theirs = bens.signIn(board.ben);
            theirs.navigate(bens.url("/calls/phone/" + ringing.id()));
            theirs.locator("[data-key=Enter]").first().click();
            assertThat(theirs.locator(".inquiry-who")).containsText("You’ve had it");
            theirs.waitForResponse("**/calls/draft/**", () -> {
                theirs.locator("[name=who][value=new]").check();
                theirs.locator("#f-street").fill("12 Oak St");
            });
            theirs.locator("[data-key=Escape]").click();
            assertThat(theirs.locator(".inquiry-who")).containsText("Nobody has it yet");

            Page mine = anns.signIn(board.ann);
            mine.navigate(anns.url("/calls/phone/new"));
            mine.keyboard().type("Jordan Reyes, " + number.substring(2) + ", 24 Wayne Ave");
            assertThat(mine).hasURL(anns.url("/calls/phone/" + ringing.id()));
            mine.keyboard().type(", Dayton, OH 45402, jo@example.com");
            Eventually.is(1L, () -> drafted("jo@example.com"));
            mine.keyboard().press("Control+a");
            mine.keyboard()
                    .type("Jordan Reyes, " + number.substring(2)
                            + ", 24 Wayne Ave, Dayton, OH 45402, reyes@example.com");
            mine.keyboard().press("Enter");
            assertThat(mine.locator("#f-street")).hasValue("12 Oak St");
            assertThat(mine.locator("#f-city")).hasValue(""); // it is of another place
            assertThat(mine.locator("#f-zip")).hasValue("");
            assertThat(mine.locator("#f-email")).hasValue("reyes@example.com"); // what it said itself before gives way
        }
    }

    /** What the page said itself before gives way as a whole, too. */
    @Test
    void anAddressThatIsSaidAnewLeavesNothingOfTheOneBefore() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            page.keyboard().type("Jordan Reyes, 24 Wayne Ave Apt 3, Dayton, OH 45402");
            Eventually.is(1L, () -> drafted("Dayton"));
            page.keyboard().press("Control+a");
            page.keyboard().type("Jordan Reyes, 12 Oak St, Xenia, OH 45385");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-street")).hasValue("12 Oak St");
            assertThat(page.locator("#f-unit")).hasValue("");
            assertThat(page.locator("#f-city")).hasValue("Xenia");
            assertThat(page.locator("#f-zip")).hasValue("45385");
        }
    }

    private long drafted(String word) {
        return board.sql("select count(*) from inquiry_draft where fields like '%" + word + "%'");
    }

    /** A colleague takes the call from the queue while its page still types: the page says so, and loses nothing. */
    @Test
    void whoTypesOnInACallThatAColleagueTookIsAsked() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            page.keyboard().type("Jordan Reyes");
            assertThat(page.locator("#new-call-state")).hasText("The call is yours.");
            long call = Long.parseLong(page.url().replaceAll(".*/", ""));
            board.ben.caller().run(() -> Server.bean(HoldCall.class).takeOver(board.tenant, call, board.ann.id()));
            page.keyboard().type(", 24 Wayne Ave, Dayton, OH 45402");
            assertThat(page.locator("#new-call-state")).containsText(board.ben.displayName() + " has this call.");
            page.keyboard().press("Enter");
            page.locator("#confirm button[value=no]").click();
            assertThat(board.call(call).isClaimedBy(board.ben.id())).isTrue();
            page.locator("#new-call-text").press("Enter");
            page.locator("#confirm button[value=yes]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page).hasURL(browser.url("/calls/phone/" + call));
            assertThat(page.locator("#f-street")).hasValue("24 Wayne Ave");
        }
        assertThat(calls()).isOne();
    }

    /** The question stands while the colleague wraps the call up. */
    @Test
    void whatIsRefusedSaysWhy() {
        Call theirs = board.tell("one", Kind.answered, "1", number, "13");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls/phone/new"));
            page.keyboard().type(number.substring(2));
            assertThat(page.locator("[data-join]")).isVisible();
            page.locator("[data-join]").click();
            board.tell("one", Kind.ended, null, number);
            board.ben
                    .caller()
                    .run(() ->
                            Server.bean(CloseCall.class).dismiss(board.tenant, theirs.id(), board.shop.reason, null));
            page.locator("#confirm button[value=yes]").click();
            assertThat(page.getByText("This call waits for nobody any more.")).isVisible();
        }
    }

    /** Two tabs of one person are at the same call, and who wants another one beside a colleague's gets it. */
    @Test
    void oneNumberIsOneCallUnlessSomebodyWantsAnother() {
        Call first = open(number);
        assertThat(open(number).id()).isEqualTo(first.id());
        SignedInUser ben = board.ben;
        UUID key = UUID.randomUUID();
        assertThatThrownBy(() -> ben.caller()
                        .call(() -> Server.bean(OpenCall.class).open(board.tenant, key, number, null, false)))
                .hasMessageContaining(board.ann.displayName());
        Call apart = ben.caller().call(() -> Server.bean(OpenCall.class).open(board.tenant, key, number, null, true));
        assertThat(apart.id()).isNotEqualTo(first.id());
        assertThat(apart.isClaimedBy(ben.id())).isTrue();
    }

    @Test
    void oneKeyIsOneCall() {
        UUID key = UUID.randomUUID();
        Call call = board.ann
                .caller()
                .call(() -> Server.bean(OpenCall.class).open(board.tenant, key, null, "Jordan", false));
        assertThat(call.desk()).isEqualTo(CallDesk.Open);
        Call again = board.ann
                .caller()
                .call(() -> Server.bean(OpenCall.class).open(board.tenant, key, "937 555 0183", "Jo", false));
        assertThat(again.id()).isEqualTo(call.id());
        assertThat(again.number()).isEqualTo("+19375550183");
        assertThatThrownBy(() -> board.ben
                        .caller()
                        .call(() -> Server.bean(OpenCall.class).open(board.tenant, key, "937 555 0184", "X", false)))
                .as("of somebody else it changes nothing")
                .hasMessageContaining(board.ann.displayName());
        assertThat(board.call(call.id()).number()).isEqualTo("+19375550183");
        Visitor viewer = Visitor.signedIn(board.shop.tenant.user(Role.Viewer));
        assertThat(viewer.get("/calls/phone/new").status()).isEqualTo(403);
        Visitor visitor = Visitor.signedIn(board.ann);
        visitor.get("/calls");
        assertThat(visitor.post("/calls/phone", "key", "x").status()).isBetween(400, 404);
        assertThat(visitor.post("/calls/phone", "key", UUID.randomUUID().toString())
                        .status())
                .isEqualTo(201);
    }

    private Call open(String typed) {
        return board.ann
                .caller()
                .call(() -> Server.bean(OpenCall.class).open(board.tenant, UUID.randomUUID(), typed, null, false));
    }

    private long calls() {
        return board.sql("select count(*) from call");
    }
}
