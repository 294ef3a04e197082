package org.callboard.web.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.callboard.access.SignedInUser;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Keyboard;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** Whole rounds of a call, from its first ring to what comes of it, as those at the desk play them. */
class TelephoneRoundTest {

    private final Switchboard board = new Switchboard();
    private final String number = Switchboard.caller();

    /** By keys alone; both see at once whose it is. */
    @Test
    void aCallIsTakenPutThroughWithItsTextAndBookedByTheSecond() {
        board.shop.customer("Jordan Reyes", number, "12 Oak St");
        try (Browser anns = Browser.open();
                Browser bens = Browser.openDark()) {
            Page mine = on(anns, board.ann, "/schedule");
            Page theirs = on(bens, board.ben, "/customers");
            Call call = board.tell("a", Kind.ringing, "1", number);
            assertThat(mine.locator("[data-call='" + call.id() + "']")).containsText("Ringing");
            assertThat(theirs.locator("[data-call='" + call.id() + "']")).containsText("Jordan Reyes");
            mine.keyboard().press("F2");
            assertThat(mine).hasURL(anns.url("/calls/phone/" + call.id()));
            assertThat(mine.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(theirs.locator("[data-call='" + call.id() + "'] [data-take]"))
                    .hasCount(0);
            board.tell("a", Kind.answered, "1", number, "12");
            assertThat(mine.locator(".inquiry-who")).containsText("It is yours while you talk");
            mine.keyboard().press("b");
            mine.keyboard().press("Space");
            Locator place = mine.locator("[name=who][value^='location:']");
            for (int i = 0; i < 5 && !place.isChecked(); i++) {
                mine.keyboard().press("ArrowDown");
            }
            assertThat(place).isChecked();
            Keyboard.tabTo(mine, "f-summary");
            mine.keyboard().type("No heat, dog in the yard");
            Eventually.is(
                    1L, () -> board.sql("select count(*) from inquiry_draft where fields like '%dog in the yard%'"));

            board.tell("a", Kind.answered, "2", number, "13");
            assertThat(mine.locator(".inquiry-who")).containsText(board.ben.displayName());
            assertThat(mine.locator("#f-summary")).isDisabled();
            Locator talks = theirs.locator("[data-call='" + call.id() + "']");
            assertThat(talks).containsText("On the phone");
            talks.locator("a").focus();
            theirs.keyboard().press("Enter");
            assertThat(theirs).hasURL(bens.url("/calls/phone/" + call.id()));
            assertThat(theirs.locator(".inquiry-who")).containsText("It is yours while you talk");
            assertThat(theirs.locator("#f-summary")).hasValue("No heat, dog in the yard");
            assertThat(theirs.locator("[name=who][value^='location:']")).isChecked();
            theirs.keyboard().press("b");
            Keyboard.choose(theirs, "f-businessUnitId", board.shop.unit);
            Keyboard.choose(theirs, "f-jobTypeId", board.shop.jobType);
            Keyboard.choose(theirs, "f-campaignId", board.shop.campaign);
            theirs.keyboard().press("Control+Enter");
            assertThat(theirs.locator(".notice-good")).containsText("is booked");
            Browser.shot(theirs, "round-1-booked-by-the-second");
            board.tell("a", Kind.ended, null, number);
            assertThat(mine.locator(".inquiry-who")).containsText("Booked as job");

            long job = board.sql("select id from job where call_id = " + call.id());
            theirs.navigate(bens.url("/jobs/" + job));
            assertThat(theirs.locator("main")).containsText("No heat, dog in the yard");
            assertThat(theirs.locator("main a[href='/calls/phone/" + call.id() + "']")
                            .first())
                    .isVisible();
        }
    }

    /** Nobody was there at first, and nobody answers the first try. */
    @Test
    void whoWasMissedIsTriedReachedAndFollowedUp() {
        long reason = board.sql("insert into call_reason (tenant_id, name, is_lead, created_on, modified_on) values ("
                + board.tenant + ", 'Wants a price', true, now(), now()) returning id");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(board.ann);
            page.navigate(browser.url("/calls"));
            assertThat(page.locator("#connection-state")).hasText("Live");
            Call missed = board.missed("a", number);
            assertThat(page.locator(".queue-row")).containsText("Call back");
            page.keyboard().press("ArrowDown");
            assertThat(page).hasURL(Pattern.compile(".*/calls/phone/back/\\d+"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.locator("#try-memo").fill("Rang for long");
            page.keyboard().press("Escape");
            page.keyboard().press("n");
            assertThat(page.locator("#back-tries")).containsText("Rang for long");
            assertThat(page.locator(".inquiry-who")).containsText("Try again");
            page.keyboard().press("r");
            assertThat(page).hasURL(browser.url("/calls/phone/" + missed.id()));
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.keyboard().press("l");
            page.locator("#f-leadName").fill("Kim Lowell");
            page.locator("#f-leadReason").selectOption(Long.toString(reason));
            page.locator("#f-leadMemo").fill("Asks what a furnace costs");
            page.locator("#lead-dialog button[type=submit]").click();
            assertThat(page.locator(".inquiry-who")).containsText("It is followed up as lead");
            Browser.shot(page, "round-2-lead-of-a-missed-call");
            page.locator("#go-to-lead").click();
            assertThat(page.locator("main")).containsText("Kim Lowell");
            assertThat(page.locator("main a[href='/calls/phone/" + missed.id() + "']"))
                    .isVisible();
            assertThat(board.call(missed.id()).desk()).isEqualTo(CallDesk.Lead);
            assertThat(board.sql("select count(*) from call_back where status = 'Reached'"))
                    .isOne();
        }
    }

    private Page on(Browser browser, SignedInUser user, String path) {
        Page page = browser.signIn(user);
        PhoneStream stream = Server.bean(PhoneStream.class);
        int before = stream.count(board.tenant);
        page.navigate(browser.url(path));
        Eventually.is(true, () -> stream.count(board.tenant) > before);
        return page;
    }
}
