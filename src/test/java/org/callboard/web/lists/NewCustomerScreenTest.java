package org.callboard.web.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The forms for new customers and locations in a real browser. */
class NewCustomerScreenTest {

    private final Office office = new Office();
    private final SignedInUser dana = office.tenant.user(Role.CSR);

    @Test
    void aCustomerWithTwoLocationsAndFourContactsByKeyboardAlone() {
        long vip = office.tagType("VIP");
        office.field("customer", "Referred by", DataType.Text, null);
        office.field("location", "Roof", DataType.Dropdown, List.of("Flat", "Pitched"));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers"));
            Keyboard keys = page.keyboard();
            keys.press("n");
            assertThat(page.locator("#f-name")).isFocused();
            Browser.shot(page, "entry-1-empty");
            type(keys, "Jordan Reyes"); // name
            keys.press("Enter"); // type
            type(keys, "9375550142");
            assertThat(page.locator("[data-contact-value]").nth(1)).isFocused();
            assertThat(page.locator("[data-contact-value]").first()).hasValue("(937) 555-0142");
            type(keys, "jordan@example.com"); // a third row opens
            assertThat(page.locator("[data-contact-value]").nth(2)).isFocused();
            keys.press("Enter"); // stays empty
            type(keys, "12 Oak St");
            type(keys, "");
            type(keys, "Dayton");
            type(keys, "OH");
            type(keys, "45402");
            assertThat(page.locator("[id='f-address.country']")).hasValue("USA");
            keys.press("Alt+l");
            Locator second = page.locator("[data-place]").nth(1);
            assertThat(second.locator("[data-place-title]")).hasText("Location 2");
            assertThat(second.locator("input").first()).isFocused();
            type(keys, "99 Lake Rd");
            type(keys, "");
            type(keys, "Xenia");
            type(keys, "OH");
            type(keys, "45385");
            keys.press("Alt+c");
            type(keys, "(937) 555-0177");
            keys.type("caretaker@example.com");
            Browser.shot(page, "entry-2-filled");
            keys.press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/\\d+"));

            String id = page.url().replaceFirst(".*/", "");
            JsonNode customer = Office.ok(office.api.get(office.customers + "/" + id));
            assertThat(customer.get("name").stringValue()).isEqualTo("Jordan Reyes");
            JsonNode places = Office.ok(office.api.get(office.locations + "?customerId=" + id))
                    .get("data");
            assertThat(places.valueStream()
                            .map(place -> place.at("/address/street").stringValue()))
                    .containsExactly("12 Oak St", "99 Lake Rd");
            JsonNode contacts = Office.ok(office.api.get(office.customers + "/" + id + "/contacts"))
                    .get("data");
            assertThat(contacts.valueStream().map(contact -> contact.get("type").stringValue()))
                    .containsExactly("MobilePhone", "Email", "MobilePhone", "Email");
            assertThat(vip).isPositive();
        }
    }

    @Test
    void wrongFieldsAreNamedAtOnceAndNothingTypedIsLost() {
        long vip = office.tagType("VIP");
        long depth = office.field("customer", "Depth", DataType.Numeric, null);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/new"));
            page.locator("[data-contact-value]").first().fill("12");
            page.locator("[data-contact-value]").nth(1).fill("no address");
            page.locator("[id='f-address.street']").fill("12 Oak <b>St</b>");
            page.locator("[id='f-field." + depth + "']").fill("deep");
            page.getByText("VIP").first().click();
            page.getByText("Do not mail").click();
            page.keyboard().press("Alt+l");
            page.keyboard().type("99 Lake Rd");
            page.keyboard().press("Alt+c");
            page.keyboard().type("34");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".cb-problem")).containsText("fields are wrong");
            assertThat(page.locator("#f-name")).isFocused();
            assertThat(page.locator("[id='e-name']")).hasText("This field is required.");
            assertThat(page.locator("[id='e-contacts[0].value']")).hasText("A phone number is expected.");
            assertThat(page.locator("[id='e-contacts[1].value']")).hasText("An e-mail address is expected.");
            assertThat(page.locator("[id='e-address.city']")).hasText("This field is required.");
            assertThat(page.locator("[id='e-field." + depth + "']")).hasText("A number is expected for Depth.");
            assertThat(page.locator("[id='e-locations[1].address.zip']")).hasText("This field is required.");
            assertThat(page.locator("[id='e-locations[1].contacts[0].value']")).hasText("A phone number is expected.");
            assertThat(page.locator("[id='f-address.street']")).hasValue("12 Oak <b>St</b>");
            assertThat(page.locator("[id='f-locations[1].address.street']")).hasValue("99 Lake Rd");
            assertThat(page.locator("[name=tagTypeIds][value='" + vip + "']")).isChecked();
            assertThat(page.locator("[name=doNotMail]")).isChecked();
            Browser.shot(page, "entry-3-wrong");
        }
    }

    @Test
    void itFitsOnATelephoneAndInTheDark() {
        try (Browser small = Browser.openSmall();
                Browser dark = Browser.openDark()) {
            Page page = small.signIn(dana);
            page.navigate(small.url("/customers/new?name=Jordan+Reyes"));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            Browser.shot(page, "entry-4-phone");
            long id = office.customer("Ada").get("id").longValue();
            Page other = dark.signIn(dana);
            other.navigate(dark.url("/customers/" + id + "/locations/new"));
            Browser.shot(other, "entry-5-location-dark");
        }
    }

    private static void type(Keyboard keys, String text) {
        keys.type(text);
        keys.press("Enter");
    }
}
