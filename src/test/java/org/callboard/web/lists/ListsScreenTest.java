package org.callboard.web.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of customers and locations in a real browser. */
class ListsScreenTest {

    private final Office office = new Office();
    private final SignedInUser manager = office.tenant.user(Role.Manager);
    private final long vip = office.tagType("VIP");

    @Test
    void filtersSurviveAReloadAndTheWayBack() {
        fill();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/customers"));
            assertThat(names(page)).hasCount(8);
            Browser.shot(page, "lists-1-customers");

            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("oak");
            page.keyboard().press("Enter");
            assertThat(names(page)).hasText(new String[] {"Oakwood Dental", "Ada Oaks"});
            assertThat(page).hasURL(browser.url("/customers?name=oak"));
            page.reload();
            assertThat(names(page)).hasCount(2);
            page.locator("th.list-by-name a").click();
            assertThat(names(page)).hasText(new String[] {"Ada Oaks", "Oakwood Dental"});
            page.getByText("More filters").click();
            page.getByText("VIP", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.locator("#filter-active").selectOption("Both");
            page.getByText("Filter", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(names(page)).hasText(new String[] {"Oakwood Dental"});
            Browser.shot(page, "lists-2-filtered");

            page.locator("a.cb-row-name").click();
            page.goBack();
            assertThat(names(page)).hasText(new String[] {"Oakwood Dental"});
            assertThat(page.locator("#filter-active")).hasValue("any");
            assertThat(page.locator(".list-chips li"))
                    .hasText(new String[] {"Name oak×", "Status Active and inactive×", "Tag VIP×", "Clear all"});
            page.goBack();
            assertThat(names(page)).hasText(new String[] {"Ada Oaks", "Oakwood Dental"});
            page.locator(".list-chips a").first().click();
            assertThat(names(page)).hasCount(8);
        }
    }

    @Test
    void wrongFiltersAreNamedAndTheListStays() {
        fill();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(
                    browser.url("/customers?phone=12&createdFrom=yesterday&city=dayton&type=Alien&sort=mood&tag=x"));
            assertThat(page.locator(".list-filter .cb-error")).hasText(new String[] {
                "At least 3 digits are expected.",
                "Choose one from the list.",
                "A date such as 2026-01-31 is expected.",
                "Choose one from the list."
            });
            assertThat(page.locator(".cb-problem")).containsText("The list can't be sorted by that.");
            assertThat(page.locator("#filter-phone")).hasValue("12");
            assertThat(page.locator("#filter-city")).hasValue("dayton");
            assertThat(names(page)).hasCount(8);
            Browser.shot(page, "lists-3-wrong");

            page.navigate(browser.url("/customers?name=nobody+like+that"));
            assertThat(page.locator(".cb-empty")).containsText("No customer fits all of these filters.");
            Browser.shot(page, "lists-4-none");
        }
    }

    @Test
    void rowsAreReachedByKeyboard() {
        fill();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.CSR));
            page.navigate(browser.url("/customers?sort=name"));
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("a.cb-row-name:focus")).hasText("Ben Hur");
            Browser.shot(page, "lists-5-row");
            String there = page.locator("a.cb-row-name:focus").getAttribute("href");
            page.keyboard().press("Enter");
            page.waitForURL("**" + there);
            page.goBack();
            page.keyboard().press("f");
            assertThat(page.locator("#filter-name")).isFocused();
            page.navigate(browser.url("/customers?createdTo=2020-01-31"));
            assertThat(page.locator("#filter-createdTo")).hasCount(0); // that is a manager's filter, but it holds
            assertThat(page.locator(".list-chips b")).hasText("2020-01-31");
            assertThat(names(page)).hasCount(0);
        }
    }

    @Test
    void theExportDownloadsWhatIsFiltered(@TempDir Path directory) throws Exception {
        fill();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.CSR));
            page.navigate(browser.url("/customers?name=oak&sort=name"));
            Download download =
                    page.waitForDownload(() -> page.locator("#export").click());
            String today = LocalDate.now(ZoneId.of("America/New_York")).toString();
            assertThat(download.suggestedFilename()).isEqualTo("customers-" + today + ".csv");
            assertThat(page.locator(".cb-toast-success")).containsText("2 rows are in customers-");
            Path file = directory.resolve("file.csv");
            download.saveAs(file);
            assertThat(Files.readAllBytes(file)).startsWith(0xEF, 0xBB, 0xBF);
            List<NamedCsvRecord> rows;
            try (CsvReader<NamedCsvRecord> csv =
                    CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
                rows = csv.stream().toList();
            }
            assertThat(rows).extracting(row -> row.getField("Name")).containsExactly("Ada Oaks", "Oakwood Dental");
            assertThat(rows.getLast().getField("Tags")).isEqualTo("VIP");
        }
    }

    @Test
    void itWorksInTheDarkAndOnATelephone() {
        fill();
        try (Browser dark = Browser.openDark();
                Browser small = Browser.openSmall()) {
            Page page = dark.signIn(manager);
            page.navigate(dark.url("/locations?city=dayton"));
            assertThat(names(page)).hasCount(8);
            Browser.shot(page, "lists-6-locations-dark");
            Page phone = small.signIn(manager);
            phone.navigate(small.url("/customers?active=any"));
            assertThat(names(phone)).hasCount(8);
            assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            Browser.shot(phone, "lists-7-phone");
        }
    }

    private static Locator names(Page page) {
        return page.locator("a.cb-row-name");
    }

    private void fill() {
        for (String name :
                List.of("Ada Oaks", "Ben Hur", "Cora Klein", "Dan Ito", "Eve Marsh", "Fay Wood", "Gus Pine")) {
            add(name, "Residential", "");
        }
        add("Oakwood Dental", "Commercial", ",\"tagTypeIds\":[" + vip + "],\"doNotService\":true");
    }

    private void add(String name, String type, String more) {
        String email = name.toLowerCase().replace(' ', '.') + "@example.com";
        Api.Answer answer = office.api.post(office.customers, """
                {"name":"%s","type":"%s","address":%s,"locations":[{"name":"%s","address":%s}],
                 "contacts":[{"type":"MobilePhone","value":"937 555 01%02d"},{"type":"Email","value":"%s"},{"type":"Phone","value":"937 555 0999"}]%s}
                """.formatted(
                        name, type, Office.ADDRESS, name, Office.ADDRESS, name.length(), email, more));
        Office.ok(answer);
    }
}
