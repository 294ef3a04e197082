package org.callboard.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;

/** The door and the frame, as a person sees them. */
class SignInLookTest {

    private final TestTenant tenant = TestTenant.create();

    @Test
    void aWrongPasswordIsSaidAndTheRightOneLeadsIn() {
        try (Browser browser = Browser.open()) {
            Page page = browser.page();
            page.navigate(browser.url("/settings"));
            assertThat(page.url()).endsWith("/sign-in");
            Browser.shot(page, "sign-in");
            page.getByLabel("E-mail").fill(tenant.owner.email());
            page.getByLabel("Password").fill("not it");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".cb-problem").textContent()).contains("wrong");
            Browser.shot(page, "sign-in-failed");
            page.navigate(browser.url("/sign-in?tries"));
            Browser.shot(page, "sign-in-later");
            page.getByLabel("E-mail").fill(tenant.owner.email());
            page.getByLabel("Password").fill(TestTenant.PASSWORD);
            page.locator("main button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/sign-in"));

            page.navigate(browser.url("/no-such-page"));
            assertThat(page.locator("h1").textContent()).isEqualTo("Not found");
            page.locator(".cb-user").click();
            Browser.shot(page, "not-found");
            page.getByText("Sign out").click();
            page.waitForURL(url -> url.contains("/sign-in?out"));
            assertThat(page.locator(".cb-notice").textContent()).contains("signed out");
        }
    }

    @Test
    void theDarkSwitchLasts() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(tenant.user(Role.CSR));
            page.navigate(browser.url("/no-such-page"));
            page.locator(".cb-user").click();
            page.locator("[data-theme-choice=dark]").click();
            page.reload();
            assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
            page.locator(".cb-user").click();
            Browser.shot(page, "not-found-dark");
        }
    }
}
