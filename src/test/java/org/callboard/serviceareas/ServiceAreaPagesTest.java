package org.callboard.serviceareas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.FormPost;
import org.callboard.testing.Office;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A company says where it works; inquiries from elsewhere are marked, and refused where it wants that. */
class ServiceAreaPagesTest {

    private final Shop shop = new Shop();
    private final PublicPage book = PublicPage.of(shop);
    private final Visitor manager = Visitor.signedIn(shop.tenant.user(Role.Manager));

    private void area(String codes) {
        manager.get("/settings/service-areas/new");
        assertThat(manager.post("/settings/service-areas", "name", "Dayton", "codes", codes)
                        .location())
                .isEqualTo("/settings/service-areas");
    }

    private JsonNode latest() {
        var provider = shop.tenant.api(shop.provider);
        return Office.ok(provider.get(
                        provider.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings?sort=-Id")))
                .at("/data/0");
    }

    @Test
    void whatNobodyCanReadIsNamed() {
        manager.get("/settings/service-areas/new");
        Visitor.Answer wrong = manager.post(
                "/settings/service-areas", "name", "Dayton", "codes", "45402, 4540", "states", "OH, Atlantis");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("4540 is no ZIP code.", "ATLANTIS is no state.", "45402, 4540");
        Visitor.Answer all = manager.post(
                "/settings/service-areas", "codes", "4540", "states", "OI", "center", "99999", "radius", "far");
        assertThat(all.body())
                .as("all at once, each field once")
                .contains(
                        "This field is required.",
                        "4540 is no ZIP code.",
                        "OI is no state.",
                        "Enter a ZIP code that there is",
                        "A whole number is expected.")
                .doesNotContain("Enter a number from 1 to 500.");
        assertThat(manager.post("/settings/service-areas", "name", "Round", "center", "45402")
                        .body())
                .contains("Enter a number from 1 to 500.")
                .doesNotContain("Enter ZIP codes, states or a circle.");
        assertThat(manager.post("/settings/service-areas", "name", "Nothing").body())
                .contains("Enter ZIP codes, states or a circle.");
        assertThat(manager.post("/settings/service-areas", "name", "Ranges", "codes", "454-455, 45402, 45410-45402, 1")
                        .body())
                .contains("454-455, 45410-45402, 1 are no ZIP codes. Enter five digits", "a range such as 45402-45410")
                .contains("A dash between two whole ones");
        assertThat(manager.post(
                                "/settings/service-areas",
                                "name",
                                "Many",
                                "codes",
                                "1 2 3 4 5 6 7",
                                "states",
                                "OI, OHO")
                        .body())
                .contains("1, 2, 3, 4, 5 and 2 more are no ZIP codes.", "OI, OHO are no states.");
        area("45402 45403, 454*, 45345, 45377");
        assertThat(manager.get("/settings/service-areas").body()).contains("45402, 45403, 454*, 45345 and 1 more");
    }

    @Test
    void anInquiryFromElsewhereIsTakenAndMarked() {
        assertThat(FormPost.filled(book).with("zip", "43215").send().headers().firstValue("Location"))
                .as("without areas a company works everywhere")
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("outside"));
        area("454*");
        String to = FormPost.filled(book)
                .with("form", book.seal())
                .with("zip", "43215")
                .send()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(to).endsWith("&outside=1");
        assertThat(FormPost.get(to.substring(to.indexOf("/book"))).body())
                .contains("outside of the area where we usually work");
        Visitor dana = Visitor.signedIn(shop.tenant.user(Role.CSR));
        long outside = latest().get("id").longValue();
        assertThat(dana.get("/calls/" + outside).body()).contains("Outside your service areas");
        FormPost.filled(book).with("form", book.seal()).with("zip", "45402").send();
        long inside = latest().get("id").longValue();
        assertThat(inside).isNotEqualTo(outside);
        assertThat(dana.get("/calls/" + inside).body()).doesNotContain("Outside your service areas");
        try (Browser browser = Browser.open()) {
            var page = browser.signIn(shop.tenant.user(Role.CSR));
            page.navigate(browser.url("/calls/" + outside));
            Browser.shot(page, "calls-outside-service-areas");
        }
    }

    /** The queue says it before anybody opens the inquiry, and while the areas change. */
    @Test
    void theQueueMarksWhatIsOutside() {
        FormPost.filled(book).with("city", "Columbus").with("zip", "43215").send();
        long outside = latest().get("id").longValue();
        FormPost.filled(book).with("form", book.seal()).with("zip", "45402").send();
        long inside = latest().get("id").longValue();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.CSR));
            page.navigate(browser.url("/calls"));
            assertThat(page.locator("#connection-state")).hasText("Live");
            Locator marks = page.locator(".queue-row .badge-outside");
            assertThat(page.locator("#row-booking-" + outside)).containsText("Columbus");
            assertThat(marks).hasCount(0);
            area("454*");
            assertThat(page.locator("#row-booking-" + outside + " .badge-outside"))
                    .hasText("Outside your area");
            FormPost.filled(book).with("form", book.seal()).with("zip", "43201").send();
            long late = latest().get("id").longValue();
            assertThat(page.locator("#row-booking-" + late + " .badge-outside")).hasText("Outside your area");
            assertThat(marks).hasCount(2);
            assertThat(page.locator("#row-booking-" + inside)).isVisible();
            Browser.shot(page, "calls-outside-rows");
            page.reload();
            assertThat(marks).hasCount(2);
        }
    }

    @Test
    void aCircleIsMeasuredFromTheMiddleOfTheZip() {
        manager.get("/settings/service-areas/new");
        Visitor.Answer wrong =
                manager.post("/settings/service-areas", "name", "Round", "center", "99999", "radius", "20");
        assertThat(wrong.body()).contains("Enter a ZIP code that there is");
        assertThat(manager.post("/settings/service-areas", "name", "Round", "radius", "20")
                        .body())
                .contains("Enter the middle of the circle.");
        Visitor.Answer saved =
                manager.post("/settings/service-areas", "name", "Round", "center", "45402", "radius", "20");
        assertThat(saved.location()).isEqualTo("/settings/service-areas");
        assertThat(manager.get("/settings/service-areas").body()).contains("20 miles around 45402");
        manager.post(
                "/settings/service-areas", "name", "Far", "center", "21.3069\u00b0 N, 157.8583\u00b0 W", "radius", "5");
        assertThat(areaOf("21.31,-157.86")).contains("5 miles around 21.3069");
        Visitor dana = Visitor.signedIn(shop.tenant.user(Role.CSR));
        FormPost.filled(book).with("city", "Kettering").with("zip", "45429").send();
        assertThat(dana.get("/calls/" + latest().get("id").longValue()).body())
                .doesNotContain("Outside your service areas");
        FormPost.filled(book)
                .with("form", book.seal())
                .with("city", "Columbus")
                .with("zip", "43215")
                .send();
        assertThat(dana.get("/calls/" + latest().get("id").longValue()).body()).contains("Outside your service areas");
        var api = shop.tenant.api();
        String validate = api.path("callboard/v1", "/addresses/validate");
        String there = "{\"address\":{\"street\":\"1 Main St\",\"city\":\"%s\",\"state\":\"OH\",\"zip\":\"%s\"}%s}";
        assertThat(Office.ok(api.post(validate, there.formatted("Kettering", "45429", "")))
                        .get("serviceArea")
                        .toString())
                .isEqualTo("{\"inside\":true,\"rule\":\"20 miles around 45402\"}");
        assertThat(Office.ok(api.post(
                                validate,
                                there.formatted("Columbus", "43215", ",\"latitude\":39.76,\"longitude\":-84.19")))
                        .at("/serviceArea/inside")
                        .booleanValue())
                .as("the point counts before the ZIP")
                .isTrue();
        for (String failed : List.of("-84.17,39.68", "39.68,84.17", "41.8789,-87.6359", "0,0")) {
            String[] point = failed.split(",", -1);
            String at = ",\"latitude\":%s,\"longitude\":%s".formatted(point[0], point[1]);
            assertThat(Office.ok(api.post(validate, there.formatted("Kettering", "45429", at)))
                            .at("/serviceArea/inside")
                            .booleanValue())
                    .as("a point that can't be right says nothing: %s", failed)
                    .isTrue();
        }
        assertThat(Office.ok(api.post(validate, there.formatted("Columbus", "43215", "")))
                        .get("serviceArea")
                        .toString())
                .isEqualTo("{\"inside\":false,\"rule\":null}");
    }

    /** A ZIP does not follow from a point, so areas of ZIPs leave open what no circle and no state lets in. */
    @Test
    void aPointAloneIsJudgedByCirclesAndStates() {
        manager.get("/settings/service-areas/new");
        manager.post("/settings/service-areas", "name", "South", "states", "KY, IN");
        assertThat(areaOf("38.2527,-85.7585")).isEqualTo("{\"inside\":true,\"rule\":\"State KY\"}");
        assertThat(areaOf("39.7589,-84.1916")).isEqualTo("{\"inside\":false,\"rule\":null}");
        assertThat(areaOf("39.7589,84.1916"))
                .as("a point that can't be right says nothing")
                .isEqualTo("null");
        manager.post("/settings/service-areas", "name", "Round", "center", "45402", "radius", "20");
        assertThat(areaOf("39.7589,-84.1916")).isEqualTo("{\"inside\":true,\"rule\":\"20 miles around 45402\"}");
        assertThat(areaOf("41.4993,-81.6944")).isEqualTo("{\"inside\":false,\"rule\":null}");
        area("441*");
        assertThat(areaOf("41.4993,-81.6944")).as("it may have such a ZIP").isEqualTo("null");
        assertThat(areaOf("38.2527,-85.7585")).isEqualTo("{\"inside\":true,\"rule\":\"State KY\"}");
    }

    private String areaOf(String point) {
        String[] at = point.split(",", -1);
        var api = shop.tenant.api();
        return Office.ok(api.post(
                        api.path("callboard/v1", "/addresses/validate"),
                        "{\"latitude\":%s,\"longitude\":%s}".formatted(at[0], at[1])))
                .get("serviceArea")
                .toString();
    }

    @Test
    void aPageMayRefuseThem() {
        area("454*");
        String page = "/settings/booking-pages/" + shop.provider.id();
        String form = manager.get(page).body();
        assertThat(form).contains("Refuse addresses outside of your service areas");
        PublicPage strict = PublicPage.of(
                shop, draft -> Variant.of(draft).with("refuseOutside", true).record());
        var refused = FormPost.filled(strict).with("zip", "43215").send();
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("outside of the area where we work", "value=\"43215\"");
        assertThat(FormPost.filled(strict).with("zip", "45402").send().statusCode())
                .isEqualTo(302);
    }
}
