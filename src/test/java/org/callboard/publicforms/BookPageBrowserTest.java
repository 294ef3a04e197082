package org.callboard.publicforms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Shop;
import org.callboard.testing.TestPictures;
import org.junit.jupiter.api.Test;

/** The hosted page in a customer's browser, and its making in the office's. */
class BookPageBrowserTest {

    private final PublicPage book = PublicPage.of(new Shop());

    @Test
    void withoutAScriptPicturesOutliveAWrongForm() {
        try (Browser browser = Browser.openWithoutScripts()) {
            Page page = browser.page();
            showAged(page);
            page.navigate(browser.url(book.path()));
            Browser.shot(page, "book-1-no-script");
            page.getByLabel("Describe it in a few words").fill("No heat since last night");
            page.locator("#pictures").setInputFiles(new FilePayload[] {
                new FilePayload("boiler.jpg", "image/jpeg", TestPictures.jpegOfTelephone(800, 600, 6)),
                new FilePayload("IMG_0001.heic", "image/heic", "....ftypheic....".getBytes())
            });
            fill(page, "937");
            page.locator("#send").click();
            assertThat(page.locator("#alert")).isVisible();
            assertThat(page.locator("#pictures-wrong")).containsText("IMG_0001.heic: This is a HEIC picture");
            assertThat(page.locator("#phone-wrong")).containsText("area code");
            assertThat(page.locator(".shot img")).hasCount(1);
            assertThat(page.getByLabel("Name")).hasValue("Avery Lowell");
            Browser.shot(page, "book-2-no-script-wrong");
            page.getByLabel("Phone").fill("(937) 555-0119");
            page.locator("#send").click();
            assertThat(page.locator("h1")).hasText("Thank you");
        }
        try (Browser browser = Browser.open()) {
            Page calls = browser.signIn(book.shop.tenant.user(Role.CSR));
            calls.navigate(browser.url("/calls"));
            assertThat(calls.locator(".queue-name")).hasText("Avery Lowell");
            calls.keyboard().press("ArrowDown");
            assertThat(calls.locator("[data-pictures] img")).hasCount(1);
        }
    }

