package org.callboard.web.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.jobs.Jobs;
import org.callboard.testing.Browser;
import org.callboard.testing.MergedBySql;
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
            assertThat(page.locator("#search-panel .cb-found-title")).hasText("Customers 2");
            assertThat(page.locator("#search-option-job")).hasText("Book a job “jordan”");
            assertThat(page.locator("#search-option-new")).hasText("New customer “jordan”");
            assertThat(options.last()).hasText("New lead “jordan”");
            assertThat(page.locator("#search-news")).hasText("2 results");
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
            assertThat(page.locator(".cb-search-none")).containsText("Nothing fits “Avery Lowell”.");
            Browser.shot(page, "search-2-none");
            page.keyboard().press("Escape");
            assertThat(page.locator("#search-panel")).isHidden();
            assertThat(page.locator("#search")).hasValue("Avery Lowell");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#search-panel")).isVisible();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-name")).hasValue("Avery Lowell");
        }
    }

    @Test
    void whatWasTypedStandsInTheFieldsWhereItBelongs() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/search?q=" + "Avery+Lowell+937-555-0888+avery@example.com"));
            assertThat(page.locator(".search-none")).containsText("Nothing fits");
            assertThat(page.locator(".search-none"))
                    .containsText("Starts with name Avery Lowell, phone 937-555-0888, e-mail avery@example.com.");
            Browser.shot(page, "search-5-none-page");
            page.locator(".search-none").getByText("New customer").click();
            assertThat(page.locator("#f-name")).hasValue("Avery Lowell");
            assertThat(page.locator("[data-contact-value]").first()).hasValue("937-555-0888");
            assertThat(page.locator("[data-contact-value]").nth(1)).hasValue("avery@example.com");
            page.goBack();
            page.locator(".search-none").getByText("New lead").click();
            assertThat(page.locator("#f-name")).hasValue("Avery Lowell");
            assertThat(page.locator("#f-phone")).hasValue("937-555-0888");
            assertThat(page.locator("#f-email")).hasValue("avery@example.com");
            page.locator("#search").fill("4102 Zebra St, Kettering, OH 45429");
            page.locator("#search-option-lead").click();
            assertThat(page.locator("#f-street")).hasValue("4102 Zebra St");
            assertThat(page.locator("#f-city")).hasValue("Kettering");
            assertThat(page.locator("#f-zip")).hasValue("45429");
            page.locator("#search").fill("4102 Zebra St, Kettering, OH 45429");
            page.locator("#search-option-new").click();
            assertThat(page.locator("[name='address.street']")).hasValue("4102 Zebra St");
            assertThat(page.locator("[name='address.city']")).hasValue("Kettering");
            assertThat(page.locator("[name='address.zip']")).hasValue("45429");
        }
    }

    @Test
    void theLastSearchesComeBackUntilTheyAreTakenAwayOrSomebodySignsOut() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers"));
            Locator box = page.locator("#search");
            Locator kept = page.locator("#search-panel [data-last]");
            box.focus();
            assertThat(page.locator("#search-panel")).isHidden();
            for (int i = 1; i <= 9; i++) {
                box.fill("nobody " + i);
                box.press("Enter");
                page.waitForURL("**/search?q=nobody+" + i);
            }
            box.fill("reyes");
            page.locator("#search-panel").getByText("Jordan Reyes").click();
            page.waitForURL("**/customers/*");
            box.focus();
            assertThat(kept).hasText(new String[] {
                "reyes", "nobody 9", "nobody 8", "nobody 7", "nobody 6", "nobody 5", "nobody 4", "nobody 3"
            });
            Browser.shot(page, "search-6-last");
            page.getByLabel("Forget “nobody 8”").click();
            assertThat(kept).hasCount(7);
            assertThat(box).isFocused();
            box.press("ArrowDown");
            box.press("ArrowDown");
            box.press("Delete");
            assertThat(kept).hasCount(6);
            assertThat(page.locator("#search-panel [aria-selected=true]")).hasText("nobody 7");
            box.press("ArrowUp");
            box.press("Enter");
            assertThat(box).hasValue("reyes");
            assertThat(page.locator("#search-panel .cb-found").first()).containsText("Jordan Reyes");
            box.fill("");
            assertThat(kept).hasCount(6);
            box.press("Escape");
            assertThat(page.locator("#search-panel")).isHidden();

            Page other = browser.page();
            other.navigate(browser.url("/customers"));
            other.locator("#search").focus();
            assertThat(other.locator("#search-panel [data-last]")).hasCount(6);
            other.getByText("Clear all").click();
            assertThat(other.locator("#search-panel")).isHidden();
            page.navigate(browser.url("/search?q=kept"));
            page.locator(".cb-user").click();
            page.getByText("Sign out").click();
            page.waitForURL("**/sign-in?out**");
            assertThat(page.evaluate("Object.keys(localStorage).filter(key => key.includes('searches')).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void theLastSearchesOfSomebodyElseAreNotShown() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/search?q=secret"));
            browser.context().clearCookies();
            Page mine = browser.signIn(shop.tenant.user(Role.CSR));
            mine.navigate(browser.url("/customers"));
            mine.locator("#search").focus();
            assertThat(mine.locator("#search-panel")).isHidden();
        }
    }

    @Test
    void itWorksWithoutScripts() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        try (Browser browser = Browser.openWithoutScripts()) {
            Page page = browser.signIn(dana);
            page.locator("#search").fill("0142");
            page.locator("#search").press("Enter");
            assertThat(page.locator(".search-group h2")).hasText("Customers 1");
            assertThat(page.locator(".search-results .cb-found-why")).hasText("Phone (937) 555-0142");
            page.locator(".search-results a").click();
            assertThat(page.locator("h1")).containsText("Jordan Reyes");
        }
    }

    @Test
    void aSearchWithHundredsOfResultsCountsThemAndShowsSomeOfEach() {
        for (int i = 0; i < 12; i++) {
            shop.customer("Jordan Reyes " + (char) ('A' + i), "937-555-01" + (10 + i), 10 + i + " Oak St");
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.locator("#search").fill("jordan");
            assertThat(page.locator("#search-panel .cb-found:not(.is-new)")).hasCount(9);
            assertThat(page.locator("#search-panel .cb-found-title")).hasText("Customers 12");
            page.locator("#search-panel .cb-search-more a").click();
            assertThat(page.locator(".search-results li")).hasCount(12);
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
        shop.tenant.caller.run(() -> MergedBySql.customer(gone, survivor));
        String body = Visitor.signedIn(dana).get("/search?q=jordan").body();
        assertThat(body)
                .contains(">Merged<")
                .contains("href=\"/customers/" + survivor + "\"")
                .doesNotContain("/customers/" + gone);
    }

    @Test
    void aJobIsFoundByTheNumberOfAnAppointment() {
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long job = shop.tenant.caller.call(() -> Server.bean(Jobs.class)
                .book(
                        shop.tenant.id,
                        shop.jobDraft(
                                customer,
                                Server.bean(JdbcClient.class)
                                        .sql("select id from location")
                                        .query(Long.class)
                                        .single())));
        Visitor visitor = Visitor.signedIn(dana);
        for (String typed : List.of(job + "-1", "%23" + job + "-1", "appointment+" + job + "-1")) {
            assertThat(visitor.get("/search?q=" + typed).body()).as(typed).contains("Jordan Reyes", "Job");
        }
        assertThat(visitor.get("/search?q=" + job + "-2").body()).contains("Nothing fits");
    }

    @Test
    void whoMayOnlyLookIsNotOfferedANewCustomer() {
        Visitor viewer = Visitor.signedIn(shop.tenant.user(Role.Viewer));
        assertThat(viewer.get("/search?q=nobody").body())
                .contains("Nothing fits")
                .doesNotContain("New customer", "New lead");
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
