package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.NewBooking;
import org.callboard.jobs.Priority;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Calls screen in a real browser. */
class CallsScreenTest {

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Api provider = shop.tenant.api(shop.provider);
    private final String bookings = provider.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");

    @Test
    void fromTheProvidersPostToTheBookedJob() {
        shop.customer("Jordan Reyes", "+1 937 555 0142", "12 Oak Street");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls"));
            assertThat(page.locator("#connection-state")).hasText("Live");
            assertThat(page.locator("#queue-empty")).isVisible();
            Browser.shot(page, "calls-1-empty");

            long id = post("Jordan Reyes", "web-1");
            Locator row = page.locator("#row-booking-" + id);
            assertThat(row)
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(1000));
            assertThat(page).hasTitle("(1) Calls · Callboard");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#inquiry-name")).hasText("Jordan Reyes");
            assertThat(page.locator("#book button[type=submit]")).isDisabled();
            Browser.shot(page, "calls-2-arrived");

            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry .status-pill").first()).hasText("Accepted");
            assertThat(row.locator(".queue-holder")).hasText(dana.displayName());
            assertThat(page.locator(".match-reason")).hasText(new String[] {"Same phone", "Same address", "Same name"});
            assertThat(page.locator("[name=who]:checked")).hasValue(java.util.regex.Pattern.compile("location:\\d+"));
            Browser.shot(page, "calls-3-claimed");

            page.getByLabel("Summary").fill("No heat. Gate code 4711.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked");
            assertThat(row).isHidden();
            Browser.shot(page, "calls-4-booked");

            JsonNode booking = provider.get(bookings + "/" + id).json();
            assertThat(booking.get("status").stringValue()).isEqualTo("Converted");
            assertThat(booking.get("jobId").isIntegralNumber()).isTrue();

