package org.callboard.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.callboard.testing.Api;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** The page on which people read the document. */
class DocsPageTest {

    @Test
    void thePageAndItsAssetsAreOpenAndNeedNoInlineScript() {
        Api.Answer page = read("/docs/api");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(page.text())
                .doesNotContain("<style", "style=", "onclick")
                .doesNotContainPattern("<script(?![^>]*src)");
        assertThat(read("/assets/docs/api.js").status()).isEqualTo(200);
        assertThat(read("/assets/docs/api.css").status()).isEqualTo(200);
    }

    @Test
    void thePageShowsTheExamples() {
        for (boolean dark : new boolean[] {false, true}) {
            try (Browser browser = dark ? Browser.openDark() : Browser.open()) {
                Page page = browser.page();
                page.navigate(browser.url("/docs/api"));
                page.locator("#filter").fill("Bookings_Create");
                Locator create = page.locator("#Bookings_Create");
                create.getByText("Example", new Locator.GetByTextOptions().setExact(true))
                        .first()
                        .click();
                assertThat(create.locator("pre").first().textContent()).contains("\"name\": \"Jordan Reyes\"");
                create.locator("summary")
                        .filter(new Locator.FilterOptions().setHasText("200"))
                        .click();
                create.getByText("Example", new Locator.GetByTextOptions().setExact(true))
                        .nth(1)
                        .click();
                assertThat(create.locator("pre").nth(1).textContent()).contains("\"status\": \"New\"");
                Path shot = Path.of("target", "screenshots", dark ? "docs-example-dark.png" : "docs-example.png");
                create.screenshot(new Locator.ScreenshotOptions().setPath(shot).setCaret(ScreenshotCaret.INITIAL));
            }
        }
    }

    private static Api.Answer read(String path) {
        return Api.send(HttpRequest.newBuilder(URI.create(Server.url() + path)).build());
    }
}
