package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.testing.Browser;
import org.callboard.testing.NetworkLine;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** The Calls screen and its live stream, each as slow and as broken as a network can make them. */
class LiveCallsTest {

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);

    @Test
    void theQueueStandsThereBeforeTheStreamDoesAndStaysWhenItComes() {
        shop.booking("Jordan Reyes", "937-555-0142");
        shop.booking("Mel Ortiz", "937-555-0143");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            AtomicReference<Route> stream = new AtomicReference<>();
            page.route("**/calls/stream", stream::set);
            page.navigate(browser.url("/calls"));
            assertThat(page.locator(".queue-name")).hasText(new String[] {"Jordan Reyes", "Mel Ortiz"});
            assertThat(page.locator("#queue-count")).hasText("2");
            assertThat(page.locator("#queue-empty")).isHidden();
            assertThat(page).hasTitle("(2) Calls · Callboard");
            page.evaluate("drawn = [...document.querySelectorAll('.queue-row')]");

            stream.get().resume();
            assertThat(page.locator("#connection-state")).hasText("Live");
            assertThat(page.locator(".queue-row")).hasCount(2);
            assertThat(page.evaluate("drawn.every(row => row.isConnected)"))
                    .as("the snapshot draws nothing again")
                    .isEqualTo(true);
            shop.booking("Ann Becker", "937-555-0144");
            assertThat(page.locator(".queue-name")).hasText(new String[] {"Jordan Reyes", "Mel Ortiz", "Ann Becker"});
            assertThat(page.locator("#queue-count")).hasText("3");
        }
    }

    /** Whoever goes on to another inquiry has that one, whatever comes late about the one before. */
    @Test
    void theHeadOfOneInquiryNeverStandsOverAnother() {
        long first = shop.booking("Jordan Reyes", "937-555-0142").id();
        long second = shop.booking("Mel Ortiz", "937-555-0143").id();
        try (Browser browser = Browser.open()) {
            Page page = signIn(browser);
            page.navigate(browser.url("/calls/" + first));
            Browser.holdBodies(page, "/state");
            SignedInUser sam = shop.tenant.user(Role.CSR);
            sam.caller().run(() -> Server.bean(Claims.class).claim(shop.tenant.id, first));
            page.waitForFunction("() => held.length > 0");
            page.locator("#row-booking-" + second + " a").click();
            assertThat(page.locator(".inquiry-actions [data-key=Enter]"))
                    .hasAttribute("hx-post", "/calls/" + second + "/claim");
            page.evaluate("held.pop()()");
            page.locator("#queue-filter").fill("Mel");
            assertThat(page.locator(".queue-row:visible")).hasCount(1);
            assertThat(page.locator(".inquiry-actions [data-key=Enter]"))
                    .hasAttribute("hx-post", "/calls/" + second + "/claim");
        }
    }

    /** The stream often says what somebody did before the answer does, and draws the button anew that was pressed. */
    @Test
    void theWaitEndsThoughThePushWasFaster() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        try (Browser browser = Browser.open()) {
            Page page = signIn(browser);
            page.navigate(browser.url("/calls/" + id));
            assertThat(page.locator("#connection-state")).hasText("Live");
            // the first snapshot draws the button anew, too
            page.waitForFunction(
                    "() => performance.getEntriesByType('resource').some(one => one.name.endsWith('/state'))");
            for (String[] step : new String[][] {
                {"claim", "Enter", "You’ve had it"},
                {"release", "Escape", "Nobody has it"},
                {"claim", "Enter", "You’ve had it"}
            }) {
                Held answer = Held.of(page, "**/calls/*/" + step[0]);
                page.keyboard().press(step[1]);
                assertThat(page.locator(".inquiry-who")).containsText(step[2]);
                assertThat(page.locator("body.cb-busy")).hasCount(1);
                answer.goesOn();
                assertThat(page.locator("body.cb-busy")).hasCount(0);
            }
            page.locator("#f-start").fill(Shop.VISIT.toString());
            Held answer = Held.of(page, "**/calls/*/book");
            page.locator("#book button[type=submit]").click();
            assertThat(page.locator(".inquiry-who")).containsText("Booked as");
            assertThat(page.locator("body.cb-busy")).hasCount(1);
            answer.goesOn();
            assertThat(page.locator("body.cb-busy")).hasCount(0);
            assertThat(page.locator(".notice-good")).containsText("is booked");
        }
    }

    /** The push opens the form; the answer that draws it anew finds somebody in it. */
    @Test
    void whoTypesBeforeTheAnswerIsThereGoesOnTyping() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        try (Browser browser = Browser.open()) {
            Page page = signIn(browser);
            page.navigate(browser.url("/calls/" + id));
            assertThat(page.locator("#connection-state")).hasText("Live");
            Held answer = Held.of(page, "**/calls/*/claim");
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.locator("#f-summary").fill("Half a sen");
            answer.goesOn();
            assertThat(page.locator(".draft-state")).hasText("What you typed before is back.");
            page.keyboard().type("tence");
            assertThat(page.locator("#f-summary")).hasValue("Half a sentence");
        }
    }

    /** What a colleague does draws the head of the inquiry anew; whoever was there by keyboard stays there. */
    @Test
    void aPushTakesNobodysFocus() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        SignedInUser lee = shop.tenant.user(Role.CSR);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + id));
            assertThat(page.locator("#connection-state")).hasText("Live");
            page.locator("#inquiry-name").focus();
            lee.caller().run(() -> Server.bean(Claims.class).claim(shop.tenant.id, id));
            assertThat(page.locator(".inquiry-who")).not().containsText("Nobody has it");
            assertThat(page.locator("#inquiry-name")).isFocused();
        }
    }

    @Test
    void whatWentWrongIsSaidThoughTheButtonIsGone() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        try (Browser browser = Browser.open()) {
            Page page = signIn(browser);
            page.navigate(browser.url("/calls/" + id));
            Held answer = Held.of(page, "**/calls/*/claim");
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            answer.turnsInto(429, "That was too often.");
            assertThat(page.locator(".cb-toast-error")).hasText("That was too often.");
            assertThat(page.locator("body.cb-busy")).hasCount(0);
        }
    }

    @Test
    void whoWentOnToAnotherInquiryStaysThere() {
        long first = shop.booking("Jordan Reyes", "937-555-0142").id();
        shop.booking("Mel Ortiz", "937-555-0143");
        try (Browser browser = Browser.open()) {
            Page page = signIn(browser);
            page.navigate(browser.url("/calls/" + first));
            Held answer = Held.of(page, "**/calls/*/claim");
            page.keyboard().press("Enter");
            assertThat(page.locator("#row-booking-" + first + " .queue-holder")).isVisible();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#inquiry-name")).hasText("Mel Ortiz");
            answer.goesOn();
            assertThat(page.locator("body.cb-busy")).hasCount(0);
            assertThat(page.locator("#inquiry-name")).hasText("Mel Ortiz");
        }
    }

    @Test
    void aKeyOfTheMenuIsNoneOfTheScreen() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + id));
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.locator(".cb-user").click();
            assertThat(page.locator(".cb-menu.show")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".cb-menu.show")).hasCount(0);
            page.keyboard().press("b");
            assertThat(page.locator("[name=who]:focus")).hasCount(1);
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
        }
    }

    /** The line dies as lines do: no connection is closed, and what is sent just never arrives. */
    @Test
    void aDeadLineIsNoticedAndComesBackByItself() {
        try (NetworkLine line = NetworkLine.open();
                Browser browser = Browser.open(line.url())) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls"));
            Locator state = page.locator("#connection-state");
            assertThat(state).hasText("Live");
            line.cut();
            assertThat(state).hasText("Reconnecting…");
            shop.booking("Jordan Reyes", "937-555-0142");
            line.mend();
            assertThat(page.locator(".queue-name"))
                    .hasText("Jordan Reyes", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
            assertThat(state).hasText("Live");
        }
    }

    @Test
    void whatWasTypedOutlivesTheClaimAndEvenADismissal() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        SignedInUser lee = shop.tenant.user(Role.CSR);
        Claims claims = Server.bean(Claims.class);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + id));
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator("body.cb-busy")).hasCount(0);
            page.locator("#f-summary").fill("Half a sentence about the boi");
            page.keyboard().press("Escape");
            page.keyboard().press("l");
            page.locator("#f-leadMemo").fill("Call after five");
            page.locator("#lead-dialog [data-close-dialog]").click();

            lee.caller().run(() -> {
                claims.takeOver(shop.tenant.id, id, dana.id());
                Server.bean(DismissBooking.class).byUser(shop.tenant.id, id, shop.reason, null);
            });
            assertThat(page.locator(".inquiry-who")).containsText("Dismissed");
            assertThat(page.locator("#f-summary")).hasValue("Half a sentence about the boi");
            page.reload();
            assertThat(page.locator(".inquiry-who")).containsText("Dismissed");
            assertThat(page.locator("#book")).hasCount(0);

            lee.caller().run(() -> {
                claims.reopen(shop.tenant.id, id);
                claims.release(shop.tenant.id, id);
            });
            assertThat(page.locator(".inquiry-who")).containsText("Nobody has it");
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator("#f-summary")).hasValue("Half a sentence about the boi");
            assertThat(page.locator("#f-leadMemo")).hasValue("Call after five");
            assertThat(page.locator(".draft-state")).hasText("What you typed before is back.");
        }
    }

    @Test
    void aLateAnswerLeavesTheDialogOpenInWhichSomebodyTypes() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        try (Browser browser = Browser.open()) {
            Page page = signIn(browser);
            page.navigate(browser.url("/calls/" + id));
            Held claim = Held.of(page, "**/calls/" + id + "/claim");
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it"); // the push was faster
            page.keyboard().press("l");
            page.locator("#f-leadMemo").fill("Call after five");
            claim.goesOn();
            assertThat(page.locator("body.cb-busy")).hasCount(0);
            assertThat(page.locator("#lead-dialog")).isVisible();
            assertThat(page.locator("#f-leadMemo")).hasValue("Call after five");
        }
    }

    /**
     * Requests are looked at from the start, whatever a test holds later: a browser that begins with it in between lets the
     * first ones pass.
     */
    private Page signIn(Browser browser) {
        Page page = browser.signIn(dana);
        page.route("**/never-asked-for", Route::resume);
        return page;
    }

    /** An answer that the server has given and the browser does not get yet. */
    private record Held(Page page, String address, AtomicReference<Runnable> rest, AtomicReference<Route> route) {

        /** Keeps the next answer from this address. */
        static Held of(Page page, String address) {
            Held held = new Held(page, address, new AtomicReference<>(), new AtomicReference<>());
            page.route(address, route -> {
                APIResponse answer = route.fetch();
                held.rest.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
                held.route.set(route);
            });
            return held;
        }

        void goesOn() {
            page.waitForCondition(() -> route.get() != null); // the push may be faster than the answer
            rest.get().run();
            page.unroute(address);
        }

        void turnsInto(int status, String words) {
            page.waitForCondition(() -> route.get() != null);
            route.get()
                    .fulfill(new Route.FulfillOptions()
                            .setStatus(status)
                            .setContentType("text/plain;charset=UTF-8")
                            .setBody(words));
            page.unroute(address);
        }
    }
}
