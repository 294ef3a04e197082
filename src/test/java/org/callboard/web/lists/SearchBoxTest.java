package org.callboard.web.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search box that stands on every page. */
class SearchBoxTest {

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);

    @Test
    void somebodyIsFoundAndOpenedByKeyboardAlone() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long second = shop.customer("Jordana Miles", "937-555-0143", "14 Elm St");
        mark(second, "do_not_service = true");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers"));
            page.keyboard().press("/");
            Locator box = page.locator("#search");
            assertThat(box).isFocused();
            page.keyboard().type("jordan");
            Locator options = page.locator("#search-panel [role=option]");
            assertThat(options.first()).containsText("Jordan Reyes");
            assertThat(options.last()).hasText("New customer “jordan”");
            assertThat(box).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("#search-panel .cb-status-urgent").first()).hasText("Do not service");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            Browser.shot(page, "search-1-results");
            assertThat(page.locator("#search-panel [aria-selected=true]")).hasCount(1);
            String chosen = page.locator("#search-panel [aria-selected=true]").getAttribute("href");
            assertThat(box)
                    .hasAttribute(
                            "aria-activedescendant",
                            page.locator("#search-panel [aria-selected=true]").getAttribute("id"));
            page.keyboard().press("Enter");
            page.waitForURL("**" + chosen);
        }
    }

    /** Each page brings scripts of its own, which must leave the frame's box alone. */
    @Test
    void itWorksTheSameOnEveryKindOfPage() {
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long location = shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select id from location where tenant_id = :tenant and customer_id = :customer")
                .param("tenant", shop.tenant.id)
                .param("customer", customer)
                .query(Long.class)
                .single());
        long booking = shop.booking("Mel Ortiz", "937-555-0143").id();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            for (String path : List.of(
                    "/customers/" + customer,
                    "/locations/" + location,
                    "/customers/new",
                    "/customers/" + customer + "/locations/new",
                    "/customers",
                    "/calls/" + booking,
                    "/follow-ups",
                    "/leads/new",
                    "/settings/booking-pages/" + shop.provider.id(),
                    "/settings/imports/new",
                    "/search?q=x")) {
                page.navigate(browser.url(path));
                assertThat(page.locator("#search").isVisible()).as(path).isTrue();
                page.locator("#search").click();
                page.locator("#search").fill("jordan");
                Locator options = page.locator("#search-panel [role=option]");
                assertThat(options.first()).containsText("Jordan Reyes");
                page.keyboard().press("ArrowDown");
                assertThat(options.first()).hasAttribute("aria-selected", "true");
                page.keyboard().press("Escape");
                assertThat(options.first()).isHidden();
                page.keyboard().press("Enter");
                page.waitForURL("**/search?q=jordan");
            }
        }
    }

    @Test
    void aNumberIsFoundByHalfOfIt() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        shop.customer("Mel Ortiz", "614-555-0199", "9 Lake Rd");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            for (String half : List.of("937 555", "555-0142", "0142")) {
                page.locator("#search").fill(half);
                Locator found =
                        page.locator("#search-panel .cb-found:not(.is-new)").first();
                assertThat(found).containsText("Jordan Reyes");
                assertThat(found.locator(".cb-found-why")).containsText("(937) 555-0142");
                assertThat(page.locator("#search-panel")).not().containsText("Mel Ortiz");
                page.locator("#search").fill("");
                assertThat(page.locator("#search-panel")).isHidden();
            }
            page.locator("#search").fill("937-555-0888");
            page.locator("#search-option-new").click();
            assertThat(page.locator("[data-contact-value]").first()).hasValue("937-555-0888");
        }
    }

    @Test
    void nobodyIsFoundAndTheWordsBecomeANewCustomer() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls"));
            page.keyboard().press("f");
            assertThat(page.locator("#queue-filter")).isFocused();
            page.keyboard().type("/");
            assertThat(page.locator("#queue-filter")).hasValue("/");
            page.keyboard().press("Escape");
            page.keyboard().press("/");
            page.keyboard().type("Avery Lowell");
            assertThat(page.locator(".cb-search-none")).hasText("Nobody on record fits “Avery Lowell”.");
            Browser.shot(page, "search-2-none");
            page.keyboard().press("Escape");
            assertThat(page.locator("#search-panel")).isHidden();
            assertThat(page.locator("#search")).hasValue("Avery Lowell");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#search-panel")).isVisible();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-name")).hasValue("Avery Lowell");
        }
    }

    @Test
    void aSlowAnswerToOldWordsNeverReplacesANewOne() {
        shop.customer("Ada Old", "937-555-0142", "12 Oak St");
        shop.customer("Ada New", "937-555-0143", "14 Elm St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/locations"));
            page.route("**/search?q=ada+old", route -> {
                page.waitForTimeout(600);
                route.resume();
            });
            page.locator("#search").fill("ada old");
            page.waitForRequest("**/search?q=ada+old", () -> {});
            page.locator("#search").fill("ada new");
            assertThat(page.locator("#search-panel")).containsText("Ada New");
            page.waitForTimeout(700);
            assertThat(page.locator("#search-panel")).not().containsText("Ada Old");
        }
    }

    @Test
    void itFitsOnATelephoneAndInTheDark() {
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        mark(customer, "active = false");
        try (Browser small = Browser.openSmall();
                Browser dark = Browser.openDark()) {
            Page page = small.signIn(dana);
            page.navigate(small.url("/customers"));
            page.locator("#search").fill("reyes");
            assertThat(page.locator("#search-panel")).containsText("Jordan Reyes");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            Browser.shot(page, "search-3-phone");
            Page other = dark.signIn(dana);
            other.navigate(dark.url("/search?q=reyes"));
            assertThat(other.locator(".search-results")).containsText("Inactive");
            other.locator("#search").focus();
            assertThat(other.locator("#search-panel")).containsText("Jordan Reyes");
            Browser.shot(other, "search-4-dark");
        }
    }

    @Test
    void whatWasMergedLeadsToWhereItLivesOn() {
        long gone = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long survivor = shop.customer("J. Reyes Heating", "937-555-0143", "14 Elm St");
        mark(gone, "active = false, merged_to_id = " + survivor);
        String body = Visitor.signedIn(dana).get("/search?q=jordan").body();
        assertThat(body)
                .contains(">Merged<")
                .contains("href=\"/customers/" + survivor + "\"")
                .doesNotContain("/customers/" + gone);
    }

    @Test
    void whoMayOnlyLookIsNotOfferedANewCustomer() {
        Visitor viewer = Visitor.signedIn(shop.tenant.user(Role.Viewer));
        assertThat(viewer.get("/search?q=nobody").body())
                .contains("Nobody on record fits.")
                .doesNotContain("New customer");
        assertThat(viewer.get("/search?q=" + "x".repeat(3000)).status()).isEqualTo(200);
        assertThat(viewer.get("/search").status()).isEqualTo(200);
        assertThat(viewer.get("/search?q=%3Cscript%3E").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    private void mark(long customer, String how) {
        shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update customer set " + how + " where tenant_id = :tenant and id = :id")
                .param("tenant", shop.tenant.id)
                .param("id", customer)
                .update());
    }
}
