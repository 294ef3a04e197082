package org.callboard.openinghours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.callboard.access.Role;
import org.callboard.testing.Browser;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;

class OpeningHoursScreenTest {

    private final TestTenant tenant = TestTenant.create();

    @Test
    void aManagerEntersTheWeekAndAHolidayByKeys() {
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(tenant.user(Role.Manager));
            page.navigate(browser.url("/settings/holidays/new"));
            page.getByLabel("Name").fill("Christmas");
            page.getByLabel("Day", new Page.GetByLabelOptions().setExact(true)).fill("2026-12-25");
            page.getByLabel("Every year on this day").check();
            page.keyboard().press("Enter");
            assertThat(page.locator(".cb-toast")).containsText("Christmas is added.");

            page.navigate(browser.url("/settings/opening-hours"));
            Locator monday = page.getByLabel("Monday");
            assertThat(monday).hasValue("7:00 AM – 7:00 PM");
            monday.fill("whenever");
            page.getByLabel("Saturday").fill("8-12, 1-5");
            page.keyboard().press("Enter");
            assertThat(page.locator("#monday-error")).containsText("Hours such as 7 AM – 7 PM are expected");
            assertThat(monday).hasValue("whenever");
            assertThat(page.getByLabel("Saturday")).hasValue("8-12, 1-5");
            Browser.shot(page, "settings-opening-hours");
            monday.fill("7:30-4");
            page.keyboard().press("Enter");
            assertThat(page.locator(".cb-toast")).containsText("The opening hours are saved.");
            assertThat(monday).hasValue("7:30 AM – 4:00 PM");
            assertThat(page.getByLabel("Saturday")).hasValue("8:00 AM – 12:00 PM, 1:00 PM – 5:00 PM");
            assertThat(page.locator("main")).containsText("Every year on December 25");
            page.setViewportSize(390, 844);
            Browser.shot(page, "settings-opening-hours-small");
            page.navigate(browser.url("/settings/tag-types/new"));
            Browser.shot(page, "settings-tag-type-small");
        }
    }
}
