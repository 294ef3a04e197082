package org.callboard.web.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.sheets.Workbook;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager imports a list of people to call: from the file to the leads, and back. */
class ImportPagesTest {

    private static final String LIST = """
            Name;Mobile;E-mail;Street;City;State;ZIP;Comment
            Jordan Reyes;(937) 555-0142;;12 Oak St;Dayton;OH;45402;Had a tune-up last spring
            Avery Lowell;937-555-0177;avery@example.com;24 Wayne Ave;Dayton;OH;45403;
            A. Lowell;+1 937 555 0177;;;;;;The same number once more
            Sam Ortiz;12;sam at example;;;;;Asked about a heat pump
            Pat Diaz;937-555-0160;pat@example.com;9 Main St;Dayton;OH;45402;
            """;

    private final Shop shop = new Shop();
    private final long reason = shop.tenant.caller.call(() -> Server.bean(CallReasons.class)
            .add(shop.tenant.id, new CallReason.Details("Spring tune-up", true))
            .id());

    @Test
    void aListGoesInIsCheckedImportedAndUndone() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/follow-ups"));
            page.getByText("Import a list").click();
            upload(page, "spring.csv", LIST);
            assertThat(page.locator("h1")).hasText("spring.csv");
            assertThat(page.getByLabel("Mobile")).hasValue("mobilePhone");
            assertThat(page.getByLabel("Comment")).hasValue("notes");
            Browser.shot(page, "import-columns");
            page.getByLabel("Row with the headings").selectOption("2");
            page.getByText("Use this row").click();
            assertThat(page.locator("#column-0")).hasText("Jordan Reyes");
            page.getByLabel("Row with the headings").selectOption("1");
            page.getByText("Use this row").click();
            assertThat(page.getByLabel("Mobile")).hasValue("mobilePhone");

            page.getByLabel("First follow-up").fill("2199-04-01T09:00");
            page.getByLabel("Name").selectOption("");
            page.getByLabel("Where somebody is").selectOption("Create");
            page.getByText("Show what would happen").click();
            assertThat(page.locator("#campaignId-error")).containsText("required");
            assertThat(page.getByLabel("First follow-up")).hasValue("2199-04-01T09:00");
            assertThat(page.getByLabel("Name")).hasValue("");
            assertThat(page.getByLabel("Where somebody is")).hasValue("Create");
            Browser.shot(page, "import-columns-wrong");

