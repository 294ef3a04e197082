package org.callboard.web.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.testing.Browser;
import org.callboard.testing.Documents;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who on record is like what somebody types: a warning with its reason, which stands in nobody's way. */
class AlikeTest {

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(shop.tenant.id);
    }

    @Test
    void aNewCustomerWithAKnownPhoneIsWarnedOfAndStillSaved() {
        long known = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/new"));
            page.locator("#f-name").fill("Jordan Reyes");
            page.locator("[data-contact-value]").first().fill("(937) 555 0142");
            Locator warning = page.locator(".cb-alike-box").first();
            assertThat(warning.locator(".cb-alike-reason")).hasText(new String[] {"Same phone", "Same name"});
            assertThat(warning.locator("a")).hasAttribute("href", "/customers/" + known);
            assertThat(warning.locator("a")).hasAttribute("target", "_blank");

            fillAddress(page, "12 Oak St");
            assertThat(warning).containsText("Same address");
            page.keyboard().press("Alt+l");
            page.keyboard().type("12 Oak St");
            page.locator("[id='f-locations[1].address.zip']").fill("45402");
            assertThat(page.locator("[data-place] .cb-alike-reason").first()).hasText("Same address");
            Browser.shot(page, "alike-1-new-customer");
            page.locator("[data-place] [data-remove=place]").last().click();
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/\\d+"));
            assertThat(page.url()).doesNotEndWith("/" + known);
        }
    }

    @Test
    void anotherLocationAtTheSameAddressIsSaidToBeThereAlready() {
        long ada = shop.customer("Ada Oaks", "937-555-0142", "12 Oak St");
        shop.customer("Ben Hur", "937-555-0177", "14 Elm St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/" + ada + "/locations/new"));
            fillAddress(page, "12 Oak St");
            assertThat(page.locator(".cb-alike-own")).containsText("Already a location of Ada Oaks: 12 Oak St");
            page.locator("[data-contact-value]").first().fill("937 555 0177");
            assertThat(page.locator(".cb-alike-box li")).containsText("Ben Hur");
            Browser.shot(page, "alike-2-new-location");
            page.locator("[id='f-address.street']").fill("77 Pine Ct");
            // the number comes back as people write it, which unselects what is about to be deleted
            assertThat(page.locator("[data-contact-value]").first()).hasValue("(937) 555-0177");
            page.locator("[data-contact-value]").first().fill("");
            assertThat(page.locator(".cb-alike-box")).hasCount(0);
        }
    }

    /** A number comes back as people write it, and not over what somebody typed in between. */
    @Test
    void aNumberThatIsTypedOverStaysAsItIs() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/new"));
            Browser.holdBodies(page, "/numbers/format");
            Locator number = page.locator("[data-contact-value]").first();
            number.fill("9375550142");
            number.blur();
            page.waitForFunction("() => held.length === 1");
            number.fill("");
            page.evaluate("held.pop()()");
            assertThat(number).hasValue("");
            number.fill("9375550177");
            number.blur();
            page.waitForFunction("() => held.length === 1");
            page.evaluate("held.pop()()");
            assertThat(number).hasValue("(937) 555-0177");
        }
    }

    /** A warning of what no longer stands there is worse than none. */
    @Test
    void whereNothingCanBeAskedNoOldWarningStays() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/new"));
            page.locator("[data-contact-value]").first().fill("937 555 0142");
            assertThat(page.locator(".cb-alike-box")).hasCount(1);
            page.route("**/alike", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            page.locator("[data-contact-value]").first().fill("937 555 0177");
            assertThat(page.locator(".cb-alike-box")).hasCount(0);
            page.unroute("**/alike");
            page.locator("[data-contact-value]").first().fill("937 555 0142");
            assertThat(page.locator(".cb-alike-box")).hasCount(1);
        }
    }

    @Test
    void theBookingFormWarnsOfWhoIsNotAmongTheMatches() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long senior = shop.customer("Jordan Reyes Sr", "937-555-0888", "14 Elm St");
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + booking.id()));
            page.locator("[data-key=Enter]").click();
            page.locator("[name=who][value=new]").check();
            page.locator("#f-street").fill("12 Oak St ");
            page.locator("#f-street").fill("14 Elm St");
            assertThat(page.locator(".new-record .cb-alike-box li")).hasCount(1);
            assertThat(page.locator(".new-record .cb-alike-box li")).containsText("Jordan Reyes Sr");
            assertThat(page.locator(".new-record .cb-alike-reason").first()).hasText("Same address");
            Browser.shot(page, "alike-3-booking");
            page.locator("[data-alike-who]").click();
            Locator chosen = page.locator(".matches .match:has([name=who]:checked)");
            assertThat(chosen.locator("a")).hasAttribute("href", Pattern.compile(".*/customers/" + senior));
            assertThat(chosen.locator("[name=who]").first()).isFocused();
            assertThat(page.locator(".new-record")).isHidden();
            Browser.shot(page, "alike-4-booking-used");
            chosen.locator("[name=who]").last().check();
            assertThat(page.locator(".on-record")).isVisible();
            assertThat(page.locator("#f-name")).isHidden();
            assertThat(page.locator("#f-street")).hasValue("14 Elm St");
            assertThat(page.locator(".new-record .cb-alike-box")).hasCount(0);
            page.locator("[name=who][value=new]").check();
            page.locator("#f-summary").fill("No heat");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked");
        }
    }

    @Test
    void aLeadAndALocationGoToWhoIsOnRecord() {
        long ada = shop.customer("Ada Oaks", "937-555-0142", "12 Oak St");
        long ben = shop.customer("Ben Hur", "937-555-0177", "14 Elm St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/leads/new"));
            page.locator("#f-phone").fill("937 555 0142");
            page.locator("#f-email").fill("ada@example.com");
            page.locator("#summary").fill("A new furnace");
            page.locator("[data-alike-use]").click();
            assertThat(page.locator(".cb-notice")).containsText("For Ada Oaks");
            assertThat(page.locator(".lead-additions")).containsText("ada@example.com is new");
            assertThat(page.locator("#summary")).hasValue("A new furnace");
            Browser.shot(page, "alike-5-lead-used");
            page.setViewportSize(390, 844);
            Browser.shot(page, "alike-5-lead-used-small");
            page.setViewportSize(1280, 800);
            page.locator("#campaignId").selectOption(Long.toString(shop.campaign));
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/leads/\\d+"));
            assertThat(page.locator("main")).containsText("Ada Oaks");

            page.navigate(browser.url("/customers/" + ada + "/locations/new"));
            fillAddress(page, "99 Lake Rd");
            page.locator("[data-contact-value]").first().fill("937 555 0177");
            page.locator("[data-alike-use]").click();
            assertThat(page.locator("h1")).hasText("Add to Ben Hur");
            assertThat(page.locator("[id='f-locations[0].address.street']")).hasValue("99 Lake Rd");
            Browser.shot(page, "alike-6-location-used");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/" + ben));
            assertThat(page.locator("main")).containsText("99 Lake Rd");
        }
    }

    @Test
    void itIsForThoseWhoAddRecords() {
        Visitor viewer = Visitor.signedIn(shop.tenant.user(Role.Viewer));
        viewer.get("/calls");
        assertThat(viewer.post("/alike", "name", "Jordan").status()).isEqualTo(403);
        Visitor csr = Visitor.signedIn(dana);
        csr.get("/calls");
        assertThat(csr.post("/alike", "name", "Jordan").body()).isBlank();
        assertThat(csr.post("/alike", "customer", "not a number").status()).isBetween(400, 499);
    }

    private static void fillAddress(Page page, String street) {
        page.locator("[id='f-address.street']").fill(street);
        page.locator("[id='f-address.city']").fill("Dayton");
        page.locator("[id='f-address.state']").fill("OH");
        page.locator("[id='f-address.zip']").fill("45402");
    }
}
