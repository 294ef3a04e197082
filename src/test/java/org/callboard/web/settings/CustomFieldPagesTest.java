package org.callboard.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A manager sets the custom fields up. */
class CustomFieldPagesTest {

    private static final String PAGE = "/settings/customer-fields";

    private final TestTenant tenant = TestTenant.create();
    private final CustomFieldTypes types = Server.bean(CustomFieldTypes.class);

    private long add(String name, DataType type, List<String> options) {
        return tenant.caller.call(
                () -> types.add(tenant.id, "customer", name, type, options).id());
    }

    private List<String> names() {
        return tenant.caller.call(() -> types.all(tenant.id, "customer")).stream()
                .map(CustomFieldType::name)
                .toList();
    }

    @Test
    void aFieldIsAddedChangedArrangedAndRetired() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(tenant.user(Role.Manager));
            page.navigate(browser.url(PAGE));
            Browser.shot(page, "custom-fields-empty");
            page.getByText("Add the first custom field").click();
            assertThat(page.locator("#dataTypeOptions").isVisible()).isFalse();
            page.getByLabel("Name").fill("Gate code");
            page.locator("button[type=submit]:has-text('Add custom field')").click();
            page.waitForSelector("text=Gate code is added.");

            page.navigate(browser.url(PAGE + "/new"));
            page.getByLabel("Name").fill("Heard of us");
            page.locator("#dataType").selectOption("Dropdown");
            assertThat(page.locator("#dataTypeOptions").isVisible()).isTrue();
            page.locator("button[type=submit]:has-text('Add custom field')").click();
            assertThat(page.locator("#dataTypeOptions-error").textContent()).contains("needs options");
            assertThat(page.inputValue("#name")).isEqualTo("Heard of us");
            page.locator("#dataTypeOptions").fill("Web\nRadio\nNeighbor\nFair\nOther\n");
            Browser.shot(page, "custom-field-new");
            page.locator("button[type=submit]:has-text('Add custom field')").click();
            page.waitForSelector("text=Heard of us is added.");
            assertThat(page.locator("tbody tr").nth(1).textContent())
                    .contains("Dropdown", "Web, Radio, Neighbor, Fair and 1 more");

            page.getByLabel("Move Heard of us up").click();
            page.waitForSelector("tbody tr:first-child :text('Heard of us')");
            assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')"))
                    .as("it is the first, so what can still be pressed has the focus")
                    .isEqualTo("Move Heard of us down");
            page.keyboard().press("Enter");
            page.waitForSelector("tbody tr:first-child :text('Gate code')");
            assertThat(names()).containsExactly("Gate code", "Heard of us");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Heard of us"))
                    .click();
            assertThat(page.inputValue("#dataTypeOptions")).isEqualTo("Web\nRadio\nNeighbor\nFair\nOther");
            Browser.shot(page, "custom-field-edit");
            page.locator("#dataTypeOptions").fill("Web\nRadio\nNeighbor");
            page.getByLabel("Name").fill("Source");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            page.waitForSelector("text=Source is saved.");
            page.getByLabel("Deactivate Gate code").click();
            page.locator("#confirm button[value=yes]").click();
            page.waitForSelector(".cb-off :text('Gate code')");
            assertThat(tenant.caller.call(() -> types.active(tenant.id, "customer")))
                    .extracting(CustomFieldType::name)
                    .containsExactly("Source");
            page.getByLabel("Reactivate Gate code").click();
            page.waitForSelector("text=It is active again.");
            assertThat(names()).containsExactly("Gate code", "Source");
        }
    }

    @Test
    void theFieldsOfLocationsAreTheirOwn() {
        long field = add("Gate code", DataType.Text, null);
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        assertThat(manager.get("/settings/location-fields").body()).contains("There are none yet.");
        assertThat(manager.get("/settings/location-fields/" + field).status()).isEqualTo(404);
        assertThat(manager.post("/settings/location-fields/" + field + "/move", "up", "true")
                        .status())
                .isEqualTo(404);
        assertThat(manager.post("/settings/tag-types/" + field + "/move", "up", "true")
                        .status())
                .isEqualTo(404);
        assertThat(manager.post("/settings/location-fields", "name", "Size", "dataType", "Moon")
                        .status())
                .isEqualTo(422);
        assertThat(manager.post("/settings/location-fields", "name", "Size", "dataType", "Numeric")
                        .location())
                .isEqualTo("/settings/location-fields");
        assertThat(manager.get("/settings/location-fields").body()).contains("Size", "Number");
    }

    @Test
    void thePageAsAManagerSeesIt() {
        add("Gate code", DataType.Text, null);
        add("Pets", DataType.Boolean, null);
        add("Filter changed", DataType.Date, null);
        add("Heard of us", DataType.Dropdown, List.of("Web", "Radio", "Neighbor"));
        long old = add("Fax", DataType.Text, null);
        tenant.caller.run(() -> types.activate(tenant.id, "customer", old, false));
        for (boolean dark : new boolean[] {false, true}) {
            try (Browser browser = dark ? Browser.openDark() : Browser.open()) {
                Page page = browser.signIn(tenant.owner);
                page.navigate(browser.url(PAGE));
                Browser.shot(page, "custom-fields" + (dark ? "-dark" : ""));
            }
        }
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(tenant.owner);
            page.navigate(browser.url(PAGE));
            Browser.shot(page, "custom-fields-small");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }
}
