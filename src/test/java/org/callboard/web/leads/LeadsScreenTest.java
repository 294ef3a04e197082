package org.callboard.web.leads;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.jobs.Priority;
import org.callboard.leads.CreateLead;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From an inquiry to a lead, through the round of follow-ups, to a job: in a real browser. */
class LeadsScreenTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final long price = shop.tenant.caller.call(() -> Server.bean(CallReasons.class)
            .add(tenant, new CallReason.Details("Price shopping", true))
            .id());

    @Test
    void anInquiryBecomesALeadIsFollowedUpAndWon() {
        long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + booking));
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.getByLabel("Summary").fill("Half a sentence");
            page.locator("#inquiry-name").focus();
            page.keyboard().press("l");
            assertThat(page.locator("#f-leadReason")).isFocused();
            assertThat(page.locator("#f-leadReason option").nth(1)).hasText("Price shopping");
            Browser.shot(page, "leads-1-make");
            page.locator("#lead-dialog button[type=submit]").click();
            assertThat(page.locator("#lead-dialog .field-error").first()).hasText("Choose why it was not booked.");
            assertThat(page.getByLabel("Summary")).hasValue("Half a sentence");
            page.locator("#f-leadReason").selectOption("Price shopping");
            page.locator("#f-leadMemo").fill("Has another quote over 9,000");
            page.locator("#lead-dialog button[type=submit]").click();
            assertThat(page.locator(".notice-good")).containsText("Somebody calls again");
            assertThat(page.locator(".inquiry .status-pill").first()).hasText("Dismissed");
            Browser.shot(page, "leads-2-made");

            page.keyboard().press("u");
            assertThat(page.locator("#book button[type=submit]")).isEnabled();
            page.keyboard().press("l");
            assertThat(page.locator("#f-leadMemo")).hasValue("Has another quote over 9,000");
            page.locator("#lead-dialog button[type=submit]").click();
            page.locator("#go-to-lead").click();
            isOpen(page, "Jordan Reyes");
            assertThat(page.locator(".reach-value")).hasAttribute("href", "tel:+19375550142");
            assertThat(page.locator(".facts")).containsText("Furnace repair");

            page.keyboard().press("2");
            page.keyboard().press("w");
            page.locator("#text").fill("Left word about the rebate");
            page.keyboard().press("Escape");
            page.keyboard().press("u");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".cb-toast")).containsText("It is in the log.");
            assertThat(page.locator(".log-head strong")).hasText(new String[] {"Call · Left voicemail", "Note"});
            assertThat(page.locator(".log-text"))
                    .hasText(new String[] {"Left word about the rebate", "Has another quote over 9,000"});
            Browser.shot(page, "leads-3-lead");

            page.keyboard().press("b");
            assertThat(page.locator("h1")).hasText("Book a job for Jordan Reyes");
            page.waitForLoadState();
            assertThat(page.locator("#f-street")).hasValue("12 Oak St");
            assertThat(page.getByLabel("Job type")).hasValue(Long.toString(shop.jobType));
            page.locator("#f-city").fill("");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#f-city")).hasAttribute("aria-invalid", "true");
            page.waitForLoadState();
            page.locator("#f-city").fill("Dayton");
            Browser.shot(page, "leads-4-book");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".status-pill")).hasText("Won");
            assertThat(page.locator(".cb-toast")).containsText("is booked");
            Browser.shot(page, "leads-5-won");

            Api api = shop.tenant.api();
            JsonNode lead = api.get(api.path("crm/v2", "/leads")).json().at("/data/0");
            Assertions.assertThat(lead.get("status").stringValue()).isEqualTo("Converted");
            Assertions.assertThat(lead.get("customerId").isIntegralNumber()).isTrue();
        }
    }

    @Test
    void theRoundIsGoneThroughByKeyboard() {
        lead("Ada Lowell", "937-555-0101", Instant.now().minus(Duration.ofDays(3)), Priority.Urgent);
        lead("Ben Ortiz", "937-555-0102", Instant.now().minus(Duration.ofDays(1)), null);
        lead("Cleo Park", null, Instant.now().minus(Duration.ofMinutes(3)), null);
        lead("Dov Stein", "937-555-0104", Instant.now().plus(Duration.ofDays(2)), null);
        lead("Eve Quinn", "937-555-0105", null, null);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            assertThat(page.locator(".cb-count")).hasText(Pattern.compile("3\\s*overdue"));
            page.navigate(browser.url("/follow-ups"));
            page.waitForLoadState();
            assertThat(page.locator(".lead-group")).hasCount(3);
            assertThat(page.locator(".is-overdue .cb-row-name"))
                    .hasText(new String[] {"Ada Lowell", "Ben Ortiz", "Cleo Park"});
            Browser.shot(page, "follow-ups-1");
            page.keyboard().press("?");
            assertThat(page.locator("#help-dialog")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[data-row]").first()).isFocused();
            page.locator("h1").click();

            page.keyboard().press("n");
            isOpen(page, "Ada Lowell");
            assertThat(page.locator(".round-bar")).containsText("It is yours.");
            Browser.shot(page, "follow-ups-2-round");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".field-error")).hasText("Choose what came of it, or write it down.");
            page.waitForLoadState();
            page.keyboard().press("3");
            page.keyboard().press("t");
            page.keyboard().press("Control+Enter");
            isOpen(page, "Ben Ortiz");

            page.keyboard().press("d");
            page.locator("#dismissingReasonId").selectOption("Outside our area");
            page.locator("#dismiss-dialog button[type=submit]").click();
            assertThat(page.locator(".status-pill")).hasText("Dismissed");
            page.waitForLoadState();
            page.keyboard().press("r");
            assertThat(page.locator(".status-pill")).hasText("Open");
            page.waitForLoadState();
            page.keyboard().press("n");
            isOpen(page, "Ben Ortiz");
            page.keyboard().press("n");
            isOpen(page, "Cleo Park");
            page.keyboard().press("v");
            page.keyboard().press("1");
            page.keyboard().press("Control+Enter");
            assertThat(page).hasURL(Pattern.compile("/follow-ups$"));
            assertThat(page.locator(".cb-toast")).containsText("the last one that is due");
            page.waitForLoadState();
            assertThat(page.locator(".queue-holder")).hasText(dana.displayName() + " is on it");
            page.keyboard().press("n");
            assertThat(page.locator(".cb-toast")).containsText("Nothing is due now. The next one comes up tomorrow");
            Browser.shot(page, "follow-ups-3-done");
        }
    }

    @Test
    void filtersStayInTheAddressAndALeadIsEnteredByHand() {
        lead("Ada Lowell", "937-555-0101", Instant.now().minus(Duration.ofDays(3)), null);
        try (Browser browser = Browser.openDark()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/follow-ups"));
            page.getByLabel("Owner").selectOption("Me");
            assertThat(page).hasURL(Pattern.compile("/follow-ups\\?owner=me$"));
            assertThat(page.locator(".cb-empty")).containsText("No lead fits");
            page.waitForLoadState();
            page.keyboard().press("a");
            assertThat(page.locator("#f-name")).isFocused();
            page.getByLabel("Name").fill("Fay Novak");
            page.getByLabel("Phone").fill("none");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#e-phone")).containsText("A phone number is expected.");
            assertThat(page.locator("#f-name")).hasValue("Fay Novak");
            Browser.shot(page, "leads-6-new-dark");
            page.getByLabel("Phone").fill("937 555 0199");
            page.locator("#summary").fill("Asks about a maintenance plan");
            page.locator("#campaignId").selectOption("Website");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add lead"))
                    .click();
            isOpen(page, "Fay Novak");
            page.locator("#note").fill("Knows Ada");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write note"))
                    .click();
            assertThat(page.locator(".log .is-note .log-text")).hasText("Knows Ada");
            page.waitForLoadState();
            page.keyboard().press("h");
            assertThat(page.locator(".history-what")).hasText(new String[] {"note added", "created"});
            Browser.shot(page, "leads-7-lead-dark");
            page.navigate(browser.url("/follow-ups?owner=me"));
            assertThat(page.locator(".cb-row-name")).hasText("Fay Novak");
            Browser.shot(page, "follow-ups-4-dark");
        }
        try (Browser small = Browser.openSmall()) {
            Page page = small.signIn(dana);
            page.navigate(small.url("/follow-ups"));
            Browser.shot(page, "follow-ups-5-small");
            page.locator(".cb-row-name").first().click();
            Browser.shot(page, "leads-8-lead-small");
        }
    }

    /** The page of this lead is there, and its keys work. */
    private static void isOpen(Page page, String name) {
        assertThat(page.locator("#lead-name")).hasText(name);
        page.waitForLoadState();
    }

    private void lead(String name, String phone, Instant date, Priority priority) {
        LeadPerson person = new LeadPerson(name, phone, null, null, null, null, null, null, null);
        shop.tenant.caller.run(() -> Server.bean(CreateLead.class)
                .create(
                        tenant,
                        Variant.of(shop.leadDraft())
                                .with("priority", priority)
                                .with(
                                        "summary",
                                        "Wants a price for a heat pump, has two other quotes and decides within the month.")
                                .with("callReasonId", price)
                                .with("followUpDate", date)
                                .with("person", person)
                                .record(),
                        LeadSource.Hand));
    }
}
