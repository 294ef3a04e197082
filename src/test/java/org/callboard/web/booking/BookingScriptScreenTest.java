package org.callboard.web.booking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.customers.Locations;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** A manager says what is asked, and the desk asks it: the house remembers its part, and another house does not. */
class BookingScriptScreenTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser mary = shop.tenant.user(Role.Manager);
    private final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    private final long other = shop.customer("Sam Tally", "937-555-0177", "90 Main St");

    @Test
    void aScriptIsSetUpAskedAndRememberedByTheHouse() {
        shop.tenant.caller.run(
                () -> Server.bean(JobTypes.class).add(tenant, new JobType.Details("Tune-up", List.of(shop.unit))));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(mary);
            setUp(browser, page);

            long first = bookFirst(browser, page);
            assertThat(page.locator(".job-facts").first()).containsText("Pets");
            assertThat(page.locator(".job-facts").first()).containsText("Two dogs");
            assertThat(page.locator(".job-facts dt:text-is('Smell of gas') + dd"))
                    .hasText("No");
            Browser.shot(page, "script-4-job");

            page.navigate(browser.url("/jobs/new?customer=" + customer));
            page.waitForLoadState();
            choose(page, "Furnace repair");
            assertThat(page.getByLabel("Pets")).hasValue("Two dogs");
            assertThat(page.locator(".job-known")).hasText("From the last job, " + first + ", today");
            assertThat(page.getByLabel("Smell of gas")).hasValue("");
            assertThat(page.locator(".job-script-head")).containsText("1 of 3 answered");
            Browser.shot(page, "script-5-filled-in");
            page.getByLabel("Pets").fill("None any more");
            assertThat(page.locator(".job-known")).isHidden();

            page.navigate(browser.url("/jobs/new?customer=" + other));
            page.waitForLoadState();
            choose(page, "Furnace repair");
            assertThat(page.getByLabel("Pets")).hasValue("");
            assertThat(page.locator(".job-known")).hasCount(0);
        }
    }

    private void setUp(Browser browser, Page page) {
        page.navigate(browser.url("/settings/job-types/" + shop.jobType));
        page.locator("main a:text-is('Booking script')").click();
        assertThat(page.locator("h1")).hasText("Booking script of Furnace repair");
        Browser.shot(page, "script-1-empty");
        add(page, "Pets", "Text", "Any dogs that could run out?", false, true);
        add(page, "System age", "Numeric", "", false, false);
        add(page, "Smell of gas", "Boolean", "", true, false);
        page.getByLabel("Move Smell of gas up").click();
        assertThat(page.locator("tbody tr").nth(1)).containsText("Smell of gas");
        page.getByLabel("Move Smell of gas up").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr").first()).containsText("Smell of gas");
        assertThat(page.locator("tbody tr").nth(1)).containsText("Kept at the location");
        assertThat(page.locator(".job-script .job-question").first()).containsText("Smell of gas");
        Browser.shot(page, "script-2-set-up");
        page.locator(".cb-row-name:text-is('System age')").click();
        page.getByLabel("What to say").fill("About how old is it?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator(".cb-toast")).containsText("System age is saved.");
    }

    private static void add(Page page, String name, String kind, String help, boolean needed, boolean ofHouse) {
        page.waitForLoadState();
        page.locator("#typeId").selectOption("new");
        page.locator("#name").fill(name);
        page.locator("#dataType").selectOption(kind);
        page.locator("#help").fill(help);
        page.locator("#required").setChecked(needed);
        page.locator("#ofHouse").setChecked(ofHouse);
        page.locator("button:text-is('Add question')").click();
        assertThat(page.locator("tbody")).containsText(name);
    }

    private long bookFirst(Browser browser, Page page) {
        page.navigate(browser.url("/jobs/new?customer=" + customer));
        page.waitForLoadState();
        page.locator("#f-start").fill(Shop.VISIT.toString());
        page.locator("#f-campaignId").selectOption("Website");
        choose(page, "Furnace repair");
        assertThat(page.locator(".job-script-head")).containsText("0 of 3 answered");
        assertThat(page.locator("[data-unasked]")).isVisible();
        page.locator("#f-summary").focus();
        page.keyboard().press("Tab"); // the questions follow
        assertThat(page.getByLabel("Smell of gas")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Pets")).isFocused();
        page.keyboard().type("Two dogs");
        page.keyboard().press("Tab");
        page.keyboard().type("about twelve");
        assertThat(page.locator(".job-script-head")).containsText("2 of 3 answered");

        page.locator("[data-unasked] input").check();
        choose(page, "Tune-up"); // asks nothing, and what was typed comes back
        assertThat(page.locator(".job-question")).hasCount(0);
        choose(page, "Furnace repair");
        assertThat(page.getByLabel("Pets")).hasValue("Two dogs");
        assertThat(page.locator("[data-unasked] input")).not().isChecked();
        page.locator("#f-summary").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".job-script .field-error").first()).containsText("Ask for Smell of gas");
        assertThat(page.locator(".job-script .field-error").last()).containsText("A number is expected");
        assertThat(page.getByLabel("Pets")).hasValue("Two dogs");
        Browser.shot(page, "script-3-refused");
        page.waitForLoadState();
        page.getByLabel("System age").fill("12");
        page.getByLabel("Smell of gas").selectOption("No");
        assertThat(page.locator("[data-unasked]")).isHidden();
        page.locator("#f-summary").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".cb-toast")).containsText("is booked");
        page.waitForURL(Pattern.compile(".*/jobs/\\d+$"));
        return Long.parseLong(page.url().replaceFirst(".*/", ""));
    }

    private static void choose(Page page, String jobType) {
        page.locator("#f-businessUnitId").selectOption("Heating");
        page.locator("#f-jobTypeId").selectOption(jobType);
        assertThat(page.locator(".job-question")).hasCount(jobType.equals("Tune-up") ? 0 : 3);
    }

    @Test
    void aDraftKeepsWhatWasTypedAndLeavesToTheHouseWhatItFilledIn() {
        Booking booking = shop.booking("Robin Hale", "937-555-0100");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(mary);
            setUp(browser, page);
            long place = shop.tenant.caller.call(() -> Server.bean(Locations.class)
                    .ofCustomer(tenant, customer)
                    .getFirst()
                    .id());
            say(place, "Two dogs");
            page.navigate(browser.url("/calls/" + booking.id()));
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.waitForLoadState();
            page.locator("[name=who][value='location:" + place + "']").check();
            assertThat(page.getByLabel("Pets")).hasValue("Two dogs");
            page.getByLabel("Summary").fill("Barks at night");
            page.navigate(browser.url("/calls"));
            say(place, "One cat");
            page.navigate(browser.url("/calls/" + booking.id()));
            assertThat(page.getByLabel("Summary")).hasValue("Barks at night");
            assertThat(page.getByLabel("Pets")).hasValue("One cat");
        }
    }

    /** Somebody writes it on the location's page. */
    private void say(long place, String pets) {
        shop.tenant.caller.run(() -> {
            long field = Server.bean(CustomFieldTypes.class)
                    .active(tenant, "location")
                    .getFirst()
                    .id();
            Server.bean(EditDetails.class)
                    .changeCustomField(RecordKind.Location, tenant, place, field, old -> Optional.of(pets));
        });
    }

    @Test
    void onTheCallsScreenADraftBringsItsAnswersBackAndAJobSaysWhatWasNotAsked() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(mary);
            setUp(browser, page);
            page.navigate(browser.url("/calls/" + booking.id()));
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator(".job-question")).hasCount(3);
            page.getByLabel("Pets").fill("A parrot");
            page.navigate(browser.url("/calls"));
            page.navigate(browser.url("/calls/" + booking.id()));
            assertThat(page.getByLabel("Pets")).hasValue("A parrot");
            page.waitForLoadState();
            page.locator("[data-unasked] input").check();
            page.getByLabel("Summary").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked for");
            page.locator(".notice-good a").first().click();
            assertThat(page.locator(".job-facts").first()).containsText("A parrot");
            assertThat(page.locator(".job-facts dt:text-is('Not asked') + dd")).containsText("Smell of gas");
            page.locator(".job-facts a:text-is('Answer')").click();
            page.waitForLoadState();
            page.getByLabel("Smell of gas").selectOption("Yes");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".job-facts dt:text-is('Smell of gas') + dd"))
                    .hasText("Yes");
            assertThat(page.locator(".job-facts dt:text-is('Not asked')")).hasCount(0);
        }
    }
}
