package org.callboard.web.customers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.settings.CustomFieldType.DataType;
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
            assertThat(page.locator("#rec-state .rec-pills")).containsText("Commercial");
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
        long since = office.field("customer", "Member since", DataType.Date, null);
        long pets = office.field("customer", "Pets", DataType.Boolean, null);
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
            page.locator("#f-custom-" + since + " .rec-open").click();
            assertThat(page.locator("#f-custom-" + since + " input[type=date]")).isFocused();
            page.locator("#f-custom-" + since + " input[type=date]").fill("2024-03-31");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-custom-" + since + " .rec-open")).containsText("2024");
            page.locator("#f-custom-" + pets + " .rec-open").click();
            page.locator("#f-custom-" + pets + " select").selectOption("Yes");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-custom-" + pets + " .rec-open")).containsText("Yes");
            page.locator("#f-custom-" + how + " .rec-open").click();
            page.locator("#f-custom-" + how + " select").selectOption("Neighbor");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-custom-" + how + " .rec-open")).containsText("Neighbor");
            assertThat(texts(stored().get("customFields"), "value"))
                    .containsExactly("4711 #", "1850.5", "2024-03-31", "true", "Neighbor");
            page.locator("#f-custom-" + gate + " .rec-open").click();
            page.locator("#f-custom-" + gate + " input[type=text]").fill("");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-custom-" + gate + " .rec-open")).containsText("Not given");
            assertThat(texts(stored().get("customFields"), "value"))
                    .containsExactly("1850.5", "2024-03-31", "true", "Neighbor");

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
    void whoHasGoneOnWhileAnAnswerWasOnItsWayIsNotCalledBack() {
        try (Browser browser = Browser.open()) {
            Page page = open(browser, dana);
            page.locator("#f-name .rec-open").click();
            page.locator("#f-name input[type=text]").fill("Jordan Smith");
            List<Route> held = new ArrayList<>();
            page.route("**/edit", held::add);
            page.waitForRequest("**/edit", () -> page.keyboard().press("Enter"));
            page.locator("#f-creditLimit .rec-open").click();
            Locator limit = page.locator("#f-creditLimit input[type=text]");
            assertThat(limit).isFocused();
            page.keyboard().type("12");
            held.getFirst().resume();
            assertThat(page.locator("#f-name .rec-open")).containsText("Jordan Smith");
            assertThat(limit).isFocused();
            page.keyboard().type("00");
            assertThat(limit).hasValue("1200");
        }
    }

    @Test
    void whoLeavesWithSomethingTypedIsAsked() {
        List<String> asked = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            Page page = open(browser, dana);
            page.onDialog(question -> {
                asked.add(question.type());
                question.dismiss();
            });
            page.locator("#f-name .rec-open").click();
            page.locator("#f-name input[type=text]").fill("Half a na");
            page.waitForCondition(() -> {
                page.evaluate("() => { setTimeout(() => location.reload()); }");
                return !asked.isEmpty();
            });
            assertThat(page.locator("#f-name input[type=text]")).hasValue("Half a na");
            page.keyboard().press("Escape");
            assertThat(page.locator("#f-name .rec-open")).isFocused();
        }
        assertThat(asked).containsOnly("beforeunload");
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

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.get(field).stringValue()).toList();
    }
}
