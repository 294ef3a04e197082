package org.callboard.web.jobs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.mail.MessageState;
import org.callboard.notices.JobMessage;
import org.callboard.notices.NoticeKind;
import org.callboard.notices.NoticeSettings;
import org.callboard.notices.Notices;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.PostOffice;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.wordings.MessageWords;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody books, moves and cancels, sees each time what the customer will read, and the customer reads that. */
class TellScreenTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser mary = shop.tenant.user(Role.Manager);
    private final String email = "ada" + tenant + "@oak.test";

    @Test
    void theCustomerReadsWhatWasShown() {
        long customer = customer();
        switchOn();
        LocalDate day = LocalDate.now(ZoneId.of("America/New_York")).plusDays(9);
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(mary);
            page.navigate(browser.url("/jobs/new?customer=" + customer));
            page.getByLabel("Start").fill(day + "T09:30");
            choose(page, "#f-businessUnitId", "Heating");
            choose(page, "#f-jobTypeId", "Furnace repair");
            choose(page, "#f-campaignId", "Website");
            Locator tell = page.locator("#book .tell");
            tell.scrollIntoViewIfNeeded();
            assertThat(tell.getByLabel("Tell the customer")).isChecked();
            assertThat(tell.locator(".tell-head").first()).containsText("E-mail to " + email);
            assertThat(tell.locator(".tell-body").first()).containsText("at 9:30 AM");
            page.getByLabel("Start").fill(day + "T10:30");
            assertThat(tell.locator(".tell-body").first()).containsText("at 10:30 AM");
            Browser.shot(page, "tell-1-book");
            page.getByLabel("Start").focus();
            page.keyboard().press("Control+Enter");
            confirmStart(page);
            assertThat(page.locator("h1")).containsText("Job ");
            long job = Long.parseLong(page.url().replaceAll(".*/jobs/(\\d+).*", "$1"));
            assertThat(page.locator(".tell-sent")).containsText("Waiting");
            send(job);
            page.reload();
            assertThat(page.locator(".tell-sent .cb-status").first()).hasText("Sent");
            Browser.shot(page, "tell-2-sent");

            page.keyboard().press("r");
            page.locator("#f-start").fill(day.plusDays(1) + "T13:00");
            Locator moving = page.locator("#reschedule-dialog .tell");
            assertThat(moving.locator(".tell-body").first()).containsText("at 1:00 PM");
            assertThat(moving.locator(".tell-body").first()).containsText("at 10:30 AM");
            Browser.shot(page, "tell-3-move");
            page.locator("#f-start").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".tell-sent")).containsText("Appointment moved");
            send(job);

            page.keyboard().press("c");
            page.locator("#f-cancelReasonId").selectOption("Price");
            Locator canceling = page.locator("#cancel-dialog .tell");
            assertThat(canceling.locator(".tell-head").first()).containsText("E-mail to " + email);
            canceling.getByLabel("Tell the customer").uncheck();
            assertThat(canceling.locator(".tell-text")).isHidden();
            canceling.getByLabel("Tell the customer").check();
            page.locator("#f-cancelReasonId").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".job-canceled")).containsText("Price");
            send(job);
            page.reload();
            page.keyboard().press("y");
            assertThat(page.locator(".job-told")).containsText("Appointment cancellation sent");
            Browser.shot(page, "tell-4-canceled");
            page.navigate(browser.url("/settings/outbox"));
            assertThat(page.locator(".cb-table")).containsText("is canceled");
            page.navigate(browser.url("/settings/messages/appointments?kind=Change"));
            Browser.shot(page, "tell-5-settings");
        }
        org.assertj.core.api.Assertions.assertThat(PostOffice.mailsTo(email)).hasSize(3);
    }

    @Test
    void whoLeavesTheTickOutTellsNobody() {
        long customer = customer();
        switchOn();
        LocalDate day = LocalDate.now(ZoneId.of("America/New_York")).plusDays(9);
        try (Browser browser = Browser.openSmall()) {
            Page page = browser.signIn(mary);
            page.navigate(browser.url("/jobs/new?customer=" + customer));
            page.getByLabel("Start").fill(day + "T03:00"); // of which is asked
            choose(page, "#f-businessUnitId", "Heating");
            choose(page, "#f-jobTypeId", "Furnace repair");
            choose(page, "#f-campaignId", "Website");
            Locator tell = page.locator("#book .tell");
            tell.scrollIntoViewIfNeeded();
            assertThat(tell.locator(".tell-body").first()).containsText("at 3:00 AM");
            tell.getByLabel("Tell the customer").uncheck();
            Browser.shot(page, "tell-6-small");
            page.locator("#book button[type=submit]").click();
            page.locator("#book [name=confirmedStart]").check();
            tell.scrollIntoViewIfNeeded();
            assertThat(tell.getByLabel("Tell the customer")).not().isChecked();
            page.locator("#book button[type=submit]").click();
            assertThat(page.locator("h1")).containsText("Job ");
            long job = Long.parseLong(page.url().replaceAll(".*/jobs/(\\d+).*", "$1"));
            org.assertj.core.api.Assertions.assertThat(messages(job)).isEmpty();

            page.waitForLoadState();
            page.keyboard().press("r");
            page.locator("#f-start").fill(day.plusDays(1) + "T04:00");
            Locator moving = page.locator("#reschedule-dialog .tell");
            assertThat(moving.locator(".tell-body").first()).containsText("at 4:00 AM");
            moving.getByLabel("Tell the customer").uncheck();
            page.locator("#f-start").focus();
            page.keyboard().press("Control+Enter");
            page.locator("#reschedule-dialog [name=confirmed-start]").check();
            moving.scrollIntoViewIfNeeded();
            assertThat(moving.getByLabel("Tell the customer")).not().isChecked();
            assertThat(page.locator("#cancel-dialog [name=tellShown]")).hasCount(0); // of which nothing was decided
            page.locator("#f-start").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#reschedule-dialog")).not().isVisible();
            assertThat(page.locator("main")).containsText("4:00 AM");
            org.assertj.core.api.Assertions.assertThat(messages(job)).isEmpty();
        }
    }

    private static void confirmStart(Page page) {
        page.waitForLoadState();
        if (page.locator("[name=confirmedStart]").count() > 0) {
            page.locator("[name=confirmedStart]").check();
            page.keyboard().press("Control+Enter");
        }
    }

    private static void choose(Page page, String select, String label) {
        page.locator(select).selectOption(label);
    }

    private long customer() {
        return shop.tenant.caller.call(() -> {
            Server.bean(JobCancelReasons.class).addStarters(tenant);
            Address address = new Address("7 Elm St", null, "Dayton", "OH", "45402", "USA");
            long customer = Server.bean(Customers.class)
                    .create(
                            tenant,
                            "Ada Lovelace",
                            CustomerType.Residential,
                            address,
                            List.of(
                                    new ContactDraft(ContactType.MobilePhone, "937-555-0142", null),
                                    new ContactDraft(ContactType.Email, email, null)));
            Server.bean(Locations.class).create(tenant, customer, "Home", address, List.of());
            return customer;
        });
    }

    private void switchOn() {
        for (NoticeKind kind : NoticeKind.values()) {
            MessageWords words = RecordShape.with(RecordShape.with(kind.standard(), "byMail", true), "byText", true);
            shop.tenant.caller.run(() -> Server.bean(NoticeSettings.class).update(tenant, kind, words));
        }
    }

    private List<JobMessage> messages(long job) {
        return shop.tenant.caller.call(() -> Server.bean(Notices.class).ofJob(tenant, job));
    }

    /** Lets the minute pass. */
    private void send(long job) {
        Eventually.is(0L, () -> {
            Server.bean(JdbcClient.class).sql("""
                            update scheduled_tasks set execution_time = now()
                            where task_name in ('deliver-message', 'deliver-text') and task_instance like ?
                            """).param(tenant + ":%").update();
            Server.lookForDueTasks();
            return messages(job).stream()
                    .filter(one -> one.state() == MessageState.Queued || one.state() == MessageState.Sending)
                    .count();
        });
    }
}
