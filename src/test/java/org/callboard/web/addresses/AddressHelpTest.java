package org.callboard.web.addresses;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What somebody is told of an address while they type it. */
class AddressHelpTest {

    private final Office office = new Office();
    private final SignedInUser dana = office.tenant.user(Role.CSR);
    private final long customer = office.customer("Ann Lee").get("id").longValue();

    private static Locator field(Page page, String name) {
        return page.locator("[name='" + name + "']");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator help(Page page) {
        return page.locator("[data-address-help]").first();
    }

    @Test
    void aZipFillsWhatNobodyTyped() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/new"));
            field(page, "address.zip").fill("40202");
            assertThat(field(page, "address.city")).hasValue("Louisville");
            assertThat(field(page, "address.state")).hasValue("KY");
            // a ZIP that was mistyped fills them again
            field(page, "address.zip").fill("45402");
            assertThat(field(page, "address.city")).hasValue("Dayton");
            assertThat(field(page, "address.state")).hasValue("OH");

            // what somebody typed stays, and they are told
            field(page, "address.city").fill("Daytn");
            field(page, "address.street").fill("24 Wayne Ave");
            field(page, "address.street").press("Tab");
            assertThat(help(page)).containsText("ZIP 45402 is Dayton");
            assertThat(field(page, "address.city")).hasValue("Daytn");
            Browser.shot(page, "address-help");
            button(page, "Use Dayton").press("Enter");
            assertThat(field(page, "address.city")).hasValue("Dayton");
            assertThat(field(page, "address.city")).isFocused();
            assertThat(button(page, "Use Dayton")).hasCount(0);

            field(page, "address.zip").fill("43215");
            assertThat(help(page)).containsText("Columbus");
            assertThat(field(page, "address.city")).hasValue("Dayton");
            // mail gets to a box, so it will do for a bill, but nobody can be visited there
            field(page, "address.street").fill("PO Box 12");
            field(page, "address.zip").fill("45401");
            field(page, "address.zip").press("Tab");
            assertThat(help(page)).not().containsText("visited");
            page.locator("[name='locations[0].same']").uncheck();
            field(page, "locations[0].address.street").fill("PO Box 12");
            field(page, "locations[0].address.zip").fill("45402");
            field(page, "locations[0].address.zip").press("Tab");
            assertThat(page.locator("[data-place] [data-address-help]")).containsText("nobody can be visited there");
        }
    }

    @Test
    void addressesOnRecordAreOfferedForAStreet() {
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/leads/new"));
            field(page, "street").pressSequentially("12 oak");
            Locator own = page.locator("[data-address-own]");
            assertThat(own).containsText("12 Oak St, Dayton, OH 45402");
            assertThat(own).containsText("Ann Lee");
            Browser.shot(page, "address-own-small");
            field(page, "street").press("ArrowDown");
            page.keyboard().press("Escape");
            assertThat(field(page, "street")).isFocused();
            assertThat(field(page, "street")).hasValue("12 oak");
            field(page, "street").pressSequentially(" s");
            assertThat(own).containsText("Ann Lee");
            field(page, "street").press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(field(page, "street")).hasValue("12 Oak St");
            assertThat(field(page, "city")).hasValue("Dayton");
            assertThat(field(page, "zip")).hasValue("45402");
            assertThat(own).isEmpty();
        }
    }

    @Test
    void aPointIsPastedAndPutRight() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            long location =
                    office.ids(office.locations + "?customerId=" + customer).getFirst();
            page.navigate(browser.url("/locations/" + location));
            page.locator("#f-address .rec-open").click();
            field(page, "pasted").fill("https://www.openstreetmap.org/?mlat=-84.1895&mlon=39.7563#map=17/1/2");
            assertThat(field(page, "latitude")).hasValue("-84.1895");
            assertThat(field(page, "pasted")).hasValue("");
            assertThat(help(page)).containsText("look swapped");
            button(page, "Swap").click();
            assertThat(field(page, "latitude")).hasValue("39.7563");
            assertThat(field(page, "longitude")).hasValue("-84.1895");
            assertThat(help(page)).containsText("The point fits the address");
            assertThat(page.locator("#f-address svg .address-pin")).hasCount(1);
            field(page, "longitude").fill("84.1895");
            button(page, "Add the minus").click();
            assertThat(field(page, "longitude")).hasValue("-84.1895");
            Browser.shot(page, "address-point");
            field(page, "latitude").fill("39\u00b045'22.7\"N 84\u00b011'22.2\"W");
            assertThat(field(page, "latitude")).hasValue("39.756306");
            button(page, "Save").click();
            assertThat(page.locator("#f-address .rec-map")).containsText("39.756306, -84.1895");

            // each half with the letter of its direction, which stays as it is typed
            page.locator("#f-address .rec-open").click();
            field(page, "latitude").fill("39.7563 N");
            field(page, "longitude").fill("W 84.1895\u00b0");
            assertThat(help(page)).containsText("The point fits the address");
            assertThat(field(page, "longitude")).hasValue("W 84.1895\u00b0");
            field(page, "longitude").fill("somewhere");
            assertThat(help(page)).containsText("No coordinates are found in this.");
            field(page, "longitude").fill("84.1895 W");
            button(page, "Save").click();
            assertThat(page.locator("#f-address .rec-map")).containsText("39.7563, -84.1895");

            // whoever is quicker than the help loses nothing
            page.locator("#f-address .rec-open").click();
            field(page, "pasted").fill("39.7600, -84.1900");
            field(page, "pasted").press("Enter");
            assertThat(page.locator("#f-address .rec-map")).containsText("39.76, -84.19");
            page.locator("#f-address .rec-open").click();
            field(page, "pasted").fill("behind the barn");
            field(page, "pasted").press("Enter");
            assertThat(page.locator("#f-address")).containsText("No coordinates are found in this.");
            assertThat(field(page, "pasted")).hasValue("behind the barn");
        }
    }

    /** A new record has the same fields for a point as the editor of one, folded away. */
    @Test
    void aNewLocationTakesAPointToo() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/customers/" + customer + "/locations/new"));
            field(page, "address.zip").fill("45402");
            field(page, "address.street").fill("24 Wayne Ave");
            assertThat(field(page, "address.latitude")).isHidden();
            Browser.shot(page, "point-folded");
            page.locator("summary", new Page.LocatorOptions().setHasText("Coordinates"))
                    .click();
            field(page, "address.pasted").fill("-84.1895, 39.7563");
            assertThat(field(page, "address.latitude")).hasValue("-84.1895");
            assertThat(help(page)).containsText("look swapped");
            Browser.shot(page, "point-new");
            page.setViewportSize(390, 844);
            Browser.shot(page, "point-new-small");
            button(page, "Swap").click();
            assertThat(field(page, "address.latitude")).hasValue("39.7563");
            assertThat(help(page)).containsText("The point fits the address");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/customers/" + customer + "$"));
        }
        long made = office.ids(office.locations + "?customerId=" + customer).getLast();
        assertThat(Office.ok(office.api.get(office.locations + "/" + made))
                        .at("/address/longitude")
                        .doubleValue())
                .isEqualTo(-84.1895);
    }

    /** Each question alone, without a browser; what it takes is for whoever runs it by hand. */
    @Test
    void aCheckIsAPieceOfPage() {
        Visitor visitor = Visitor.signedIn(dana);
        visitor.get("/customers/new");
        String[] address = {
            "street",
            "24 Wayne Avenue",
            "city",
            "Daytn",
            "state",
            "OH",
            "zip",
            "45402",
            "country",
            "USA",
            "latitude",
            "41.8789",
            "longitude",
            "-87.6359"
        };
        Visitor.Answer answer = visitor.post("/addresses/check", address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Use Dayton", "The point is in IL, 232 miles from the middle of its postal code.")
                .doesNotContain("<html");
        assertThat(visitor.get("/addresses/own?street=12").body()).doesNotContain("Ann Lee");
        assertThat(visitor.post("/addresses/check", "zip", "x".repeat(9000), "pasted", "%".repeat(9000))
                        .status())
                .isEqualTo(200);
        int times = Integer.getInteger("address.checks", 0);
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            visitor.post("/addresses/check", address);
            System.out.println("check " + (System.nanoTime() - start) / 1000 + " µs");
        }
        assertThat(answer.body()).doesNotMatch(Pattern.compile("(?s).*\\bnull\\b.*"));
    }
}
