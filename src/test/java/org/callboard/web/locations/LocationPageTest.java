package org.callboard.web.locations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The page of a location in a real browser. */
class LocationPageTest {

    private final Office office = new Office();
    private final SignedInUser dana = office.tenant.user(Role.CSR);
    private final long ann = office.customer("Ann Becker").get("id").longValue();
    private final long location = office.ids(office.locations).getFirst();
    private final long cabin = location(ann, "Cabin");
    private final long bob = office.customer("Bob Carver").get("id").longValue();

    @Test
    void aSoldHouseMovesAndBothPagesTellIt() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.onDialog(question -> {
                throw new AssertionError("what is saved needs no question: " + question.type());
            });
            page.navigate(browser.url("/locations/" + location));
            assertThat(page.locator(".owner-now")).containsText("Ann Becker");
            page.getByText("Move to another customer").click();
            Locator choice = page.getByLabel("New customer");
            assertThat(choice).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#move-error")).hasText("Choose the customer who has it now.");
            page.keyboard().press("Escape");
            assertThat(page.locator("#move-open")).isFocused();
            page.keyboard().press("Enter");
            assertThat(choice).isFocused();
            page.keyboard().type("be");
            assertThat(page.locator("#move-list")).hasText("Nobody fits that.");
            choice.fill("carv");
            assertThat(page.locator("#move-list li")).containsText("Bob Carver");
            Browser.shot(page, "location-1-move");
            page.keyboard().press("Enter");
            assertThat(choice).hasValue("Bob Carver");
            page.keyboard().press("Enter");
            assertThat(page.locator(".owner-now")).containsText("Bob Carver");
            assertThat(page.locator(".cb-toast")).containsText("The location is moved.");
            assertThat(page.locator(".owners li")).hasText(new Pattern[] {
                Pattern.compile("Bob Carver[\\s\\S]*now"), Pattern.compile("Ann Becker[\\s\\S]*Today")
            });
            history(page);
            assertThat(page.locator(".told-line").first()).containsText("Customer: Ann Becker → Bob Carver");
            Browser.shot(page, "location-2-moved");

            page.navigate(browser.url("/customers/" + ann));
            assertThat(page.locator("ol.rec-rows .rec-row-name").first()).hasText("Cabin");
            assertThat(page.locator("ul.rec-rows .rec-row")).containsText("now Bob Carver");
            history(page);
            assertThat(page.locator(".told-line strong").first()).hasText("Location Ann Becker moved to Bob Carver");
            Browser.shot(page, "location-3-former-owner");

