package org.callboard.web.duplicates;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.duplicates.DuplicatesShop;
import org.callboard.testing.Browser;
import org.callboard.testing.Documents;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of duplicates as people work through it: by keyboard, by thumb, and without scripts. */
class DuplicatesPageTest {

    private final DuplicatesShop shop = new DuplicatesShop();
    private final long ada = shop.customer("Ada Oaks", "12 Oak St", null, "937-555-0101");
    private final long adaAgain = shop.customer("Oaks, Ada", "14 Oak St", null, "(937) 555-0101");
    private final long ben = shop.customer("Ben Hur", "12 Elm St", null, "937-555-0102", "ben@example.com");
    private final long benAgain = shop.customer("Ben Hur", "12 Elm St", null, "937-555-0102", "ben@example.com");

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(shop.company.id);
    }

    private Page open(Browser browser) {
        shop.search();
        Page page = browser.signIn(shop.company.user(Role.Manager));
        page.navigate(browser.url("/customers/duplicates"));
        return page;
    }

    private static Locator pair(Page page, long one, long other) {
        return page.locator("[data-pair='%d-%d']".formatted(one, other));
    }

    @Test
    void aListIsWorkedThroughByKeyboard() {
        try (Browser browser = Browser.open()) {
            Page page = open(browser);
            Locator first = pair(page, ben, benAgain);
            Locator second = pair(page, ada, adaAgain);
            assertThat(page.locator(".dup-pair")).hasCount(2);
            assertThat(page.locator(".cb-filter [aria-current] .dup-count").first())
                    .hasText("2");
            assertThat(first.locator(".dup-reasons .cb-status"))
                    .hasText(new String[] {"Same phone", "Same e-mail", "Same address", "Same name"});
            Browser.shot(page, "duplicates-1");

            page.keyboard().press("ArrowDown");
            assertThat(first).isFocused();
            page.keyboard().press("ArrowDown");
            assertThat(second).isFocused();
            page.keyboard().press("ArrowUp");
            assertThat(first).isFocused();

            Locator merge = first.locator("[data-act=m]");
            assertThat(merge).hasAttribute("href", address(ben, benAgain));
            page.keyboard().press("s");
            assertThat(merge).hasAttribute("href", address(benAgain, ben));
            assertThat(first.locator(".dup-side").first()).hasAttribute("data-id", Long.toString(benAgain));

            page.keyboard().press("l");
            assertThat(second).isFocused();
            assertThat(page.locator(".dup-pair").last()).hasAttribute("data-pair", ben + "-" + benAgain);

            page.keyboard().press("n");
            assertThat(page.locator("[data-done]")).containsText("Ada Oaks and Oaks, Ada are not duplicates.");
            assertThat(first).isFocused();
            Browser.shot(page, "duplicates-2-dismissed");
            page.keyboard().press("u");
            assertThat(second).isFocused();
            assertThat(page.locator("[data-done]")).hasCount(0);

            page.keyboard().press("n");
            assertThat(page.locator("[data-done]")).hasCount(1);
            page.keyboard().press("n");
            assertThat(page.locator("[data-done]")).hasCount(2);
            assertThat(page.locator("#dup-none")).isVisible();
            page.reload();
            assertThat(page.locator(".dup-pair")).hasCount(0);
            assertThat(page.locator("#dup-none")).containsText("No pair here is left to look at.");
        }
    }

    /** From the pair to one customer, by an old link to who lives on, and back to two. */
    @Test
    void aPairIsComparedMergedAndTakenApartAgain() {
        try (Browser browser = Browser.open()) {
            Page page = open(browser);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("m");
            page.waitForURL(Pattern.compile(".*" + Pattern.quote(address(ben, benAgain))));
            assertThat(page.locator(".merge-side")).containsText(new String[] {"Ben Hur", "Ben Hur"});
            page.locator("#merge-now").click();

            page.waitForURL(Pattern.compile(".*/customers/duplicates\\b.*"));
            assertThat(page.locator(".cb-toast")).containsText("Undo");
            assertThat(pair(page, ben, benAgain)).hasCount(0);
            assertThat(pair(page, ada, adaAgain)).isVisible();

            page.navigate(browser.url("/customers/" + benAgain));
            assertThat(page).hasURL(browser.url("/customers/" + ben + "?from=" + benAgain));
            assertThat(page.locator("#merged")).containsText("Ben Hur was merged into this customer on");
            page.locator("#merged a").getByText("Undo").click();
            page.locator("#merge-now").click();
            page.waitForURL(browser.url("/customers/" + benAgain));
            for (long id : List.of(ben, benAgain)) {
                page.navigate(browser.url("/customers/" + id));
                assertThat(page).hasURL(browser.url("/customers/" + id));
                assertThat(page.locator("h1")).containsText("Ben Hur");
                assertThat(page.locator("main")).containsText("ben@example.com");
                assertThat(page.locator("#merged")).hasCount(0);
            }
            page.navigate(browser.url("/customers/duplicates"));
            assertThat(pair(page, ben, benAgain)).isVisible();
        }
    }

    @Test
    void aThumbReachesEverythingAndNothingOverflows() {
        shop.customer(
                "Wolfeschlegelsteinhausenbergerdorff " + "Maximiliana ".repeat(5), "7 Main St", null, "937-555-0103");
        shop.customer(
                "Wolfeschlegelsteinhausenbergerdorff " + "Maximiliana ".repeat(5), "7 Main St", null, "937-555-0103");
        try (Browser browser = Browser.openSmall()) {
            Page page = open(browser);
            for (int width : new int[] {390, 320}) {
                page.setViewportSize(width, 844);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                Browser.shot(page, "duplicates-3-small-" + width);
            }
            Locator first = page.locator(".dup-pair").first();
            String merge = first.locator("[data-act=m]").getAttribute("href");
            first.locator("[data-act=s]").click();
            assertThat(first.locator("[data-act=m]")).not().hasAttribute("href", merge);
            first.locator("[data-act=n]").click();
            assertThat(page.locator("[data-done]")).hasCount(1);
        }
    }

    @Test
    void withoutScriptsAPairIsDismissedAndTakenBack() {
        try (Browser browser = Browser.openWithoutScripts()) {
            Page page = open(browser);
            pair(page, ben, benAgain).locator("[data-act=n]").click();
            assertThat(page.locator(".dup-done")).containsText("Ben Hur and Ben Hur are not duplicates.");
            assertThat(page.locator(".dup-pair")).hasCount(1);
            page.locator("[data-act=u]").click();
            assertThat(page.locator(".dup-pair")).hasCount(2);
        }
    }

    @Test
    void allThatAreClearAreMergedWithOneClickAndOneUndo() {
        try (Browser browser = Browser.open()) {
            Page page = open(browser);
            page.getByText("Merge all that are clear").click();
            assertThat(page.locator(".dup-sure li")).hasCount(1);
            Browser.shot(page, "duplicates-4-clear");
            page.getByText("Merge this pair").click();
            page.waitForURL("**/customers/duplicates");
            assertThat(page.locator(".cb-toast")).containsText("1 customer is merged.");
            assertThat(page.locator(".dup-pair")).hasCount(1);
        }
    }

    @Test
    void whatWasChangedSinceItWasShownIsNotMerged() {
        shop.search();
        Visitor manager = Visitor.signedIn(shop.company.user(Role.Manager));
        manager.get("/customers/duplicates/sure");
        for (String pairs : List.of("pair=x", "pair=%d-%d&planTag=old".formatted(ben, benAgain), "pair=1-2")) {
            Visitor.Answer answer = manager.postForm("/customers/duplicates/sure", pairs);
            assertThat(answer.status()).as(pairs).isEqualTo(302);
        }
        assertThat(manager.get("/customers/duplicates/sure").body()).contains("Merge this pair");
    }

    @Test
    void theCustomersPageNamesWhoMayBeTheSame() {
        shop.search();
        Visitor manager = Visitor.signedIn(shop.company.user(Role.Manager));
        assertThat(manager.get("/customers/" + ada).body())
                .contains("Possible duplicate:", "/customers/merge?keep=" + ada + "&amp;with=" + adaAgain);
        Visitor csr = Visitor.signedIn(shop.company.user(Role.CSR));
        assertThat(csr.get("/customers/" + ada).body()).doesNotContain("Possible duplicate");
        assertThat(csr.get("/customers/duplicates").status()).isEqualTo(403);
        assertThat(csr.get("/locations/duplicates").status()).isEqualTo(403);
    }

    @Test
    void anAddressThatIsNoneBeginsTheListAtItsBeginning() {
        shop.search();
        Visitor manager = Visitor.signedIn(shop.company.user(Role.Manager));
        assertThat(manager.get("/customers/duplicates?band=VeryLikely&after=x").body())
                .contains("data-pair=\"" + ben + "-" + benAgain + "\"");
        assertThat(manager.get("/customers/duplicates?band=VeryLikely&after=0-0-0")
                        .body())
                .doesNotContain("data-pair=");
    }

    @Test
    void howFarTheSearchIsComesByItself() {
        Visitor manager = Visitor.signedIn(shop.company.user(Role.Manager));
        for (String kind : List.of("customers", "locations")) {
            Visitor.Answer answer = manager.get("/" + kind + "/duplicates/progress");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("id=\"dup-progress\"").doesNotContain("<main");
        }
    }

    private static String address(long kept, long removed) {
        return "/customers/merge?keep=%d&with=%d&from=duplicates".formatted(kept, removed);
    }
}
