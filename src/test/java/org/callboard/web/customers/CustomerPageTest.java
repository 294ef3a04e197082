package org.callboard.web.customers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.tenants.Role;
import org.callboard.tenants.SignedInUser;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page of a customer in a real browser, for the most part without a mouse. */
class CustomerPageTest {

    private final Office office = new Office();
    private final SignedInUser dana = office.tenant.user(Role.CSR);
    private final long id = office.customer("Jordan Reyes").get("id").longValue();

    @Test
    void aValueIsEditedInPlaceByKeyboard() {
        try (Browser browser = Browser.open()) {
            Page page = open(browser, dana);
            Locator name = page.locator("#f-name");
            name.locator(".rec-open").focus();
            page.keyboard().press("Enter");
            assertThat(name.locator("input[type=text]")).isFocused();
            page.keyboard().type("Jordan Reyes-Smith");
            page.keyboard().press("Escape");
            assertThat(name).containsText("Jordan Reyes");
            assertThat(name.locator(".rec-open")).isFocused();

            page.keyboard().press("Enter");
            assertThat(name.locator("input[type=text]")).isFocused();
            page.keyboard().type("Jordan Reyes-Smith");
            page.keyboard().press("Enter");
            assertThat(name.locator(".rec-open")).containsText("Jordan Reyes-Smith");
            assertThat(name.locator(".rec-open")).isFocused();
            assertThat(page.locator("#rec-news")).hasText("Name is saved.");
            assertThat(stored().get("name").stringValue()).isEqualTo("Jordan Reyes-Smith");

            type(page, "#f-creditLimit", "a lot");
            Locator limit = page.locator("#f-creditLimit input[type=text]");
            assertThat(limit).hasValue("a lot");
            assertThat(limit).isFocused();
            assertThat(page.locator("#f-creditLimit .cb-error")).hasText("An amount is expected.");
            Browser.shot(page, "customer-2-wrong");
            limit.fill("$12,500.50");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-creditLimit .rec-open")).containsText("12,500.50");

            page.locator("#f-doNotService .rec-open").click();
            assertThat(page.getByLabel("Do not service", new Page.GetByLabelOptions().setExact(true)))
                    .isFocused();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            assertThat(page.locator(".rec-alarm")).containsText("Do not service");
            page.locator("#f-type .rec-open").click();
            assertThat(page.locator("#f-type select")).isFocused();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-type .rec-open")).containsText("Commercial");
            assertThat(page.locator(".rec-pills")).containsText("Commercial");
            assertThat(stored().get("doNotService").booleanValue()).isTrue();
        }
    }

    @Test
    void anAddressIsOneGroupAndLosesTheCoordinatesOfTheOldPlace() {
        try (Browser browser = Browser.open()) {
            Page page = open(browser, dana);
            Locator address = page.locator("#f-address");
            assertThat(address.getByText("Map"))
                    .hasAttribute(
                            "href", Pattern.compile("https://www.openstreetmap.org/\\?mlat=39.7589&mlon=-84.1916.*"));
            assertThat(address.getByText("Map")).hasAttribute("rel", "noopener noreferrer");
            address.locator(".rec-open").click();
            address.getByLabel("Unit").fill("Apt 3");
            Browser.shot(page, "customer-3-address");
            page.keyboard().press("Enter");
            assertThat(address).containsText("12 Oak St, Apt 3");
            assertThat(address).containsText("39.7589, -84.1916");

            address.locator(".rec-open").click();
            address.getByLabel("Street").fill("");
            address.getByLabel("Latitude").fill("91");
            page.keyboard().press("Enter");
            assertThat(address.locator(".cb-error"))
                    .hasText(new String[] {"This field is required.", "Degrees from -90 to 90 are expected."});
            assertThat(address.getByLabel("Unit")).hasValue("Apt 3");
            address.getByLabel("Street").fill("1 New St");
            address.getByLabel("Latitude").fill("39.7589");
            page.keyboard().press("Enter");
            assertThat(address).containsText("1 New St, Apt 3");
            assertThat(address).containsText("No coordinates");
            assertThat(stored().at("/address/latitude").isNull()).isTrue();
        }
    }

