package org.callboard.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.testing.Browser;
import org.callboard.testing.Shop;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;

/** What assets/app.js does on every page. */
class AppScriptTest {

    private final TestTenant tenant = TestTenant.create();
    private final SignedInUser manager = tenant.user(Role.Manager);

    @Test
    void aSessionThatEndsCostsNoTypedTextAndThePageGoesOnAfterwards() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/settings/company"));
            page.fill("#name", "Half typed");
            browser.context().clearCookies();
            post(page);
            page.waitForSelector("#session-ended[open]");
            Browser.shot(page, "session-ended");
            page.getByText("I have signed in").click();
            page.waitForSelector("#session-still-out:not([hidden])");

            browser.signIn(manager).close();
            page.getByText("I have signed in").click();
            page.waitForSelector(".cb-toast-success");
            assertThat(page.locator("#session-ended").isVisible()).isFalse();
            assertThat(page.inputValue("#name")).isEqualTo("Half typed");
            page.locator("main button[type=submit]").click();
            page.waitForSelector(".cb-toast-success:has-text('The company is saved.')");
            assertThat(page.locator(".cb-company").textContent()).isEqualTo("Half typed");
        }
    }

    /** The bar has no room for it on most screens. */
    @Test
    void theMenuSaysWhoseCompanyItIsHoweverSmallTheScreen() {
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/calls"));
            String company = page.locator(".cb-company").textContent();
            page.locator(".cb-user").click();
            assertThat(page.locator(".cb-menu-head").innerText())
                    .contains(company)
                    .contains(manager.email());
            Browser.shot(page, "menu-small");
        }
    }

    @Test
    void htmxSendsTheTokenAndAFailureShowsTheServersSentence() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/settings/calls"));
            var answer = page.waitForResponse("**/settings/calls", () -> post(page));
            assertThat(answer.status()).isLessThan(400);
            page.evaluate("() => { htmx.ajax('POST', '/no/such/page', {target: 'main', swap: 'none'}); }");
            page.waitForSelector(".cb-toast-error:has-text('There is no page at this address.')");
            page.evaluate("""
                    async () => {
                      const app = document.querySelector('script[src$="/app.js"]').src;
                      (await import(new URL('frame/connection.js', app))).connection('reconnecting');
                    }""");
            assertThat(page.locator("#connection-state").textContent()).isEqualTo("Reconnecting…");
            Browser.shot(page, "toast-and-pill");
        }
    }

    @Test
    void aFormIsSentOnce() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(manager);
            page.navigate(browser.url("/settings/tag-types/new"));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("name");
            page.fill("#name", "VIP");
            page.evaluate("""
                    () => { const form = document.querySelector('main form');
                            form.requestSubmit(); form.requestSubmit(); form.requestSubmit(); }""");
            page.waitForSelector(".cb-toast-success");
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.locator(".cb-toast-error").count()).isZero();
        }
    }

    @Test
    void whoIsAskedWhetherToLeaveAndStaysCanGoOn() {
        Shop shop = new Shop();
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(shop.tenant.user(Role.CSR));
            page.navigate(browser.url("/customers/" + customer));
            page.locator(".note-form textarea").pressSequentially("Half a note");
            AtomicInteger asked = new AtomicInteger();
            page.onDialog(question -> {
                asked.incrementAndGet();
                question.dismiss();
            });
            page.locator(".cb-user").click();
            Locator signOut = page.locator(".cb-menu form[action$=sign-out] button");
            signOut.click();
            page.waitForCondition(() -> asked.get() == 1);
            page.waitForFunction("!document.body.classList.contains('cb-busy')");
            assertThat(signOut.isEnabled()).isTrue();
            signOut.click();
            page.waitForCondition(() -> asked.get() == 2);
        }
    }

    private static void post(Page page) {
        page.evaluate("() => { htmx.ajax('POST', '/settings/calls',"
                + " {target: 'main', swap: 'none', values: {showBookings: true}}); }");
    }
}
