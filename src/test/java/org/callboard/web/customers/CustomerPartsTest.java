package org.callboard.web.customers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What hangs on a customer, and who sees which buttons, in a real browser. */
class CustomerPartsTest {

    private final Office office = new Office();
    private final SignedInUser dana = office.tenant.user(Role.CSR);
    private final long id = office.customer("Jordan Reyes").get("id").longValue();

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
            assertThat(page.locator("#contacts").getByLabel("Marketing")).not().isChecked();
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
            assertThat(page.locator(".told-line strong").first()).hasText("E-mail removed: jordan@example.com");
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

    private Page open(Browser browser, SignedInUser user) {
        browser.context().clearCookies();
        Page page = browser.signIn(user);
        page.navigate(browser.url("/customers/" + id));
        return page;
    }

    private JsonNode entries() {
        return office.api.get(office.customers + "/" + id + "/contacts").json().get("data");
    }
}
