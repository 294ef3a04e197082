package org.callboard.publicforms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.ForeignSite;
import org.callboard.testing.FormPost;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.junit.jupiter.api.Test;

/** The booking page on a website that is not ours. */
class WidgetTest {

    private static final String SITE = """
            <header>Ridgeline Heating</header>
            <main><h1>We come when it is cold</h1><p>Furnaces, boilers, pipes. Since 1974.</p><div id="booking"></div></main>
            """;

    private final PublicPage book = PublicPage.of(new Shop());
    private final String script = Server.url() + book.path() + "/widget.js";

    @Test
    void fromAButtonOnTheSiteToTheCallsScreen() {
        try (ForeignSite site = new ForeignSite(SITE + "<script src=\"" + script + "\" async></script>");
                Browser visitor = Browser.open();
                Browser office = Browser.open()) {
            Page calls = office.signIn(book.shop.tenant.user(Role.CSR));
            calls.navigate(office.url("/calls"));
            assertThat(calls.locator("#connection-state")).hasText("Live");

            Page page = visitor.page();
            page.navigate(site.url());
            Locator button = page.locator("button.open");
            assertThat(button).hasText("Book online");
            assertThat(button).hasCSS("border-top-style", "solid");
            Browser.shot(page, "widget-1-button");
            button.focus();
            page.keyboard().press("Enter");
            FrameLocator form = page.frameLocator("dialog iframe");
            assertThat(form.locator("h1")).hasText("No heat? No water? Tell us.");
            book.age(frame(page));
            form.getByLabel("Describe it in a few words").fill("The boiler drips");
            form.locator("#pictures").setInputFiles(new FilePayload[] {
                new FilePayload("boiler.jpg", "image/jpeg", TestPictures.jpegOfTelephone(2400, 1600, 6)),
                new FilePayload("label.png", "image/png", TestPictures.png(300, 300))
            });
            assertThat(form.locator(".shot:not(.is-sending)")).hasCount(2);
            Browser.shot(page, "widget-2-open");
            form.getByLabel("Street and number").fill("24 Wayne Avenue");
            form.getByLabel("City").fill("Dayton");
            form.getByLabel("State").fill("OH");
            form.getByLabel("ZIP").fill("45402");
            form.getByLabel("Name").fill("Avery Lowell");
            form.getByLabel("Phone").fill("(937) 555-0119");
            form.getByLabel("No, first time").check();
            form.locator("#send").click();
            assertThat(form.locator("h1")).hasText("Thank you");
            Browser.shot(page, "widget-3-thanks");
            form.locator("h1").press("Escape");
            assertThat(page.locator("dialog")).isHidden();
            assertThat(button).isFocused();
            assertThat(page.context().cookies()).isEmpty();

            assertThat(calls.locator(".queue-name")).hasText("Avery Lowell");
            calls.keyboard().press("ArrowDown");
            assertThat(calls.locator(".facts")).containsText("Website widget");
            assertThat(calls.locator("[data-pictures] img")).hasCount(2);
            Browser.shot(calls, "widget-4-inquiry");
            calls.locator("[data-pictures] a").first().click();
            Locator viewer = calls.locator("#picture-viewer");
            assertThat(viewer.locator(".viewer-place")).hasText("1 of 2");
            assertThat((boolean) viewer.locator(".viewer-picture").evaluate("""
                    image => image.decode().then(() => image.naturalHeight > image.naturalWidth)"""))
                    .isTrue();
            Browser.shot(calls, "widget-5-viewer");
            calls.keyboard().press("ArrowRight");
            assertThat(viewer.locator(".viewer-place")).hasText("2 of 2");
            calls.keyboard().press("ArrowRight");
            assertThat(viewer.locator(".viewer-place")).hasText("1 of 2");
            calls.keyboard().press("Escape");
            assertThat(viewer).isHidden();
            assertThat(calls.locator("[data-pictures] a").first()).isFocused();
            assertThat(calls.locator(".status-pill").first()).hasText("New");
        }
    }

