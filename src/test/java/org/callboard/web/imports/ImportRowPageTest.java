package org.callboard.web.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** A row of a list is mended, or decided by itself. */
class ImportRowPageTest {

    private final Shop shop = new Shop();

    /** Two people look at one row: neither undoes what the other did, and who chose a customer meant the one that was shown. */
    @Test
    void aRowIsAttachedToWhomThePageHasShown() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        shop.customer("Sam Ortiz", "937-555-0188", "9 Main St");
        String list = "Name,Phone,Street,City,State,ZIP\nJordan Reyes,937-555-0142,14 Elm St,Dayton,OH,45402\n";
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/imports/new?kind=Customers"));
            ImportPagesTest.upload(page, "customers.csv", list);
            page.getByText("Show what would happen").click();
            page.getByLabel("Change row 2").click();
            Page other = page.context().newPage();
            other.navigate(page.url());
            other.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .fill("Sam Ortiz");
            other.getByLabel("Phone").fill("937-555-0188");
            other.getByText("Save this row").click();
            assertThat(ImportPagesTest.row(other, "2")).containsText("Sam Ortiz");
            page.getByLabel("Street").fill("16 Elm St");
            page.getByLabel("Use Jordan Reyes").check();
            page.getByText("Save this row").click();
            assertThat(page.getByText("Somebody else has changed this row meanwhile."))
                    .isVisible();
            assertThat(page.getByLabel("Street")).hasValue("16 Elm St");
            assertThat(page.getByLabel("Use Sam Ortiz")).not().isChecked();
            page.getByText("Save this row").click();
            assertThat(ImportPagesTest.row(page, "2")).containsText("16 Elm St");
            assertThat(ImportPagesTest.row(page, "2").locator("a[href='/customers/" + jordan + "']"))
                    .isVisible();
        }
    }
}
