package org.callboard.web.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody types a new customer who is on record already: what was typed goes to that record, and nothing of it is lost. */
class UseCustomerTest {

    private static final String[] OAK = {
        "address.street",
        "12 Oak Street",
        "address.city",
        "Dayton",
        "address.state",
        "OH",
        "address.zip",
        "45402",
        "address.country",
        "USA"
    };

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Api api = shop.tenant.api();
    private final long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final Visitor visitor = Visitor.signedIn(dana);

    private Visitor.Answer use(boolean add, String[] address, String... fields) {
        visitor.get("/calls");
        List<String> all = new ArrayList<>(List.of("name", "Jordan R", "locations[0].same", "true"));
        all.addAll(Arrays.asList(address));
        all.addAll(Arrays.asList(fields));
        Visitor.Answer shown = visitor.post("/customers/" + jordan + "/use", all.toArray(String[]::new));
        if (!add) {
            return shown;
        }
        all.addAll(List.of("add", "true", "seen", seen(shown)));
        return visitor.post("/customers/" + jordan + "/use", all.toArray(String[]::new));
    }

    /** What the page says would become of it. */
    static String seen(Visitor.Answer shown) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(shown.body());
        assertThat(seen.find()).as(shown.body()).isTrue();
        return seen.group(1);
    }

    private List<String> values(String path) {
        return Office.ok(api.get(api.path("crm/v2", path)))
                .get("data")
                .valueStream()
                .map(contact -> contact.get("value").stringValue())
                .toList();
    }

    private List<String> streets() {
        return Office.ok(api.get(api.path("crm/v2", "/locations?customerId=" + jordan)))
                .get("data")
                .valueStream()
                .map(place -> place.at("/address/street").stringValue())
                .toList();
    }

    private List<String> contacts() {
        return values("/customers/" + jordan + "/contacts");
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(shop.tenant.id);
    }

    @Test
    void theWarningTakesWhatWasTypedToTheCustomer() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/new"));
            page.locator("#f-name").fill("Jordan R");
            page.locator("[data-contact-value]").first().fill("(937) 555 0142");
            page.locator("[data-contact-value]").nth(1).fill("jordan@example.com");
            page.locator("[id='f-address.street']").fill("99 Lake Rd");
            page.locator("[id='f-address.city']").fill("Xenia");
            page.locator("[id='f-address.state']").fill("OH");
            page.locator("[id='f-address.zip']").fill("45385");
            Locator use = page.locator("[data-alike-use]").first();
            assertThat(use).hasText("Use this one, add address and number");
            Browser.shot(page, "use-1-offer");
            page.setViewportSize(390, 844);
            Browser.shot(page, "use-1-offer-small");
            page.setViewportSize(1280, 800);
            use.click();
            assertThat(page.locator("h1")).hasText("Add to Jordan Reyes");
            assertThat(page.locator("[data-contact-value]").nth(1)).hasValue("jordan@example.com");
            assertThat(page.locator("[id='f-address.street']")).hasValue("99 Lake Rd");
            assertThat(page.locator("[data-same]")).isChecked();
            Locator name = page.locator(".entry-additions tr").filter(new Locator.FilterOptions().setHasText("Name"));
            assertThat(name).containsText("Jordan R");
            assertThat(name).containsText("Jordan Reyes");
            assertThat(name.locator("[name=take]")).not().isChecked();
            Browser.shot(page, "use-2-add");
            page.setViewportSize(390, 844);
            Browser.shot(page, "use-2-add-small");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/" + jordan + "$"));
        }
        assertThat(contacts()).containsExactlyInAnyOrder("937-555-0142", "jordan@example.com");
        assertThat(streets()).containsExactlyInAnyOrder("12 Oak St", "99 Lake Rd");
        assertThat(Office.ok(api.get(api.path("crm/v2", "/customers")))
                        .get("data")
                        .size())
                .isOne();
    }

    @Test
    void whatTheCustomerHasIsNotAddedAgain() {
        String[] blank = {"address.state", "OH", "address.country", "USA"};
        assertThat(use(true, OAK, "contacts[0].type", "Phone", "contacts[0].value", "(937) 555-0142")
                        .location())
                .isEqualTo("/customers/" + jordan);
        assertThat(visitor.get("/customers/" + jordan).body()).contains("Jordan Reyes has all of it already.");
        assertThat(use(true, blank, "contacts[0].type", "Phone", "contacts[0].value", "937-555-0142 / 937-555-0143")
                        .status())
                .isEqualTo(302);
        assertThat(visitor.get("/customers/" + jordan).body()).contains("Added to Jordan Reyes: a number or address.");
        // a number at the place goes to the place that is there
        use(true, OAK, "locations[0].contacts[0].type", "Phone", "locations[0].contacts[0].value", "937-555-0144");
        assertThat(streets()).containsExactly("12 Oak St");
        assertThat(contacts()).containsExactlyInAnyOrder("937-555-0142", "937-555-0143", "937-555-0144");
        JsonNode place = Office.ok(api.get(api.path("crm/v2", "/locations?customerId=" + jordan)))
                .at("/data/0");
        assertThat(values("/locations/" + place.get("id") + "/contacts")).contains("937-555-0144");
    }

    /** A point that was typed is a piece as any other. */
    @Test
    void aPointGoesToThePlaceThatIsThere() {
        String[] point = {"address.latitude", "39.7563", "address.longitude", "-84.1895"};
        assertThat(use(false, OAK, point).body()).contains("39.7563, -84.1895", "Coordinates");
        assertThat(use(true, OAK, point).status()).isEqualTo(302);
        JsonNode place = Office.ok(api.get(api.path("crm/v2", "/locations?customerId=" + jordan)))
                .at("/data/0/address");
        JsonNode billing =
                Office.ok(api.get(api.path("crm/v2", "/customers/" + jordan))).get("address");
        assertThat(List.of(
                        place.get("longitude").doubleValue(),
                        billing.get("longitude").doubleValue()))
                .containsExactly(-84.1895, -84.1895);
        String[] other = {"address.latitude", "39.7564", "address.longitude", "-84.1896"};
        assertThat(use(false, OAK, other).body()).contains("39.7564, -84.1896", "Take what was typed instead");
        use(true, OAK, other);
        assertThat(Office.ok(api.get(api.path("crm/v2", "/customers/" + jordan)))
                        .at("/address/longitude")
                        .doubleValue())
                .as("what is on record stays")
                .isEqualTo(-84.1895);
    }

    @Test
    void theFirstLocationIsNoOtherOne() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/" + jordan + "/use"));
            Locator add = page.locator("[data-add=place]");
            assertThat(add).containsText("Add a location");
            add.click();
            assertThat(add).containsText("Add another location");
            page.locator("[data-remove=place]").click();
            assertThat(add).containsText("Add a location");
        }
    }

    @Test
    void whatIsWrongComesBackAndNothingIsAdded() {
        String[] half = {"address.street", "99 Lake Rd", "address.state", "OH", "address.country", "USA"};
        Visitor.Answer wrong = use(true, half, "contacts[0].type", "Phone", "contacts[0].value", "none");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "value=\"99 Lake Rd\"",
                        "id=\"e-address.city\"",
                        "id=\"e-contacts[0].value\"",
                        "value=\"none\"");
        assertThat(use(false, OAK).status()).isEqualTo(200);
        assertThat(streets()).containsExactly("12 Oak St");
        visitor.get("/calls");
        assertThat(visitor.post("/customers/" + Long.MAX_VALUE + "/use", "add", "true")
                        .status())
                .isEqualTo(404);
    }
}
