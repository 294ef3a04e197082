package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.tenants.Role;
import org.callboard.tenants.SignedInUser;
import org.callboard.testing.Browser;
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
}