    @Test
    void everyKindOfCustomFieldAndTagsAreChangedOneByOne() {
        long gate = office.field("customer", "Gate code", DataType.Text, null);
        long size = office.field("customer", "Square feet", DataType.Numeric, null);
        long how = office.field("customer", "Found us by", DataType.Dropdown, List.of("Web", "Neighbor"));
        long vip = office.tagType("VIP");
        office.tagType("Slow payer");
        try (Browser browser = Browser.open()) {
            Page page = open(browser, dana);
            type(page, "#f-custom-" + gate, "4711 #");
            type(page, "#f-custom-" + size, "many");
            assertThat(page.locator("#f-custom-" + size + " .cb-error")).containsText("A number is expected");
            page.locator("#f-custom-" + size + " input[type=text]").fill("1850.5");
            page.keyboard().press("Enter");
            page.locator("#f-custom-" + how + " .rec-open").click();
            page.locator("#f-custom-" + how + " select").selectOption("Neighbor");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-custom-" + how + " .rec-open")).containsText("Neighbor");
            assertThat(texts(stored().get("customFields"), "value")).containsExactly("4711 #", "1850.5", "Neighbor");
            page.locator("#f-custom-" + gate + " .rec-open").click();
            page.locator("#f-custom-" + gate + " input[type=text]").fill("");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-custom-" + gate + " .rec-open")).containsText("Not given");
            assertThat(texts(stored().get("customFields"), "value")).containsExactly("1850.5", "Neighbor");

            page.getByLabel("Add a tag").click();
            assertThat(page.locator("#tag-list li")).hasText(new String[] {"Slow payer", "VIP"});
            page.keyboard().type("vi");
            assertThat(page.locator("#tag-list li:not([hidden])")).hasText("VIP");
            page.keyboard().press("Enter");
            assertThat(page.locator(".tag")).containsText("VIP");
            assertThat(page.getByLabel("Add a tag")).isFocused();
            assertThat(stored().at("/tagTypeIds/0").longValue()).isEqualTo(vip);
            Browser.shot(page, "customer-4-custom");
            page.getByLabel("Remove the tag VIP").click();
            assertThat(page.locator(".tag")).hasCount(0);

            page.locator(".rec-history > summary").click();
            assertThat(page.locator(".told-line").first()).containsText("Tags removed");
            assertThat(page.locator(".told-line").nth(2)).containsText("Gate code: 4711 #");
            assertThat(page.locator(".told-line").nth(3)).containsText("Found us by: Neighbor");
            Browser.shot(page, "customer-5-history");
        }
    }

    @Test
    void contactsAreAddedChangedAndRemoved() {
        try (Browser browser = Browser.open()) {
            Page page = open(browser, dana);
            page.getByText("Add contact").click();
            assertThat(page.locator("#contacts select")).isFocused();
            page.locator("#contacts").getByLabel("Number or address").fill("call me");
            page.keyboard().press("Enter");
            assertThat(page.locator("#contacts .cb-error")).hasText("A phone number is expected.");
            page.locator("#contacts").getByLabel("Number or address").fill("9375550142");
            page.locator("#contacts").getByLabel("Memo").fill("evenings");
            page.locator("#contacts").getByLabel("Do not text").check();
            page.locator("#contacts").getByLabel("Marketing").uncheck();
            Browser.shot(page, "customer-6-contact-form");
            page.locator("#contacts")
                    .getByText("Add", new Locator.GetByTextOptions().setExact(true))
                    .click();
            Locator row = page.locator(".rec-is-contact");
            assertThat(row.locator("a.contact-value")).hasText("(937) 555-0142");
            assertThat(row.locator("a.contact-value")).hasAttribute("href", "tel:+19375550142");
            assertThat(row.locator(".rec-barred")).hasText("Do not text");
            assertThat(row.locator(".pref.is-off")).hasText("no Marketing");
            JsonNode entry = entries().get(0);
            assertThat(entry.at("/phoneSettings/doNotText").booleanValue()).isTrue();
            assertThat(entry.at("/preferences/marketingUpdatesEnabled").booleanValue())
                    .isFalse();

            row.getByText("Edit").click();
            page.locator("#contacts").getByLabel("Type").selectOption("E-mail");
            assertThat(page.locator("#contacts .rec-part-doNotText")).isHidden();
            page.locator("#contacts").getByLabel("Number or address").fill("jordan@example.com");
            page.keyboard().press("Enter");
            assertThat(row.locator("a.contact-value")).hasAttribute("href", "mailto:jordan@example.com");
            assertThat(row.locator(".rec-open")).isFocused();

            row.getByText("Remove").click();
            page.locator("#confirm button[value=yes]").click();
            assertThat(row).hasCount(0);
            assertThat(entries()).isEmpty();
            page.locator(".rec-history > summary").click();
            assertThat(page.locator(".told-line strong").first()).hasText("Contact removed");
            assertThat(page.locator(".told-line").nth(1)).containsText("Mobile → E-mail");
        }
    }

