package org.callboard.web.jobs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.customers.Locations;
import org.callboard.dispatch.HoldAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Jobs;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.validation.FieldErrors;
import org.junit.jupiter.api.Test;

/** The life of a job, by keys alone, in a real browser. */
class JobScreenTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser mary = shop.tenant.user(Role.Manager);

    private void technician(String name) {
        shop.tenant.caller.call(
                () -> Server.bean(Technicians.class).add(tenant, new Technician.Details(name, null, null, null)));
    }

    private long job() {
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        return shop.tenant.caller.call(() -> {
            if (Server.bean(JobCancelReasons.class).choices(tenant).isEmpty()) {
                Server.bean(JobCancelReasons.class).addStarters(tenant);
                Server.bean(JobHoldReasons.class).addStarters(tenant);
            }
            long location = Server.bean(Locations.class)
                    .ofCustomer(tenant, customer)
                    .getFirst()
                    .id();
            return Server.bean(Jobs.class).book(tenant, shop.jobDraft(customer, location));
        });
    }

    @Test
    void aJobLivesFromBookedToReopenedByKeysAlone() {
        long job = job();
        technician("Lee Ortiz");
        technician("Sam Cole");
        String day = LocalDate.now(ZoneId.of("America/New_York"))
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .toString();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(mary);
            page.navigate(browser.url("/jobs/" + job));
            assertStatus(page, "Scheduled");
            assertThat(page.locator(".job-nobody")).hasText("Nobody is assigned");
            Browser.shot(page, "job-1-booked");

            press(page, "d"); // nobody comes: it says so, and stays as it is
            assertThat(page.locator(".cb-toast")).containsText("Nobody is assigned yet.");
            press(page, "a");
            page.locator("#assign-dialog label").getByText("Lee Ortiz").click();
            Browser.shot(page, "job-2-assign");
            send(page);
            assertThat(page.locator(".job-visit")).containsText("Lee Ortiz");
            press(page, "d");
            assertStatus(page, "Dispatched");
            assertThat(page.locator(".cb-toast").last()).containsText("is dispatched");

            reschedule(page, day + "T10:00", "The customer asked for a later day");
            assertStatus(page, "Scheduled");
            assertThat(page.locator(".cb-toast").last()).containsText("is moved from");
            Browser.shot(page, "job-3-rescheduled");

            press(page, "h");
            assertThat(page.locator("#f-holdReasonId")).isFocused();
            send(page);
            assertThat(page.locator("#e-holdReasonId")).hasText("Choose why it waits.");
            page.locator("#f-holdReasonId").selectOption("Waiting for parts");
            page.locator("#f-holdMemo").fill("The igniter comes on Friday");
            Browser.shot(page, "job-4-hold");
            send(page);
            assertStatus(page, "On hold");

            press(page, "c");
            page.locator("#f-cancelReasonId").selectOption("Price");
            send(page);
            assertStatus(page, "Canceled");
            assertThat(page.locator(".job-canceled")).containsText("Price");
            Browser.shot(page, "job-5-canceled");
            press(page, "t");
            send(page);
            assertStatus(page, "On hold");

            reschedule(page, day + "T13:00", "");
            assertStatus(page, "Scheduled");
            press(page, "d");
            assertStatus(page, "Dispatched");
            press(page, "s");
            assertStatus(page, "In progress");
            press(page, "f");
            assertStatus(page, "Completed");
            press(page, "y");
            assertThat(page.locator(".job-told")).containsText("rescheduled");
            Browser.shot(page, "job-6-completed");
            press(page, "o");
            send(page);
            assertStatus(page, "In progress");
            Browser.shot(page, "job-7-reopened");
        }
    }

    /** A Sunday is asked about; one tick confirms it, and what was typed beside it is still there. */
    @Test
    void anUnusualTimeIsConfirmedWithOneTick() {
        long job = job();
        String sunday = LocalDate.now(ZoneId.of("America/New_York"))
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .toString();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(mary);
            page.navigate(browser.url("/jobs/" + job));
            reschedule(page, sunday + "T10:00", "They are home on Sundays");
            assertThat(page.locator("#reschedule-dialog .start-confirm"))
                    .hasText("Closed on Sundays. Move it to this time");
            assertThat(page.locator("#f-rescheduleReason")).hasValue("They are home on Sundays");
            Browser.shot(page, "job-8-unusual");
            page.locator("#f-start").fill(sunday + "T11:00");
            page.locator("#f-windowStart").fill("10:30");
            assertThat(page.locator("#reschedule-dialog .start-confirm")).hasCount(0);
            page.locator("#f-windowEnd").fill("12:30");
            send(page);
            page.locator("#reschedule-dialog .start-confirm input").check();
            send(page);
            assertThat(page.locator(".cb-toast").last()).containsText("is moved from");
            assertThat(page.locator(".job-visit")).containsText("10:30 AM");

            press(page, "v");
            page.locator("#f-visitStart").fill(sunday + "T09:00");
            send(page);
            page.locator("#visit-dialog .start-confirm input").check();
            Browser.shot(page, "job-9-unusual-visit");
            send(page);
            assertThat(page.locator(".job-visit")).hasCount(2);
        }
    }

    @Test
    void anOpenPageShowsWhatSomebodyElseDoes() {
        long job = job();
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(mary);
            page.navigate(browser.url("/jobs/" + job));
            assertStatus(page, "Scheduled");
            shop.tenant.caller.run(() -> {
                long reason = Server.bean(JobHoldReasons.class)
                        .choices(tenant)
                        .getFirst()
                        .id();
                long visit = Server.bean(Appointments.class)
                        .ofJob(tenant, job)
                        .getFirst()
                        .id();
                Server.bean(HoldAppointment.class)
                        .hold(tenant, visit, reason, null, new FieldErrors(), Precondition.NONE);
            });
            assertStatus(page, "On hold");
            press(page, "u"); // the keys know what is there now
            assertStatus(page, "Scheduled");
        }
    }

    private static void assertStatus(Page page, String words) {
        assertThat(page.locator(".job-title .cb-status").first()).hasText(words);
    }

    private static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    private static void send(Page page) {
        page.keyboard().press("Control+Enter");
    }

    private static void reschedule(Page page, String start, String reason) {
        press(page, "r");
        page.locator("#f-start").fill(start);
        page.locator("#f-rescheduleReason").fill(reason);
        Browser.shot(page, "job-reschedule");
        send(page);
    }
}
