package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.Lead;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** Nobody books in the past, or at a time that comes never or twice, without having been asked: wherever a job is booked. */
class StartConfirmTest {

    private static final String YESTERYEAR = "2020-06-01T09:30";

    private final Shop shop = new Shop();

    @Test
    void onTheCallsScreen() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.CSR));
            page.navigate(browser.url("/calls/" + booking.id()));
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            walk(page, () -> assertThat(page.locator(".notice-good")).containsText("is booked"));
        }
    }

    @Test
    void fromALead() {
        SignedInUser dana = shop.tenant.user(Role.CSR);
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        Lead lead = dana.caller().call(() -> {
            Server.bean(Claims.class).claim(shop.tenant.id, booking.id());
            return Server.bean(ConvertToLead.class)
                    .of(
                            shop.tenant.id,
                            booking.id(),
                            new ConvertToLead.Answer(shop.reason, null, shop.campaign, "Ask for Sam"));
        });
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/leads/" + lead.id() + "/book"));
            walk(page, () -> assertThat(page.locator(".cb-toast")).containsText("is booked"));
        }
    }

    private static void walk(Page page, Runnable booked) {
        page.getByLabel("Summary").fill("No heat. Gate code 4711.");
        Locator start = page.getByLabel("Start");
        Locator question = page.locator(".start-confirm");
        assertThat(question).hasCount(0);

        send(page, start, "2031-03-09T02:30");
        assertThat(page.locator(".field-error")).containsText("The clocks skip this time");
        assertThat(question).hasCount(0);

        send(page, start, "2031-11-02T01:30");
        assertThat(question).containsText("show this time twice. It is the first of the two.");

        send(page, start, YESTERYEAR);
        assertThat(question).containsText("This time is in the past.");
        Locator confirm = question.getByLabel("Book it at this time");
        assertThat(confirm).not().isChecked();
        assertThat(confirm).isFocused();
        assertThat(start).hasValue(YESTERYEAR);
        assertThat(page.getByLabel("Summary")).hasValue("No heat. Gate code 4711.");
        Browser.shot(page, "book-in-the-past");

        confirm.check();
        page.locator("#f-city").fill("");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#f-city")).hasAttribute("aria-invalid", "true");
        assertThat(confirm).isChecked();

        page.locator("#f-city").fill("Dayton");
        send(page, start, "2020-06-02T09:30");
        assertThat(confirm).not().isChecked(); // it was another time that was confirmed
        confirm.check();
        page.keyboard().press("Control+Enter");
        booked.run();
    }

    private static void send(Page page, Locator start, String time) {
        start.fill(time);
        page.keyboard().press("Control+Enter");
    }
}