    @Test
    void withinAnElementItIsAsHighAsWhatItShows() {
        try (ForeignSite site = new ForeignSite(
                        SITE + "<script src=\"" + script + "\" data-callboard-target=\"#booking\" async></script>");
                Browser visitor = Browser.openSmall()) {
            Page page = visitor.page();
            page.navigate(site.url());
            Locator inline = page.locator("iframe.inline");
            assertThat(page.frameLocator("iframe.inline").locator("h1")).isVisible();
            page.waitForFunction("""
                    () => document.querySelector('#booking > div').shadowRoot.querySelector('iframe').offsetHeight > 1200""");
            int height = ((Number) inline.evaluate("frame => frame.offsetHeight")).intValue();
            assertThat(((Number) frame(page).evaluate("() => document.documentElement.scrollHeight")).intValue())
                    .isEqualTo(height);
            Browser.shot(page, "widget-6-inline-phone");
            page.frameLocator("iframe.inline").locator("#send").click();
            page.waitForFunction("""
                    height => document.querySelector('#booking > div').shadowRoot.querySelector('iframe').offsetHeight > height""", height);
        }
    }

    @Test
    void theSiteStaysAsItWas() {
        try (ForeignSite bare = new ForeignSite(SITE);
                ForeignSite site = new ForeignSite(SITE + "<script src=\"" + script + "\"></script>");
                Browser visitor = Browser.open()) {
            Page page = visitor.page();
            page.navigate(bare.url());
            String names = "() => Object.getOwnPropertyNames(window).sort().join()";
            String looks =
                    "() => JSON.stringify([...document.querySelectorAll('header, main, h1')].map(e => e.getBoundingClientRect()))";
            Object namesBefore = page.evaluate(names);
            Object looksBefore = page.evaluate(looks);
            page.navigate(site.url());
            assertThat(page.locator("button.open")).isVisible();
            assertThat(page.evaluate(names)).isEqualTo(namesBefore);
            assertThat(page.evaluate(looks)).isEqualTo(looksBefore);

            page.locator("button.open").click();
            assertThat(page.frameLocator("dialog iframe").locator("h1")).isVisible();
            page.evaluate("() => postMessage({ callboard: 'book', close: true }, '*')");
            page.evaluate("() => new Promise(done => setTimeout(done))");
            assertThat(page.locator("dialog")).isVisible(); // only our own page may close it
        }
    }

    @Test
    void onADarkSiteAndATelephoneItFits() {
        try (ForeignSite site = new ForeignSite("<div class=\"night\"></div>" + SITE + "<script src=\"" + script
                        + "\" data-callboard-theme=\"dark\" async></script>");
                Browser visitor = Browser.openSmall()) {
            Page page = visitor.page();
            page.navigate(site.url());
            page.locator("button.open").click();
            FrameLocator form = page.frameLocator("dialog iframe");
            assertThat(form.locator("html")).hasAttribute("data-theme", "dark");
            Browser.shot(page, "widget-7-dark-phone");
            page.locator("button.close").click();
            assertThat(page.locator("dialog")).isHidden();
        }
    }

    @Test
    void theScriptIsKeptShortlyAndKnownByWhatItHolds() {
        HttpResponse<String> first = FormPost.get(book.path() + "/widget.js");
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(first.body()).contains("\"label\":\"Book online\"", "\"color\":\"#b4430f\"");
        assertThat(FormPost.get(book.path() + "/widget.js").headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"))
                .isPresent();
        PublicPage other = PublicPage.of(new Shop());
        assertThat(FormPost.get(other.path() + "/widget.js").headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    private static Frame frame(Page page) {
        return page.frames().stream()
                .filter(frame -> Pattern.compile("/book/").matcher(frame.url()).find())
                .findFirst()
                .orElseThrow();
    }
}