            page.getByLabel("Name").selectOption("name");
            page.getByLabel("Where somebody is").selectOption("Attach");
            page.getByLabel("Campaign", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("" + shop.campaign);
            page.getByLabel("Call reason").selectOption("" + reason);
            page.getByText("Show what would happen").click();
            Locator imports = page.getByText("Import 3 leads");
            assertThat(imports).isVisible();
            assertThat(row(page, "2")).containsText("Known customer");
            assertThat(row(page, "2")).containsText("Jordan Reyes: Same phone, Same address, Similar name");
            assertThat(row(page, "4")).containsText("Same phone as row 3");
            assertThat(row(page, "5")).containsText("Phone: A phone number is expected.");
            Browser.shot(page, "import-checked");
            page.getByText("Wrong", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator(".import-rows tbody tr")).hasCount(1);

            imports.click();
            assertThat(page.getByText("All rows are done.")).isVisible();
            Browser.shot(page, "import-finished");
            assertThat(page.getByText("Rows left out as CSV")).isVisible();
            row(page, "3").getByRole(AriaRole.LINK).click();
            assertThat(page.locator("h1")).containsText("Avery Lowell");
            page.goBack();

            page.getByText("Undo…").click();
            assertThat(page.locator("#confirm")).containsText("Take back the 3 leads");
            page.getByText("Undo the import").click();
            assertThat(page.getByText("All of it was taken back.")).isVisible();
            Browser.shot(page, "import-undone");
            page.navigate(browser.url("/settings/imports"));
            assertThat(page.locator("tbody tr")).containsText("spring.csv");
            Browser.shot(page, "imports");
        }
    }

    @Test
    void rowsAreMendedAndDecidedAndCustomersAreChanged() {
        shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long tag = shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(shop.tenant.id, new TagType.Details("Home fair"))
                .id());
        String list = """
                Name,Phone,Street,City,State,ZIP,Email,Do not mail,Notes
                Jordan Reyes,937-555-0142,14 Oak St,Dayton,OH,45402,jordan@example.com,yes
                ,937-555-0188,"9 Main St
                Apt 4",Dayton,OH,45402,,,"Gate code 12
                Dog on site"
                Pat Diaz,111-111-1111,11 Main St,Dayton,OH,45402,,
                Kim Park,937-555-0177,12 Main St,Boston,MA,2134,,
                """;
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new?kind=Customers"));
            upload(page, "customers.csv", list);
            page.getByLabel("Change customers that are there").selectOption("Phone");
            page.getByLabel("What is changed of them").selectOption("Overwrite");
            page.getByLabel("Tag for all rows").selectOption("" + tag);
            Browser.shot(page, "import-columns-update");
            page.getByText("Show what would happen").click();
            assertThat(row(page, "2")).containsText("Changes a customer");
            assertThat(row(page, "2")).containsText("Street 12 Oak St 14 Oak St");
            assertThat(row(page, "2")).containsText("New tag Home fair");
            assertThat(row(page, "4")).containsText("“111-111-1111” stands for none.");
            assertThat(row(page, "5")).containsText("Boston, MA 02134");
            assertThat(page.getByText("Import 2 customers and change 1")).isVisible();
            Browser.shot(page, "import-update");
            page.getByText("Need a look").click();
            assertThat(page.locator(".import-rows tbody tr")).hasCount(1);
            page.getByText("All", new Page.GetByTextOptions().setExact(true)).click();

            page.getByLabel("Change row 3").click();
            assertThat(page.locator("#cell0-error")).containsText("This field is required.");
            Browser.shot(page, "import-row");
            page.locator("#cell0").fill("Sam Ortiz");
            page.getByText("Save this row").click();
            assertThat(row(page, "3")).containsText("New customer");
            page.getByLabel("Change row 3").click();
            assertThat(page.getByLabel("Notes")).hasValue("Gate code 12\nDog on site");
            assertThat(page.getByLabel("Street")).hasValue("9 Main St\nApt 4");
            page.navigate(page.url().replaceFirst("/rows/.*", ""));
            page.getByLabel("Change row 5").click();
            page.getByLabel("Leave it out").check();
            page.getByText("Save this row").click();
            assertThat(row(page, "5")).containsText("Left out by hand");
            assertThat(page.getByText("Left out by hand 1")).isVisible();
            page.getByText("Import 2 customers and change 1").click();
            assertThat(page.getByText("All rows are done.")).isVisible();
            assertThat(row(page, "2")).containsText("Customer changed");
            assertThat(row(page, "3")).containsText("Customer made");
            Browser.shot(page, "import-update-finished");
            page.getByText("Undo…").click();
            assertThat(page.locator("#confirm"))
                    .containsText("Take back the 3 customers that this import made or changed");
            page.getByText("Undo the import").click();
            assertThat(page.getByText("All of it was taken back.")).isVisible();
        }
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new?kind=Customers"));
            upload(page, "customers.csv", list);
            page.getByLabel("Change customers that are there").selectOption("Phone");
            page.getByText("Show what would happen").click();
            assertThat(page.getByText("Change the columns")).isVisible();
            Browser.shot(page, "import-update-small");
            page.getByLabel("Change row 3").click();
            Browser.shot(page, "import-row-small");
        }
    }

    @Test
    void theListOfLocationsComesBackFromASpreadsheet() throws IOException {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/locations"));
            Path exported =
                    page.waitForDownload(() -> page.locator("#export").click()).path();
            String list = Files.readString(exported).replace("12 Oak St", "14 Oak St")
                    + ",Cabin,Yes," + jordan + ",Jordan Reyes,20 Elm St,,Dayton,OH,45402\r\n"
                    + ",Hut,Yes,,Jordan Reyes,21 Elm St,,Dayton,OH,45402\r\n";
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Import").setExact(true))
                    .click();
            upload(page, "locations.csv", list);
            assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("locationName");
            assertThat(page.getByLabel("Change locations that are there")).hasValue("LocationId");
            page.getByLabel("What is changed of them").selectOption("Overwrite");
            Browser.shot(page, "import-columns-locations");
            page.getByText("Show what would happen").click();
            assertThat(row(page, "2")).containsText("Changes a location");
            assertThat(row(page, "2")).containsText("Street 12 Oak St 14 Oak St");
            assertThat(row(page, "3")).containsText("Another location");
            assertThat(row(page, "4")).containsText("The row names neither a location that is there nor a customer");
            Browser.shot(page, "import-locations");
            page.getByLabel("Change row 4").click();
            page.getByLabel("Customer ID").fill("" + jordan);
            page.getByText("Save this row").click();
            assertThat(row(page, "4")).containsText("Another location");
            page.getByText("Change 3 locations").click();
            assertThat(page.getByText("All rows are done.")).isVisible();
            assertThat(row(page, "2")).containsText("Location changed");
            assertThat(row(page, "3")).containsText("Location added");
            row(page, "2").locator(".import-name a").click();
            assertThat(page.locator("main")).containsText("14 Oak St");
            page.goBack();
            page.getByText("Undo…").click();
            assertThat(page.locator("#confirm"))
                    .containsText("Take back the 3 locations that this import made or changed");
            page.getByText("Undo the import").click();
            assertThat(page.getByText("All of it was taken back.")).isVisible();
        }
    }

    @Test
    void whatWasSaidOfAFileIsOfferedAndNamesInCapitalsAre() {
        String list = "Wer,Telefon\nJANE DOE,937-555-0142\n";
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            for (int i = 0; i < 2; i++) {
                page.navigate(browser.url("/settings/imports/new?kind=Leads"));
                upload(page, "spring.csv", list);
                assertThat(page.locator(".import-remembered")).hasCount(i);
                if (i == 1) {
                    assertThat(page.getByLabel("Wer")).hasValue("name");
                    Browser.shot(page, "import-remembered");
                }
                page.getByLabel("Wer").selectOption("name");
                page.getByLabel("Telefon").selectOption("phone");
                page.getByLabel("Campaign", new Page.GetByLabelOptions().setExact(true))
                        .selectOption("" + shop.campaign);
                page.getByLabel("Call reason").selectOption("" + reason);
                page.getByText("Show what would happen").click();
                assertThat(page.locator(".import-remembered")).containsText("1 name is all in capitals.");
            }
            page.getByText("Write them in normal case").click();
            assertThat(page.locator(".import-remembered")).containsText("and will be written in normal case.");
            assertThat(row(page, "2")).containsText("Jane Doe");
            Browser.shot(page, "import-capitals");
            page.navigate(browser.url("/settings/imports/new?kind=Leads"));
            upload(page, "spring.csv", list);
            page.getByText("Go by the headings").click();
            assertThat(page.getByLabel("Wer")).hasValue("");
            assertThat(page.locator(".import-remembered")).hasCount(0);
        }
    }

    @Test
    void aListInTheDarkAndOnATelephone() {
        try (Browser browser = Browser.openDark()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new?kind=Customers"));
            page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#file-error")).containsText("Choose a file that holds something.");
            Browser.shot(page, "import-new-dark");
            upload(page, "customers.csv", LIST);
            Browser.shot(page, "import-columns-dark");
            page.getByText("Show what would happen").click();
            assertThat(page.getByText("Change the columns")).isVisible();
            Browser.shot(page, "import-checked-dark");
            page.getByText("Change the columns").click();
            page.getByText("Show what would happen").click();
            assertThat(page.getByText("Change the columns")).isVisible();
            page.getByText("Discard").click();
            page.locator("#confirm")
                    .getByText("Discard", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("No list was imported yet.")).isVisible();
        }
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new?kind=Customers"));
            upload(page, "customers.csv", LIST);
            Browser.shot(page, "import-columns-small");
            page.getByText("Show what would happen").click();
            assertThat(page.getByText("Change the columns")).isVisible();
            Browser.shot(page, "import-checked-small");
        }
    }

    @Test
    void itsProgressIsShownAndItCanBeStopped() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new?kind=Leads"));
            upload(page, "spring.csv", LIST);
            assertThat(page.locator("h1")).hasText("spring.csv");
            progress(2);
            page.reload();
            Locator bar = page.locator("progress");
            assertThat(bar).hasAttribute("value", "40");
            assertThat(bar).hasAccessibleName("Making the records");
            assertThat(page.locator("#import-progress")).containsText("2 of 5 rows");
            Browser.shot(page, "import-progress");
            progress(4);
            assertThat(bar).hasAttribute("value", "80");
            page.getByText("Stop", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("#confirm")
                    .getByText("Stop", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("main")).containsText("It was stopped after 4 of 5 rows.");
            assertThat(page.locator(".cb-filter")).containsText("Not reached 1");
            assertThat(page.getByText("Undo…")).isVisible();
        }
    }

    /** An import that nobody works on, as far as it is said to be. */
    private void progress(int done) {
        shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update import set state = 'Running', reached = :done + 1, done = :done,"
                        + " counts = jsonb_build_object('fresh', :done, 'match', 0, 'twice', 0, 'wrong', 0, 'made', :done,"
                        + " 'skipped', 0, 'failed', 0, 'removed', 0, 'kept', 0)")
                .param("done", done)
                .update());
    }

    @Test
    void aSheetOfAWorkbookIsUploadedByItsName(@TempDir Path folder) throws IOException {
        Path workbook = new Workbook()
                .sheet("Summary", Workbook.row(1, "Calls"))
                .sheet("To call", Workbook.row(1, "Name", "Phone") + Workbook.row(2, "Uma One", "937-555-2181"))
                .write(folder.resolve("spring.xlsx"));
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new"));
            page.getByLabel("File").setInputFiles(workbook);
            page.getByLabel("Sheet").fill("Leads");
            page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#sheet-error")).containsText("There are: “Summary”, “To call”.");
            page.getByLabel("File").setInputFiles(workbook);
            page.getByLabel("Sheet").fill("To call");
            page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#column-1")).hasText("Phone");
            assertThat(page.locator(".cb-head")).containsText("read as Excel workbook, sheet “To call”");
        }
    }

    /** Some programs have a column for each part of the hundredth address of a customer. */
    @Test
    void ofVeryManyColumnsThoseAreShownThatHoldSomething() {
        StringBuilder names = new StringBuilder("Name");
        for (int i = 1; i <= 200; i++) {
            for (String part : List.of("Street Line 1", "Street Line 2", "City", "State", "Postal Code", "Notes")) {
                names.append(",Address_").append(i).append(' ').append(part);
            }
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new?kind=Customers"));
            upload(page, "many.csv", names + "\nUma Two,14 Oak St,,Dayton,OH,45402,,16 Oak St,,Dayton,OH,45402\n");
            assertThat(page.locator(".import-columns select")).hasCount(9);
            assertThat(page.locator(".import-hidden")).containsText("1,192 more columns");
            page.getByText("Show what would happen").click();
            assertThat(page.getByText("Import 1 customer")).isVisible();
        }
    }

    static void upload(Page page, String name, String list) {
        page.getByLabel("File").setInputFiles(new FilePayload(name, "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
    }

    static Locator row(Page page, String number) {
        return page.locator(
                ".import-rows tbody tr",
                new Page.LocatorOptions()
                        .setHas(page.locator(
                                "td:first-child",
                                new Page.LocatorOptions().setHasText(Pattern.compile("^" + number + "$")))));
    }
}