    /** A form that has been open for a minute when it arrives: without a script its seal can't be changed later. */
    private void showAged(Page page) {
        page.route(Pattern.compile(".*/book/[^/]+$"), route -> {
            if (!route.request().method().equals("GET")) {
                route.resume();
                return;
            }
            APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text()
                            .replaceFirst(
                                    "name=\"form\" value=\"[^\"]+\"", "name=\"form\" value=\"" + book.seal() + "\"")));
        });
    }

    @Test
    void withAScriptWrongFieldsAreToldBeforeTheyAreSent() {
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.page();
            page.navigate(browser.url(book.path()));
            Browser.shot(page, "book-3-phone");
            String seal = book.age(page);
            page.locator("#send").click();
            assertThat(page.locator("#summary")).isFocused();
            assertThat(page.locator("#summary-wrong")).hasText("Please tell us what is wrong, or what you need.");
            assertThat(page.locator("[aria-invalid=true]")).hasCount(7);
            assertThat(page).hasURL(browser.url(book.path()));
            Browser.shot(page, "book-4-phone-wrong");
            page.locator("#pictures").setInputFiles(new FilePayload[] {
                new FilePayload("boiler.jpg", "image/jpeg", TestPictures.jpegOfTelephone(800, 600, 6)),
                new FilePayload("IMG_0001.heic", "image/heic", "....ftypheic....".getBytes()),
                new FilePayload("label.png", "image/png", TestPictures.png(300, 300))
            });
            assertThat(page.locator(".shot:not(.is-sending)")).hasCount(2);
            assertThat(page.locator("#pictures-wrong")).containsText("IMG_0001.heic: This is a HEIC picture");
            page.locator("[aria-label='Remove label.png']").click();
            assertThat(page.locator(".shot")).hasCount(1);
            page.getByLabel("Describe it in a few words").fill("No heat since last night");
            fill(page, "(937) 555-0119");
            assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
            Browser.shot(page, "book-5-phone-filled");
            page.locator("#send").click();
            assertThat(page.locator("h1")).hasText("Thank you");
            assertThat(page).hasURL(Pattern.compile(".*/thanks\\?theme=auto"));
            Browser.shot(page, "book-6-phone-thanks");
            page.goBack();
            book.seal(page.mainFrame(), seal); // the browser's copy is of the form as it came, not as the test aged it
            assertThat(page.locator("#send")).hasText("Send request");
            page.locator("#send").click();
            assertThat(page.locator("h1")).hasText("We have it already");
        }
    }

    /** The browser's own rule of what an e-mail address is would keep people from sending what is plainly meant. */
    @Test
    void anEmailAddressIsReadByTheServerAlone() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            for (String mail :
                    List.of("avery@example.com\u00a0", "\u200bavery2@example.com", "Avery <avery3@example.com>")) {
                page.navigate(browser.url(book.path()));
                book.age(page);
                page.getByLabel("Describe it in a few words").fill("No heat since " + mail);
                fill(page, "(937) 555-0119");
                page.getByLabel("E-mail").fill(mail);
                page.locator("#send").click();
                assertThat(page.locator("h1")).hasText("Thank you");
            }
            page.navigate(browser.url(book.path()));
            book.age(page);
            page.getByLabel("Describe it in a few words").fill("No heat");
            fill(page, "(937) 555-0119");
            page.getByLabel("E-mail").fill("avery@example,com");
            page.locator("#send").click();
            assertThat(page.locator("#email-wrong")).hasText("This does not look like an e-mail address.");
            assertThat(page.getByLabel("E-mail")).hasValue("avery@example,com");
        }
    }

    @Test
    void itIsReadableByNightAndOnALargeScreen() {
        try (Browser browser = Browser.openDark()) {
            Page page = browser.page();
            page.navigate(browser.url(book.path()));
            assertThat(page.locator("main")).hasCSS("background-color", "rgb(28, 27, 25)");
            Browser.shot(page, "book-7-dark");
            page.navigate(browser.url("/book/nothing"));
            assertThat(page.locator("h1")).hasText("Not found");
            Browser.shot(page, "book-8-gone-dark");
        }
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(browser.url(book.path()));
            Browser.shot(page, "book-9-desktop");
        }
    }

    @Test
    void aManagerSeesThePageWhileChangingIt() {
        Shop shop = new Shop();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/booking-pages"));
            Browser.shot(page, "booking-pages-1-list");
            page.getByText("Make a page").click();
            Locator preview =
                    page.frameLocator("#page-preview iframe:not(.is-coming)").locator("body");
            assertThat(preview.locator("h1")).hasText("Ask for a visit");
            page.getByLabel("Heading").fill("Cold house?");
            page.getByLabel("Color of the buttons").fill("#7a1f5c");
            page.getByLabel("Pictures").selectOption("Not asked");
            page.getByLabel("Furnace repair").check();
            assertThat(preview.locator("h1")).hasText("Cold house?");
            assertThat(preview.locator("#send")).hasCSS("background-color", "rgb(122, 31, 92)");
            assertThat(preview.locator("#pictures")).hasCount(0);
            assertThat(preview.locator("#jobType option")).hasText(new String[] {"I’m not sure", "Furnace repair"});
            page.getByLabel("Color of the buttons").fill("#ffe97a");
            page.locator("#page-form button[type=submit]").click();
            assertThat(page.locator("#color-error")).containsText("hardly seen on white");
            assertThat(page.getByLabel("Heading")).hasValue("Cold house?");
            assertThat(preview.locator("h1")).hasText("Cold house?");
            Browser.shot(page, "booking-pages-2-wrong");
            page.getByLabel("Color of the buttons").fill("#7a1f5c");
            page.locator("#page-form button[type=submit]").click();
            assertThat(page.locator(".cb-toast")).containsText("saved and open");
            String address = page.locator("#page-address").inputValue();
            assertThat(page.locator("#page-script"))
                    .hasValue("<script src=\"" + address + "/widget.js\" async></script>");
            Browser.shot(page, "booking-pages-3-saved");

            Page visitor = browser.page();
            visitor.navigate(address);
            assertThat(visitor.locator("h1")).hasText("Cold house?");
            page.getByText("New address…").click();
            page.locator("#confirm [value=yes]").click();
            assertThat(page.locator(".cb-toast")).containsText("new address");
            assertThat(visitor.navigate(address).status()).isEqualTo(404);
        }
        try (Browser browser = Browser.openDark()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/booking-pages/" + shop.provider.id()));
            assertThat(page.frameLocator("#page-preview iframe").locator("h1")).hasText("Cold house?");
            Browser.shot(page, "booking-pages-4-dark");
        }
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/booking-pages/" + shop.provider.id()));
            assertThat(page.frameLocator("#page-preview iframe").locator("h1")).hasText("Cold house?");
            Browser.shot(page, "booking-pages-5-phone");
        }
    }

    private static void fill(Page page, String phone) {
        page.getByLabel("Street and number").fill("24 Wayne Avenue");
        page.getByLabel("City").fill("Dayton");
        page.getByLabel("State").fill("OH");
        page.getByLabel("ZIP").fill("45402");
        page.getByLabel("Name").fill("Avery Lowell");
        page.getByLabel("Phone").fill(phone);
    }
}