    @Test
    void notesArePinnedCopiedAndDeleted() {
        long location = office.ids(office.locations).getFirst();
        try (Browser browser = Browser.open()) {
            Page page = open(browser, dana);
            page.keyboard().press("Tab");
            page.getByPlaceholder("Write a note…").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#note-error")).hasText("This field is required.");
            page.keyboard().type("The dog bites.\nHonk first.");
            page.getByLabel("Pin to the top").check();
            page.getByLabel("Copy to the active locations").check();
            page.getByPlaceholder("Write a note…").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".note")).hasCount(1);
            page.keyboard().type("Called about the invoice.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".note-text"))
                    .hasText(new String[] {"The dog bites.\nHonk first.", "Called about the invoice."});
            assertThat(page.locator(".note.is-pinned .note-foot")).containsText(dana.displayName());
            Browser.shot(page, "customer-7-notes");
            page.locator(".note").nth(1).getByText("Delete").click();
            page.locator("#confirm button[value=yes]").click();
            assertThat(page.locator(".note")).hasCount(1);
            assertThat(page.locator("#note-text")).isFocused();

            page.navigate(browser.url("/locations/" + location));
            assertThat(page.locator(".note.is-pinned .note-text")).hasText("The dog bites.\nHonk first.");
            page.getByPlaceholder("Write a note…").fill("Side door.");
            page.getByLabel("Copy to the customer").check();
            page.getByText("Save note").click();
            assertThat(page.locator(".note")).hasCount(2);
            page.navigate(browser.url("/customers/" + id));
            assertThat(page.locator(".note-text").nth(1)).hasText("Side door.");
        }
    }

    @Test
    void whoOnlyLooksSeesNoButtonsAndAManagerSeesOneMore() {
        try (Browser browser = Browser.openSmall()) {
            Page page = open(browser, office.tenant.user(Role.Viewer));
            assertThat(page.locator("h1")).hasText("Jordan Reyes");
            assertThat(page.locator("main button")).hasCount(0);
            assertThat(page.locator("main form")).hasCount(0);
            Browser.shot(page, "customer-8-viewer-phone");
        }
        try (Browser browser = Browser.openDark()) {
            Page page = open(browser, dana);
            assertThat(page.getByText("Deactivate")).hasCount(0);
            page = open(browser, office.tenant.user(Role.Manager));
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deactivate")))
                    .isVisible();
            Browser.shot(page, "customer-9-manager-dark");
        }
    }

    private void type(Page page, String field, String text) {
        page.locator(field + " .rec-open").click();
        assertThat(page.locator(field + " input[type=text]")).isFocused();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private Page open(Browser browser, SignedInUser user) {
        browser.context().clearCookies();
        Page page = browser.signIn(user);
        page.navigate(browser.url("/customers/" + id));
        return page;
    }

    private JsonNode stored() {
        return office.api.get(office.customers + "/" + id).json();
    }

    private JsonNode entries() {
        return office.api.get(office.customers + "/" + id + "/contacts").json().get("data");
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.get(field).stringValue()).toList();
    }
}
