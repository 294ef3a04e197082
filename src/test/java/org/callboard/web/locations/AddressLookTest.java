package org.callboard.web.locations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Addresses that need a look: on their pages, in the list, and all of a company at once. */
class AddressLookTest {

    private final Office office = new Office();
    private final long customer = office.customer("Ann Lee").get("id").longValue();

    private JsonNode location(String city, String point) {
        return Office.ok(office.api.post(office.locations, """
                {"customerId":%d,"name":"Cabin","address":{"street":"24 Wayne Ave","unit":"","city":"%s","state":"OH",
                 "zip":"45402","country":"USA"%s}}""".formatted(customer, city, point)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String row(long location) {
        return office.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("select l::text from location l where tenant_id = :tenant and id = :id")
                .param("tenant", office.tenant.id)
                .param("id", location)
                .query(String.class)
                .single());
    }

    @Test
    void whoKnowsThePlaceSaysThatItIsRight() {
        long id = location("Daytn", ",\"latitude\":-84.1895,\"longitude\":39.7563")
                .get("id")
                .longValue();
        String before = row(id);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.CSR));
            page.navigate(browser.url("/locations"));
            assertThat(page.locator(".list-look")).containsText("Address needs a look 1");
            page.locator("[name=look]").check();
            page.keyboard().press("Enter");
            assertThat(page.locator(".list-chips")).containsText("Address Needs a look");
            assertThat(page.locator(".list-table tbody tr")).hasCount(1);
            Browser.shot(page, "address-list");

            page.navigate(browser.url("/locations/" + id));
            Locator check = page.locator("#place-check");
            assertThat(check).containsText("Address needs a look");
            assertThat(check).containsText("ZIP 45402 is Dayton.");
            assertThat(check).containsText("Latitude and longitude look swapped.");
            assertThat(check).containsText("Point can't be right");
            Browser.shot(page, "address-look");
            button(page, "It is right").click();
            assertThat(check).containsText("has said that it is right");
            assertThat(check).not().containsText("needs a look");
            assertThat(button(page, "Undo")).isFocused();
            assertThat(button(page, "Undo"))
                    .hasAccessibleDescription(Pattern.compile(".* has said that it is right, .*"));
            assertThat(row(id)).isEqualTo(before);

            // a slip of the hand is taken back
            Browser.shot(page, "address-right");
            button(page, "Undo").click();
            assertThat(check).containsText("Address needs a look");
            assertThat(check).not().containsText("has said");
            assertThat(button(page, "It is right")).isFocused();
            assertThat(row(id)).isEqualTo(before);
            button(page, "It is right").click();
            assertThat(check).containsText("has said that it is right");
            page.navigate(browser.url("/locations?look=true"));
            assertThat(page.locator(".cb-empty")).containsText("No location fits");

            // another address is another question
            page.navigate(browser.url("/locations/" + id));
            page.locator("#f-address .rec-open").click();
            page.locator("[name=street]").fill("26 Wayne Ave");
            button(page, "Save").click();
            assertThat(check).containsText("Address needs a look");
            assertThat(check).not().containsText("has said");
        }
        try (Browser small = Browser.openSmall()) {
            Page page = small.signIn(office.tenant.user(Role.CSR));
            page.navigate(small.url("/locations/" + id));
            Browser.shot(page, "address-look-small");
            page.navigate(small.url("/locations"));
            Browser.shot(page, "address-list-small");
        }
    }

    @Test
    void aPointThatSomebodyPinnedIsTheirs() {
        long id = location("Dayton", "").get("id").longValue();
        Visitor dana = Visitor.signedIn(office.tenant.user(Role.CSR));
        String path = "/locations/" + id;
        dana.get(path);
        String none = "was-latitude=&was-longitude=";
        String pin = "latitude=39.7563&longitude=-84.1895";
        String same = "was-latitude=39.7563&was-longitude=-84.1895&" + pin;
        assertThat(edit(dana, path, "24 Wayne Ave", "24 Wayne Ave", none + "&" + pin))
                .isEqualTo(200);
        assertThat(row(id)).contains("39.7563,-84.1895,User,Verified");
        assertThat(dana.get(path + "/check").body()).contains("Point verified", "<svg", "address-pin");

        // St and Street are one house, and the pin stays; the next house has none
        assertThat(edit(dana, path, "24 Wayne Ave", "24 Wayne Avenue", same)).isEqualTo(200);
        assertThat(row(id)).contains("24 Wayne Avenue").contains("39.7563,-84.1895,User,Verified");
        assertThat(edit(dana, path, "24 Wayne Avenue", "30 Wayne Avenue", same)).isEqualTo(200);
        assertThat(row(id)).contains("30 Wayne Avenue").doesNotContain("39.7563");
    }

    /** The counties around a point that can be right, the whole state around one that can't. */
    @Test
    void aPointIsShownAmongTheCompanysOthers() {
        long id = location("Dayton", ",\"latitude\":39.7563,\"longitude\":-84.1895")
                .get("id")
                .longValue();
        location("Dayton", ",\"latitude\":39.81,\"longitude\":-84.25");
        location("Dayton", ",\"latitude\":39.7,\"longitude\":-84.1");
        location("Dayton", ",\"latitude\":41.5,\"longitude\":-81.7");
        long wrong = location("Dayton", ",\"latitude\":41.8789,\"longitude\":-87.6359")
                .get("id")
                .longValue();
        Visitor lee = Visitor.signedIn(office.tenant.user(Role.Viewer));
        String near = lee.get("/locations/" + id).body();
        assertThat(near)
                .contains(
                        "Map of the counties around the point in OH, and 3 other locations",
                        "class=\"address-county\"",
                        "5 miles",
                        "Small circles are other locations of yours.",
                        "The point fits the address, ",
                        "href=\"geo:39.7563,-84.1895?q=39.7563,-84.1895\"")
                .doesNotContain("class=\"address-state\"");
        assertThat(near.split("class=\"address-other\"", -1)).hasSize(4);
        assertThat(lee.get("/locations/" + wrong).body())
                .contains("Map of OH, which the point is outside of", "class=\"address-state\"")
                .doesNotContain("class=\"address-county\"", "class=\"address-other\"", "fits the address");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.CSR));
            page.navigate(browser.url("/locations/" + id));
            Browser.shot(page, "address-map");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browser.shot(page, "address-map-dark");
        }
    }

    private static int edit(Visitor visitor, String path, String before, String street, String point) {
        String rest = "&field=address&unit=&city=Dayton&state=OH&zip=45402&country=USA&was-unit=&was-city=Dayton"
                + "&was-state=OH&was-zip=45402&was-country=USA&pasted=";
        String streets = "street=" + street + "&was-street=" + before + "&";
        return visitor.postForm(path + "/edit", streets.replace(' ', '+') + point + rest)
                .status();
    }

    @Test
    void allAddressesAreCheckedWhilePeopleWork() {
        long id = location("Daytn", "").get("id").longValue();
        String before = row(id);
        office.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("delete from location_check where tenant_id = :tenant")
                .param("tenant", office.tenant.id)
                .update());
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(office.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/address-lookup"));
            Locator all = page.locator("#all-addresses");
            assertThat(all).containsText("No address on record needs a look.");
            button(page, "Check all again").click();
            assertThat(all.locator("a")).hasText("1 location");
            assertThat(button(page, "Check all again")).isVisible();
            Browser.shot(page, "address-all");
            all.locator("a").click();
            assertThat(page.locator(".list-table tbody tr")).hasCount(1);
            assertThat(row(id)).isEqualTo(before);
        }
    }
}
