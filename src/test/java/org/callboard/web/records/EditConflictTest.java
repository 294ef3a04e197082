package org.callboard.web.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two who edit the same customer never lose a change without being told. */
class EditConflictTest {

    private final Office office = new Office();
    private final SignedInUser dana = office.tenant.user(Role.CSR);
    private final SignedInUser lee = office.tenant.user(Role.CSR);
    private final long id = office.customer("Jordan Reyes").get("id").longValue();
    private final String path = "/customers/" + id;

    @Test
    void theSecondTabSeesAllThreeValuesAndDecides() {
        try (Browser browser = Browser.open();
                Browser lees = Browser.openDark()) {
            Page mine = browser.signIn(dana);
            Page theirs = lees.signIn(lee);
            for (Page page : List.of(mine, theirs)) {
                page.navigate(browser.url(path));
                page.locator("#f-name .rec-open").click();
                assertThat(page.locator("#f-name input[type=text]")).isFocused();
            }
            save(theirs, "Jordan R. Reyes");
            assertThat(theirs.locator("#f-name .rec-open")).containsText("Jordan R. Reyes");
            save(mine, "J. Reyes");
            Locator conflict = mine.locator("#f-name.rec-conflict");
            assertThat(conflict.locator("td")).hasText(new String[] {"J. Reyes", "Jordan R. Reyes", "Jordan Reyes"});
            assertThat(conflict).containsText(lee.displayName() + " changed Name");
            assertThat(conflict).containsText("Today");
            assertThat(conflict.locator(".rec-keep")).isFocused();
            assertThat(mine.locator("#rec-urgent")).containsText("Nothing is saved");
            assertThat(name()).isEqualTo("Jordan R. Reyes");
            Browser.shot(mine, "conflict-1");
            button(mine, "Take theirs").click();
            assertThat(mine.locator("#f-name .rec-open")).containsText("Jordan R. Reyes");
            assertThat(mine.locator("#f-name .rec-open")).isFocused();

            mine.locator("#f-name .rec-open").click();
            theirs.locator("#f-name .rec-open").click();
            assertThat(theirs.locator("#f-name input[type=text]")).isFocused();
            save(mine, "J. Reyes");
            assertThat(mine.locator("#f-name .rec-open")).containsText("J. Reyes");
            save(theirs, "Jordan Smith");
            Browser.shot(theirs, "conflict-2-dark");
            button(theirs, "Keep mine").click();
            assertThat(theirs.locator("#f-name .rec-open")).containsText("Jordan Smith");
            assertThat(name()).isEqualTo("Jordan Smith");
        }
    }

    @Test
    void aGroupShowsThePartsThatDifferAndASecondConflictIsOneAgain() {
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url(path));
            page.locator("#f-address .rec-open").click();
            assertThat(page.locator("#f-address").getByLabel("Street")).isFocused();
            Visitor visitor = visitor(lee);
            String[] address = {
                "field",
                "address",
                "unit",
                "",
                "city",
                "Dayton",
                "state",
                "OH",
                "zip",
                "45402",
                "country",
                "USA",
                "latitude",
                "39.7589",
                "longitude",
                "-84.1916",
                "was-street",
                "12 Oak St",
                "was-unit",
                "",
                "was-city",
                "Dayton",
                "was-state",
                "OH",
                "was-zip",
                "45402",
                "was-country",
                "USA",
                "was-latitude",
                "39.7589",
                "was-longitude",
                "-84.1916",
                "street",
                "14 Oak St"
            };
            assertThat(visitor.post(path + "/edit", address).status()).isEqualTo(200);
            page.locator("#f-address").getByLabel("Unit").fill("Rear");
            page.keyboard().press("Enter");
            Locator rows = page.locator("#f-address.rec-conflict tbody tr");
            assertThat(rows.locator("th")).hasText(new String[] {"Street", "Unit", "Latitude", "Longitude"});
            assertThat(rows.first().locator("td")).hasText(new String[] {"12 Oak St", "14 Oak St", "12 Oak St"});
            Browser.shot(page, "conflict-3-address-phone");
            String moved = Office.ADDRESS.replace("12 Oak", "16 Oak").replace("null", "\"\"");
            Office.ok(office.api.patch(office.customers + "/" + id, "{\"address\":" + moved + "}"));
            button(page, "Keep mine").click();
            assertThat(rows.first().locator("td")).hasText(new String[] {"12 Oak St", "16 Oak St", "14 Oak St"});
            assertThat(page.locator(".rec-conflict-what")).containsText("App ");
            button(page, "Keep mine").click();
            assertThat(page.locator("#f-address")).containsText("12 Oak St, Rear");
        }
    }

    @Test
    void whoWantsTheSameAsTheOtherHasNoConflictAndAFormWithoutItsStartIsRefused() {
        Visitor visitor = visitor(dana);
        String[] form = {"field", "name", "was-value", "Jordan Reyes", "value", "J. Reyes"};
        assertThat(visitor.post(path + "/edit", form).status()).isEqualTo(200);
        assertThat(visitor.post(path + "/edit", form).status()).isEqualTo(200);
        assertThat(office.actions("customer", id)).containsExactly("updated", "created");
        assertThat(visitor.post(path + "/edit", "field", "name", "value", "X").status())
                .isEqualTo(400);
        assertThat(visitor.post(path + "/edit", "field", "balance", "was-value", "0", "value", "X")
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post(path + "/edit", "field", "custom-1", "was-value", "0", "value", "X")
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post(path + "/edit", "field", "contact-99999", "was-value", "0", "value", "X")
                        .status())
                .isEqualTo(404);
        assertThat(name()).isEqualTo("J. Reyes");
    }

    private static void save(Page page, String name) {
        page.locator("#f-name input[type=text]").fill(name);
        page.keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Visitor visitor(SignedInUser user) {
        Visitor visitor = Visitor.signedIn(user);
        visitor.get(path);
        return visitor;
    }

    private JsonNode customer() {
        return office.api.get(office.customers + "/" + id).json();
    }

    private String name() {
        return customer().get("name").stringValue();
    }
}
