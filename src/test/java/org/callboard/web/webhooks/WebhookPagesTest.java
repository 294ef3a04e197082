package org.callboard.web.webhooks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.Receiver;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** A manager connects another program, in a real browser. */
class WebhookPagesTest {

    private final Shop shop = new Shop();

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    @Test
    void aWebhookIsMadeTriedLookedAtAndStopped() throws Exception {
        try (Browser browser = Browser.open();
                Receiver receiver = new Receiver()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/webhooks"));
            Browser.shot(page, "webhooks-1-none");
            page.navigate(browser.url("/settings/webhooks/new"));
            page.getByLabel("Address").fill("ftp://nowhere");
            press(page, "Add webhook");
            assertThat(page.locator("#url-error")).containsText("https://");
            assertThat(page.locator("#events-error")).hasText("Choose at least one event.");
            assertThat(page.getByLabel("Address")).hasValue("ftp://nowhere");
            Browser.shot(page, "webhooks-2-wrong");
            page.getByLabel("Address").fill(receiver.url());
            page.getByLabel("Name").fill("Dispatch board");
            page.getByLabel("A booking came in").check();
            press(page, "Add webhook");
            String secret = page.getByLabel("Signing secret").inputValue();
            assertThat(secret).startsWith("whsec_");
            Browser.shot(page, "webhooks-3-secret");
            page.getByText("Done").click();

            press(page, "Send a test");
            receiver.next().verify(secret);
            receiver.then(500);
            shop.booking("Ada", "937-555-0142");
            receiver.next();
            assertThat(page.locator("h1")).hasText("Dispatch board");
            for (int i = 0; i < 20 && !page.content().contains("The last try failed"); i++) {
                page.waitForTimeout(100);
                page.reload();
            }
            assertThat(page.locator(".cb-table tbody tr")).hasCount(2);
            Browser.shot(page, "webhooks-4-failing");
            page.getByText("tn.crm.booking-created").last().click();
            assertThat(page.locator(".cb-table tbody tr strong").first()).hasText("500");
            Browser.shot(page, "webhooks-5-delivery");
            page.goBack();
            press(page, "Stop");
            assertThat(page.locator(".cb-toast")).containsText("stopped");
            assertThat(page.getByText("Stopped").first()).isVisible();
            page.getByLabel("From").fill("2026-02-02T10:00");
            page.locator("form:has(#from) button").click();
            assertThat(page.locator(".cb-toast-error")).containsText("Give both a beginning and an end.");
        }
        try (Browser browser = Browser.openDark()) {
            Page page = browser.signIn(shop.tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/webhooks"));
            Browser.shot(page, "webhooks-6-dark");
        }
    }
}