            page.navigate(browser.url("/customers/" + bob));
            assertThat(page.locator("ol.rec-rows .rec-row-name")).hasText(new String[] {"Bob Carver", "Ann Becker"});
            history(page);
            assertThat(page.locator(".told-line strong").first()).hasText("Location Ann Becker came from Ann Becker");
        }
    }

    @Test
    void whoMovesItAfterSomebodyElseIsTold() {
        long cleo = office.customer("Cleo Dunn").get("id").longValue();
        Visitor csr = Visitor.signedIn(dana);
        String move = "/locations/" + location + "/move";
        csr.get("/locations/" + location);
        assertThat(csr.post(move, "customerId", "" + bob, "was", "" + ann).status())
                .isEqualTo(200);
        Visitor.Answer second = csr.post(move, "customerId", "" + cleo, "was", "" + ann);
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("Somebody moved it to Bob Carver meanwhile");
        assertThat(csr.post(move, "customerId", "" + bob, "was", "" + ann).status())
                .as("the same again")
                .isEqualTo(200);
        office.deactivate("customer", cleo);
        String back = "/locations/" + cabin + "/move";
        Visitor.Answer last = csr.post(back, "customerId", "" + bob, "was", "" + ann);
        assertThat(last.status()).isEqualTo(422);
        assertThat(last.body()).contains("is the last active location of customer " + ann);
        Visitor.Answer refused = csr.post(move, "customerId", "" + cleo, "was", "" + bob);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("is not active");
        assertThat(office.api
                        .get(office.locations + "/" + location)
                        .json()
                        .get("customerId")
                        .longValue())
                .isEqualTo(bob);
    }

    /** Locations whose names fit better come first in the search box; here they are nobody to choose. */
    @Test
    void manyLocationsHideNoCustomerToMoveTo() {
        office.customer("Cleo Dunning");
        IntStream.range(0, 24).forEach(i -> location(ann, "Dunn " + i));
        Visitor csr = Visitor.signedIn(dana);
        assertThat(csr.get("/locations/" + location + "/move/choices?text=dunn").body())
                .contains("Cleo Dunning");
    }

    @Test
    void theLocationsOwnFieldsAreEdited() {
        long gate = office.field("location", "Gate code", DataType.Text, null);
        office.tenant.caller.run(() -> Server.bean(Technicians.class)
                .add(office.tenant.id, new Technician.Details("Sam Lee", null, null, null)));
        try (Browser browser = Browser.openDark()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/locations/" + location));
            page.locator("#f-preferredTechnicianId .rec-open").click();
            page.locator("#f-preferredTechnicianId select").selectOption("Sam Lee");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-preferredTechnicianId .rec-open")).containsText("Sam Lee");
            page.locator("#f-custom-" + gate + " .rec-open").click();
            page.locator("#f-custom-" + gate + " input[type=text]").fill("4711");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-custom-" + gate + " .rec-open")).containsText("4711");
            page.getByText("Add contact").click();
            page.locator("#contacts").getByLabel("Number or address").fill("(937) 555-0142");
            page.keyboard().press("Enter");
            assertThat(page.locator(".rec-is-contact")).hasCount(1);
            page.locator("#f-preferredTechnicianId .rec-open").click();
            page.locator("#f-preferredTechnicianId select").selectOption("");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-preferredTechnicianId .rec-open")).containsText("Not given");
            history(page);
            assertThat(page.locator(".told-line").first()).containsText("Preferred technician: Sam Lee removed");
            Browser.shot(page, "location-4-dark");

            page.navigate(browser.url("/customers/" + ann));
            assertThat(page.locator("a.contact-value")).hasText("(937) 555-0142");
            page.getByText("Add location").click();
            page.locator("[id='f-address.street']").fill("3 Lake Rd");
            page.waitForLoadState(); // its keys work once its scripts have run
            page.getByLabel("Name, if it is not the street").fill("Boat house");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("[id='e-address.city']")).hasText("This field is required.");
            page.waitForLoadState();
            page.getByLabel("City").fill("Troy");
            page.getByLabel("ZIP").fill("45373");
            page.keyboard().press("Control+Enter");
            page.locator(".rec-row-name").getByText("Boat house").click();
            assertThat(page.locator("h1")).containsText("Boat house");
            assertThat(page.locator(".owner-now")).containsText("Ann Becker");
            assertThat(page.locator("#f-address")).containsText("Troy, OH 45373");
        }
    }

    @Test
    void aManagerTakesOutOfUseAndReadsWhyThatIsRefused() {
        long onlyOne = office.ids(office.locations + "?customerId=" + bob).getFirst();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.Manager));
            page.navigate(browser.url("/locations/" + onlyOne));
            deactivate(page);
            assertThat(page.locator("main .cb-problem")).containsText("is the last active location of customer " + bob);
            assertThat(page.locator("#rec-state .rec-pills")).not().containsText("Inactive");
            Browser.shot(page, "location-5-refused");

            page.navigate(browser.url("/locations/" + cabin));
            deactivate(page);
            assertThat(page.locator(".rec-alarm")).containsText("This location is not active.");
            assertThat(page.getByText("Add contact")).hasCount(0);
            history(page);
            assertThat(page.locator(".told-line").first()).containsText("Deactivated");
            Browser.shot(page, "location-6-inactive");
            page.getByText("Reactivate").click();
            assertThat(page.locator(".rec-alarm")).hasCount(0);

            page.navigate(browser.url("/customers/" + bob));
            deactivate(page);
            assertThat(page.locator(".rec-alarm")).containsText("This customer is not active.");
        }
    }

    private static void deactivate(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deactivate"))
                .click();
        page.locator("#confirm button[value=yes]").click();
    }

    private long location(long customer, String name) {
        return Office.ok(office.api.post(
                        office.locations,
                        "{\"customerId\":%d,\"name\":\"%s\",\"address\":%s}".formatted(customer, name, Office.ADDRESS)))
                .get("id")
                .longValue();
    }

    private static void history(Page page) {
        page.locator(".rec-history > summary").click();
        assertThat(page.locator(".told-line").first()).isVisible();
    }
}
