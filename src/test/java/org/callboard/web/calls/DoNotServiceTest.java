package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.callboard.bookings.Booking;
import org.callboard.tenants.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** Nobody books for a customer who is marked Do not service without having seen it. */
class DoNotServiceTest {

    private final Shop shop = new Shop();

    @Test
    void theMarkStandsInTheWayOfABooking() {
        long customer = shop.customer("Virgil Combs", "937-555-0172", "12 Oak Street");
        var api = shop.tenant.api();
        Office.ok(api.patch(api.path("crm/v2", "/customers/" + customer), "{\"doNotService\":true}"));
        Booking booking = shop.booking("Virgil Combs", "937-555-0172");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.CSR));
            page.navigate(browser.url("/calls/" + booking.id()));
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You have it");
            assertThat(page.locator(".match.is-barred .badge-barred")).hasText("Do not service");
            assertThat(page.locator("[name=who]:checked")).hasCount(0);
            Locator warning = page.locator(".barred-confirm");
            assertThat(warning).isHidden();
            page.locator(".match.is-barred [name=who]").first().check();
            assertThat(warning).containsText("Do not service. This customer is marked so");
            Browser.shot(page, "calls-12-do-not-service");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".field-error")).containsText("Confirm to book all the same.");

            Page other =
                    page.context().waitForPage(() -> page.locator(".match-name").click());
            assertThat(other).hasURL(Pattern.compile(".*/customers/" + customer));
            assertThat(other.locator(".rec-alarm")).containsText("Do not service");

            warning.getByText("Serve this customer all the same").click();
            page.getByLabel("Start").fill("2031-12-01T09:30");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked");
        }
    }
}
