package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs send for a contact they get back; what people type becomes what they mean. */
class TypedContactsTest {

    private final Office office = new Office();

    private static String customer(String contact) {
        return """
                {"name": "\\ufeffUma One\\u00a0", "type": "Residential",
                 "address": {"street": " 12 Oak St\\u200b", "unit": "\\u00a0", "city": "Dayton", "state": "OH\\u2003",
                             "zip": "45402", "country": "USA"},
                 "locations": [{"name": "Home", "address": {"street": "12 Oak St", "unit": null, "city": "Dayton",
                             "state": "OH", "zip": "45402", "country": "USA"}}],
                 "contacts": [%s]}""".formatted(contact);
    }

    private List<String> contacts(String id) {
        return Office.ok(office.api.get(office.customers + "/" + id + "/contacts"))
                .get("data")
                .valueStream()
                .map(contact -> contact.get("type").stringValue() + " "
                        + contact.get("value").stringValue())
                .toList();
    }

    private List<Long> found(String query) {
        return office.ids(office.customers + "?" + query);
    }

    @Test
    void onlyTheEdgesGoOfWhatAProgramSends() {
        JsonNode made = Office.ok(
                office.api.post(
                        office.customers,
                        customer(
                                "{\"type\": \"Phone\", \"value\": \"\\u00a0937-555-2121 / 937-555-2122 \", \"memo\": null},"
                                        + "{\"type\": \"Email\", \"value\": \"\\\"uma.one@example.com\\\"\\u00a0\", \"memo\": \" a\\u200db \"}")));
        assertThat(made.get("name").stringValue()).isEqualTo("Uma One");
        assertThat(made.at("/address/street").stringValue()).isEqualTo("12 Oak St");
        assertThat(made.at("/address/state").stringValue()).isEqualTo("OH");
        String id = made.get("id").asString();
        assertThat(contacts(id)).containsExactly("Phone 937-555-2121 / 937-555-2122", "Email \"uma.one@example.com\"");
        assertThat(found("phone=9375552121")).hasSize(1);
    }

    @Test
    void anotherExtensionIsNoCopy() {
        JsonNode made = Office.ok(office.api.post(
                office.customers,
                customer("{\"type\": \"Phone\", \"value\": \"(937) 555-8120 x101\", \"memo\": null}")));
        String id = made.get("id").asString();
        long place = office.ids(office.locations + "?customerId=" + id).getFirst();
        for (String typed : List.of("937-555-8120 x102", "937.555.8120 ext. 101", "(937) 555-8120")) {
            Office.ok(office.api.post(
                    office.locations + "/" + place + "/contacts",
                    "{\"type\": \"Phone\", \"value\": \"" + typed + "\", \"memo\": null}"));
        }
        assertThat(contacts(id))
                .containsExactly("Phone (937) 555-8120 x101", "Phone 937-555-8120 x102", "Phone (937) 555-8120");
        assertThat(found("phone=937-555-8120")).hasSize(1);
    }

    @Test
    void aWordThatIsDialedIsANumberAndWhatIsNoneIsSaid() {
        assertThat(office.api
                        .post(office.customers, customer("{\"type\": \"Phone\", \"value\": \"1-800-FLOWERS\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(found("phone=8003569377")).hasSize(1);
        for (String wrong : List.of(
                "{\"type\": \"Email\", \"value\": \"al@example,com\"}", "{\"type\": \"Phone\", \"value\": \"asdf\"}")) {
            assertThat(office.api.post(office.customers, customer(wrong)).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void ofSeveralThatArePastedOnAPageEachBecomesAContact() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.CSR));
            page.navigate(browser.url("/customers/new"));
            page.locator("#f-name").fill("\u00a0Uma One\u200b");
            page.locator("[data-contact-value]").first().fill("937-555-2121 or 937-555-2122");
            page.locator("[data-contact-value]").nth(1).fill("Uma <uma@\u200bexample.com>");
            page.locator("[id='f-address.street']").fill("12 Oak St");
            page.locator("[id='f-address.city']").fill("Dayton");
            page.locator("[id='f-address.state']").fill("OH");
            page.locator("[id='f-address.zip']").fill("45402");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/\\d+"));
            String id = page.url().replaceFirst(".*/", "");
            assertThat(contacts(id))
                    .containsExactly(
                            "MobilePhone (937) 555-2121", "MobilePhone (937) 555-2122", "Email uma@example.com");
            assertThat(page.locator("#main a[href='tel:+19375552122'], a[href='tel:+19375552122']")
                            .count())
                    .isPositive();
            Browser.shot(page, "typed-contacts");
        }
    }
}
