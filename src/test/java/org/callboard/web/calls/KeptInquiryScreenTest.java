package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.callboard.access.Role;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An inquiry that was kept for all that was wrong with it becomes a job; the form asks for what a customer needs. */
class KeptInquiryScreenTest {

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();

    @Test
    void theOfficeMendsWhatTheProgramGotWrong() {
        long booking = Office.ok(api.post(
                        api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings"),
                        """
                        {"externalId":"kept","source":"Website","name":"Jordan Reyes","summary":"No heat",
                         "isFirstTimeClient":true,"businessUnitId":%d,"jobTypeId":%d,"campaignId":%d,
                         "address":{"city":"Dayton","zip":"45402"},
                         "contacts":[{"type":"Phone","value":"call after 5"},{"type":"Email","value":"nobody"},
                            {"type":"Mobile","value":"937-555-0142"}]}
                        """.formatted(shop.unit, shop.jobType, shop.campaign)))
                .get("id")
                .longValue();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.CSR));
            page.navigate(browser.url("/calls/" + booking));
            assertThat(page.locator(".cb-row, .queue-row").first()).containsText("Dayton");
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator(".facts")).containsText("call after 5 not a phone number");
            assertThat(page.locator(".facts")).containsText("nobody not an e-mail address");
            assertThat(page.locator(".facts")).containsText("Dayton, 45402 incomplete");
            assertThat(page.locator(".facts a")).hasCount(1);
            assertThat(page.locator(".facts a")).hasText("(937) 555-0142");
            Browser.shot(page, "calls-13-kept-inquiry");
            page.getByLabel("Start").fill(Shop.VISIT.toString());
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#f-street")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#f-state")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#f-city")).hasValue("Dayton");
            assertThat(page.locator("#f-country")).hasValue("USA");
            page.locator("#f-street").fill("12 Oak St");
            page.locator("#f-state").fill("OH");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked");

            JsonNode customer =
                    Office.ok(api.get(api.path("crm/v2", "/customers"))).at("/data/0");
            Assertions.assertThat(customer.at("/address/street").stringValue()).isEqualTo("12 Oak St");
            String contacts =
                    api.path("crm/v2", "/customers/" + customer.get("id").longValue() + "/contacts");
            JsonNode entries = Office.ok(api.get(contacts)).get("data");
            Assertions.assertThat(entries.valueStream()
                            .map(entry -> entry.get("value").stringValue()))
                    .containsExactly("call after 5", "nobody", "937-555-0142");
            Office.ok(api.patch(contacts + "/" + entries.at("/1/id").longValue(), "{\"memo\":\"ask again\"}"));
            page.navigate(browser.url("/customers/" + customer.get("id").longValue()));
            assertThat(page.locator("main")).containsText("call after 5");
        }
    }
}
