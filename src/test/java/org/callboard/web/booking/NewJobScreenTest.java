package org.callboard.web.booking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.customers.Customers;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** A job without an inquiry: from the page of a customer, again, as a recall, and for somebody who is new. */
class NewJobScreenTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final long ann = shop.technician("Ann Ortiz");
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");

    @Test
    void aCustomerOnRecordIsBookedForAndBookedAgainAndTheUndoLeavesThemAsTheyWere() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/" + customer));
            page.getByText("Book job").first().click();
            assertThat(page.locator("h1")).hasText("Book a job for Robin Hale");
            assertThat(page.locator("[name=who]:checked")).hasValue(Pattern.compile("location:\\d+"));
            page.waitForLoadState();
            page.locator("#f-businessUnitId").selectOption("Heating");
            page.locator("#f-jobTypeId").selectOption("Furnace repair");
            page.locator("#f-campaignId").selectOption("Website");
            page.locator("#f-start").fill(Shop.VISIT.toString());
            page.locator(".job-crew summary").click();
            page.getByLabel("Ann Ortiz").check();
            Browser.shot(page, "new-job-1");
            long first = book(page);
            Job job = dana.caller().call(() -> Server.bean(Jobs.class).get(tenant, first));
            assertThat(job.customerId()).isEqualTo(customer);
            assertThat(dana.caller()
                            .call(() -> Server.bean(Appointments.class)
                                    .ofJob(tenant, first)
                                    .getFirst()
                                    .technicianIds()))
                    .isEqualTo(List.of(ann));

            page.navigate(browser.url("/jobs/new?recall=" + first));
            assertThat(page.locator("h1")).hasText("Book a recall for Robin Hale");
            assertThat(page.locator("#f-jobTypeId")).hasValue(Long.toString(shop.jobType));
            page.waitForLoadState();
            page.locator("#f-start").fill(Shop.VISIT.toString());
            page.locator(".job-crew summary").click();
            page.getByLabel("Ann Ortiz").check();
            page.locator("#f-summary").fill("Rattles again");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".start-confirm")).containsText("Ann Ortiz is on " + first + "-1 then");
            assertThat(page.locator("#f-summary")).hasValue("Rattles again");
            assertThat(page.getByLabel("Ann Ortiz")).isChecked();
            Browser.shot(page, "new-job-2-busy");
            page.waitForLoadState();
            page.getByLabel("Book it at this time").check();
            long recall = book(page);
            assertThat(dana.caller()
                            .call(() -> Server.bean(Jobs.class).get(tenant, recall))
                            .details()
                            .recallForId())
                    .isEqualTo(first);

            page.locator(".cb-toast a").click();
            assertThat(page.locator("h1")).hasText("Job " + recall + " is booked");
            page.waitForLoadState();
            page.keyboard().press("u");
            assertThat(page.locator(".cb-toast")).containsText("is undone");
            assertThat(page).hasURL(browser.url("/customers/" + customer));
            assertThat(dana.caller()
                            .call(() -> Server.bean(Customers.class).get(tenant, customer))
                            .active())
                    .isTrue();
        }
    }

    @Test
    void somebodyNewIsBookedForInOneForm() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/schedule"));
            page.getByText("Book job").first().click();
            assertThat(page.locator("h1")).hasText("Book a job");
            page.waitForLoadState();
            page.locator("#f-phone").fill("x");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#f-phone")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#f-street")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#f-name")).hasAttribute("aria-invalid", "true");
            page.waitForLoadState();
            page.locator("#f-name").fill("Jordan Reyes");
            page.locator("#f-phone").fill("937-555-0142");
            page.locator("#f-street").fill("12 Oak St");
            page.locator("#f-city").fill("Dayton");
            page.locator("#f-state").fill("OH");
            page.locator("#f-zip").fill("45402");
            page.locator("#f-businessUnitId").selectOption("Heating");
            page.locator("#f-jobTypeId").selectOption("Furnace repair");
            page.locator("#f-campaignId").selectOption("Website");
            page.locator("#f-start").fill(Shop.VISIT.toString());
            Browser.shot(page, "new-job-3-new-customer");
            long job = book(page);
            assertThat(page.locator(".job-reach")).containsText("(937) 555-0142");
            assertThat(page.getByText("Undo the booking")).hasCount(1);
            assertThat(dana.caller()
                            .call(() -> Server.bean(Jobs.class).get(tenant, job))
                            .bookingId())
                    .isNull();
        }
    }

    @Test
    void theMenuOfEveryPageAndTheSearchLeadToTheForm() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            for (String path : List.of("/calls", "/customers", "/schedule", "/follow-ups")) {
                page.navigate(browser.url(path));
                page.keyboard().press("+");
                assertThat(page.locator("#new-menu a").first()).isFocused();
                page.keyboard().press("Escape");
                assertThat(page.locator("#new-menu a").first()).isHidden();
                page.keyboard().press("+");
                page.keyboard().press("j");
                page.waitForURL("**/jobs/new");
                page.waitForLoadState();
            }
            assertThat(page.locator("#f-name")).isFocused();
            page.keyboard().type("Robin + Hal");
            assertThat(page.locator("#f-name")).hasValue("Robin + Hal");
            assertThat(page.locator("#new-menu a").first()).isHidden();
            page.locator("#f-phone").fill("937-555-0100");
            assertThat(page.locator("[data-alike]")).containsText("Robin Hale");
            Browser.shot(page, "new-job-4-alike");

            page.navigate(browser.url("/calls"));
            page.locator("#search").fill("Avery Lowell 937-555-0888");
            assertThat(page.locator(".cb-search-none")).isVisible();
            page.locator("#search-option-job").click();
            assertThat(page.locator("#f-name")).hasValue("Avery Lowell");
            assertThat(page.locator("#f-phone")).hasValue("937-555-0888");
        }
    }

    @Test
    void whoOnlyLooksMakesNothingNew() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Viewer));
            assertThat(page.locator("#new-menu")).hasCount(0);
            page.keyboard().press("+");
            assertThat(page.locator("h1")).isVisible();
        }
    }

    private static long book(Page page) {
        page.locator("#f-summary").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".cb-toast")).containsText("is booked");
        page.waitForURL(Pattern.compile(".*/jobs/\\d+$"));
        return Long.parseLong(page.url().replaceFirst(".*/", ""));
    }
}
