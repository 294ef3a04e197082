package org.callboard.web.merging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.testing.Browser;
import org.callboard.testing.Overflow;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Rows of a list become one, and locations of a customer do, in a real browser. */
class MergeSeveralPagesTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final long first = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long second = shop.customer("J. Reyes", "937-555-0142", "12 Oak St");
    private final long third = shop.customer("Reyes, Jordan", "937-555-0143", "14 Elm St");

    @Test
    void threeRowsOfAListBecomeOneAndThreeAgain() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/customers?sort=name"));
            assertThat(page.locator(".list-bar")).isHidden();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("x");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("x");
            assertThat(page.locator(".list-bar")).containsText("2 chosen");
            page.getByLabel("Choose Reyes, Jordan").check();
            assertThat(page.locator(".list-bar")).containsText("3 chosen");
            assertThat(page).hasURL(browser.url("/customers?sort=name"));
            Browser.shot(page, "list-chosen");
            page.getByText("Merge…").click();
            assertThat(page.locator("h1")).hasText("Merge 3 customers");
            page.locator("#keep-" + third).check();
            assertThat(page.locator(".merge-act")).containsText("2 become part of Reyes, Jordan");
            assertThat(page.locator("#keep-" + third)).isFocused();
            assertThat(Overflow.of(page)).isEmpty();
            Browser.shot(page, "merge-several");
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + third));
            assertThat(page.locator(".cb-toast")).containsText("2 customers are merged into this one.");
            assertThat(get(first).mergedToId()).isEqualTo(third);
            assertThat(get(second).mergedToId()).isEqualTo(third);
            page.locator(".cb-toast a").click();
            assertThat(page.locator("h1")).hasText("Undo 2 merges");
            Browser.shot(page, "merge-undo-several");
            page.locator("main button[type=submit]").click();
            page.waitForURL(browser.url("/customers/" + third));
            assertThat(page.locator(".cb-toast")).containsText("2 merges are undone.");
        }
        assertThat(get(first).active()).isTrue();
        assertThat(get(second).active()).isTrue();
    }

    @Test
    void twoRowsLeadToTheirPageAndOneToASearch() {
        Visitor manager = Visitor.signedIn(shop.tenant.owner);
        assertThat(manager.get("/customers/merge/several?id=" + first + "&id=" + second)
                        .location())
                .endsWith("/customers/merge?keep=" + first + "&with=" + second);
        assertThat(manager.get("/customers/merge/several?id=" + first + "&id=" + first)
                        .location())
                .endsWith("/customers/merge?keep=" + first);
        assertThat(manager.get("/customers/merge/several").location()).endsWith("/customers");
        assertThat(manager.get("/customers/merge/several?id=x").status()).isEqualTo(400);
        Visitor csr = Visitor.signedIn(shop.tenant.user(Role.CSR));
        assertThat(csr.get("/customers").body()).doesNotContain("list-pick", "Merge…");
        assertThat(csr.get("/customers/merge/several?id=1&id=2").status()).isEqualTo(403);
        assertThat(csr.post("/customers/merge/several", "id", "1").status()).isEqualTo(403);
    }

    @Test
    void twoLocationsOfOneCustomerBecomeOne() {
        long home = places(first).getFirst().id();
        long cabin = shop.tenant.caller.call(() -> Server.bean(Locations.class)
                .create(tenant, first, "Cabin", get(third).details().address(), List.of()));
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/locations/" + home));
            page.getByText("Merge with…").click();
            page.locator("#merge-others a").getByText("Cabin").click();
            page.locator("input[name='field.address'][value=removed]").check();
            assertThat(page).hasURL(Pattern.compile(".*field\\.address=removed.*"));
            Browser.shot(page, "merge-locations");
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/locations/" + home + "?from=" + cabin));
            assertThat(page.locator("#merged")).containsText("Cabin was merged into this location");
            assertThat(page.locator("#f-address")).containsText("14 Elm St");
            page.navigate(browser.url("/locations/" + cabin));
            assertThat(page).hasURL(browser.url("/locations/" + home + "?from=" + cabin));
            page.locator("#merged a").getByText("Undo").click();
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/locations/" + cabin));
            page.navigate(browser.url("/locations/" + home));
            assertThat(page.locator("#f-address")).containsText("12 Oak St");
        }
        Visitor manager = Visitor.signedIn(shop.tenant.owner);
        long others = places(third).getFirst().id();
        assertThat(manager.get("/locations/merge?keep=" + home + "&with=" + others)
                        .body())
                .contains("of different customers", "disabled");
    }

    private List<Location> places(long customer) {
        return shop.tenant.caller.call(() -> Server.bean(Locations.class).ofCustomer(tenant, customer));
    }

    private Customer get(long customer) {
        return shop.tenant.caller.call(() -> Server.bean(Customers.class).get(tenant, customer));
    }
}