            long second = post("Mel Ortiz", "web-2");
            assertThat(page.locator("#row-booking-" + second)).isVisible();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#inquiry-name")).hasText("Mel Ortiz");
            page.keyboard().press("d");
            page.getByLabel("Call reason").selectOption("Outside our area");
            Browser.shot(page, "calls-5-dismiss");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Dismiss").setExact(true))
                    .click();
            assertThat(page.locator(".inquiry .status-pill").first()).hasText("Dismissed");
            assertThat(page.locator("#undo-dismiss")).isVisible();
            Browser.shot(page, "calls-6-dismissed");
            page.keyboard().press("u");
            assertThat(page.locator(".inquiry .status-pill").first()).hasText("Accepted");
            assertThat(page.locator("#row-booking-" + second)).isVisible();
            page.keyboard().press("h");
            assertThat(page.locator(".history-what")).hasText(new String[] {"reopened", "dismissed", "created"});
            Browser.shot(page, "calls-7-undone");
        }
    }

    @Test
    void twoPeopleSeeEachOtherAndNothingTypedIsLost() {
        long id = post("Jordan Reyes", "web-1");
        SignedInUser lee = shop.tenant.user(Role.CSR);
        try (Browser danas = Browser.open();
                Browser lees = Browser.openDark()) {
            Page mine = danas.signIn(dana);
            mine.navigate(danas.url("/calls/" + id));
            mine.locator("[data-key=Enter]").click();
            mine.getByLabel("Summary").fill("Half a sentence about the boi");

            Page theirs = lees.signIn(lee);
            theirs.navigate(lees.url("/calls/" + id));
            assertThat(theirs.locator("#row-booking-" + id + " .queue-holder")).hasText(dana.displayName());
            assertThat(theirs.locator(".inquiry-who")).containsText(dana.displayName());
            Browser.shot(theirs, "calls-8-dark-others");
            theirs.locator("[data-take-over]").click();
            theirs.locator("#confirm button[value=yes]").click();
            assertThat(theirs.locator(".inquiry-who")).containsText("You’ve had it");

            assertThat(mine.locator(".inquiry-who")).containsText(lee.displayName());
            assertThat(mine.getByLabel("Summary")).hasValue("Half a sentence about the boi");
            assertThat(mine.locator("#book button[type=submit]")).isDisabled();
            Browser.shot(mine, "calls-9-taken-over");

            theirs.locator("[data-key=Escape]").click();
            assertThat(mine.locator(".inquiry-who")).containsText("Nobody has it");
            mine.locator("[data-key=Enter]").click();
            assertThat(mine.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(mine.getByLabel("Summary")).hasValue("Half a sentence about the boi");
            mine.reload();
            assertThat(mine.getByLabel("Summary")).hasValue("Half a sentence about the boi");
        }
    }

    @Test
    void urgentOnesGoAheadAndAFormThatIsWrongComesBackWhole() {
        post("Waits longest", "web-1");
        NewBooking pattern = shop.newBooking("Burst pipe", "937-555-0199");
        BookingDetails details = Variant.of(pattern.details())
                .with("address", null)
                .with("customerType", null)
                .with("campaignId", null)
                .with("businessUnitId", shop.otherUnit)
                .with("priority", Priority.Urgent)
                .with("isFirstTimeClient", true)
                .with("uploadedImages", List.of())
                .record();
        long urgent = shop.booking(new NewBooking(details, pattern.contacts())).id();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls"));
            assertThat(page.locator(".queue-row .queue-name")).hasText(new String[] {"Burst pipe", "Waits longest"});
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#inquiry-name")).hasText("Burst pipe");
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator(".notice-warn")).containsText("does not do that");
            assertThat(page.getByLabel("Business unit")).hasValue("");
            assertThat(page.getByLabel("Job type")).hasValue("");
            page.locator("#f-street").fill("77 Pine Ct");
            page.getByLabel("Business unit").selectOption(Long.toString(shop.otherUnit));
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".field-error").first()).isVisible();
            assertThat(page.locator("#f-street")).hasValue("77 Pine Ct");
            assertThat(page.getByLabel("Business unit")).hasValue(Long.toString(shop.otherUnit));
            Browser.shot(page, "calls-10-errors");
            assertThat(page.locator("#row-booking-" + urgent + " .queue-holder"))
                    .isVisible();
            page.locator("#help-button").click();
            Browser.shot(page, "calls-11-help");
        }
    }

    @Test
    void aScreenThatWasAwayMissesNothing() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls"));
            assertThat(page.locator("#connection-state")).hasText("Live");
            browser.context().setOffline(true);
            page.evaluate("() => window.dispatchEvent(new Event('offline'))");
            long missed = post("Missed meanwhile", "web-1");
            browser.context().setOffline(false);
            page.evaluate("() => window.dispatchEvent(new Event('online'))");
            assertThat(page.locator("#row-booking-" + missed)).isVisible();
        }
    }

    @Test
    void whatAProviderSendsIsTextAndNeverMarkup() {
        String evil =
                "<img src=x onerror=document.title='broken'><script>document.title='broken'</script>\"' & {{7*7}} ${7*7}";
        NewBooking pattern = shop.newBooking(evil, "937-555-0142");
        BookingDetails details = Variant.of(pattern.details())
                .with("externalId", pattern.details().externalId() + "<b>")
                .with("source", evil)
                .with("customerType", null)
                .with("summary", evil)
                .with("campaignId", null)
                .with("businessUnitId", null)
                .with("jobTypeId", null)
                .with("priority", null)
                .with("isFirstTimeClient", true)
                .with("uploadedImages", List.of("https://example.com/\"><script>document.title='broken'</script>"))
                .record();
        shop.booking(new NewBooking(details, pattern.contacts()));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls"));
            assertThat(page.locator(".queue-name")).hasText(evil);
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#inquiry-name")).hasText(evil);
            page.keyboard().press("Enter");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator("#f-name")).hasValue(evil);
            page.keyboard().press("h");
            assertThat(page.locator(".history-what").first()).hasText("claimed");
            assertThat(page).hasTitle("(1) Calls · Callboard");
        }
    }

    private long post(String name, String externalId) {
        Api.Answer answer =
                provider.post(bookings, """
                {"source":"Website","name":"%s","summary":"No heat since last night","isFirstTimeClient":true,
                 "externalId":"%s","campaignId":%d,"businessUnitId":%d,"jobTypeId":%d,
                 "address":{"street":"12 Oak St","city":"Dayton","state":"OH","zip":"45402","country":"USA"},
                 "contacts":[{"type":"MobilePhone","value":"937 555 0142"},{"type":"Email","value":"x@example.com"}]}
                """.formatted(name, externalId, shop.campaign, shop.unit, shop.jobType));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("id").longValue();
    }
}
