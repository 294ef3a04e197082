package org.callboard.web.calls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Routes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Whoever sends the address of a picture does not learn by it where the office is and when it looks. */
class ForeignPicturesTest {

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void aPictureOfAnotherSiteIsLoadedOnAClickAndWithoutAReferrer() {
        long booking = booking("https://photos.example.com/boiler.png?who=office", "https://b.example.org/2.png");
        try (Browser browser = Browser.open()) {
            browser.context().route(url -> !url.startsWith(Server.url()), this::answer);
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + booking));
            assertThat(page.locator("#connection-state")).hasText("Live");
            Locator show = page.locator("[data-show-picture]");
            assertThat(show).hasCount(2);
            assertThat(show.first()).containsText("photos.example.com");
            assertThat(page.locator("link[rel*=prefetch], link[rel*=preconnect], .pictures img, .pictures a"))
                    .hasCount(0);
            Browser.shot(page, "calls-foreign-pictures");
            assertThat(asked).isEmpty();

            show.first().click();
            Locator shown = page.locator(".pictures img");
            assertThat(shown).hasJSProperty("naturalWidth", 40);
            assertThat(page.locator(".pictures a")).isFocused();
            assertThat(asked).containsExactly("https://photos.example.com/boiler.png?who=office null");

            page.keyboard().press("Enter");
            assertThat(page.locator(".viewer-place")).hasText("1 of 1");
            page.keyboard().press("ArrowRight"); // goes on to no picture that nobody asked for
            page.keyboard().press("Escape");
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(shown).hasCount(1);
            assertThat(show).hasCount(1);
            assertThat(asked).allMatch(one -> one.startsWith("https://photos.example.com/"));
        }
    }

    /** No page may load from elsewhere, and the Calls screen pictures alone. */
    @Test
    void browsersAreToldSo() throws Exception {
        String cookie = Visitor.signedIn(shop.tenant.owner).cookie();
        List<String> pages = Routes.all().stream()
                .filter(route -> route.method().equals("GET") && route.access().startsWith("role"))
                .map(Routes.Route::path)
                .filter(path -> !path.contains("{") && !path.endsWith("/stream") && !path.endsWith("/export"))
                .toList();
        assertThat(pages).contains("/calls", "/customers", "/settings");
        for (String path : pages) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(Server.url() + path))
                    .header("Cookie", cookie)
                    .header("Accept", "text/html")
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .satisfies(policy -> assertThat(policy)
                            .contains("default-src 'self'")
                            .contains(
                                    path.startsWith("/calls")
                                            ? "img-src 'self' data: https:;"
                                            : "img-src 'self' data:;"));
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
        }
    }

    private void answer(Route route) {
        asked.add(route.request().url() + " " + route.request().headers().get("referer"));
        route.fulfill(new Route.FulfillOptions().setContentType("image/png").setBodyBytes(TestPictures.png(40, 30)));
    }

    private long booking(String... pictures) {
        Api provider = shop.tenant.api(shop.provider);
        Api.Answer made = provider.post(
                provider.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings"),
                """
                {"source":"Website","name":"Jordan Reyes","summary":"No heat","isFirstTimeClient":false,"externalId":"p-1",
                 "contacts":[{"type":"Email","value":"x@example.com"}],"uploadedImages":["%s"]}
                """.formatted(String.join("\",\"", pictures)));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.json().get("id").longValue();
    }
}
