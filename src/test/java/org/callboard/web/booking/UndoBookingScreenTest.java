package org.callboard.web.booking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.database.RecordShape;
import org.callboard.desk.BookJob;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointments;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.notices.NoticeKind;
import org.callboard.notices.NoticeSettings;
import org.callboard.testing.Browser;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody books by mistake, undoes it, and finds everything as before. */
class UndoBookingScreenTest {

    private final Shop shop = new Shop();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);

    @Test
    void onTheCallsScreen() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/calls/" + booking.id()));
            page.locator("[data-key=Enter]").click();
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            page.getByLabel("Summary").fill("No heat. Gate code 4711.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice-good")).containsText("is booked for");
            assertThat(page.locator(".notice-good a").nth(1)).hasText("Jordan Reyes");
            Browser.shot(page, "undo-1-booked");

            page.keyboard().press("u");
            assertThat(page.locator(".inquiry-who")).containsText("You’ve had it");
            assertThat(page.locator(".inquiry .status-pill").first()).hasText("Accepted");
            assertThat(page.getByLabel("Summary")).hasValue("No heat. Gate code 4711.");

            page.locator("#book button[type=submit]").click();
            assertThat(page.locator(".notice-good")).containsText("is booked for");
            dana.caller()
                    .run(() -> Server.bean(ChangeAppointment.class)
                            .confirm(
                                    shop.tenant.id,
                                    Server.bean(Appointments.class)
                                            .ofJob(
                                                    shop.tenant.id,
                                                    Long.parseLong(page.locator(".notice-good a")
                                                            .first()
                                                            .getAttribute("href")
                                                            .replace("/jobs/", "")))
                                            .getFirst()
                                            .id(),
                                    true,
                                    Precondition.NONE));
            page.keyboard().press("u");
            assertThat(page.locator(".notice-bad")).containsText("Somebody has worked on job");
            assertThat(page.locator(".inquiry .status-pill").first()).hasText("Converted");
            assertThat(page.locator("#undo-dismiss")).hasCount(0);
        }
    }

    @Test
    void fromALead() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        Lead lead = dana.caller().call(() -> {
            Server.bean(Claims.class).claim(shop.tenant.id, booking.id());
            return Server.bean(ConvertToLead.class)
                    .of(
                            shop.tenant.id,
                            booking.id(),
                            new ConvertToLead.Answer(shop.reason, null, shop.campaign, "Ask for Sam"));
        });
        try (Browser browser = Browser.open()) {
            Page page = browser.signIn(dana);
            page.navigate(browser.url("/leads/" + lead.id() + "/book"));
            page.waitForLoadState();
            page.getByLabel("Summary").focus();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".status-pill")).hasText("Won");
            page.locator(".cb-toast a").click();
            assertThat(page.locator("h1")).hasText(Pattern.compile("Job \\d+ is booked"));
            Browser.shot(page, "undo-2-page");
            page.waitForLoadState();
            page.keyboard().press("u");
            assertThat(page.locator(".cb-toast")).containsText("is undone");
            assertThat(page.locator(".status-pill")).hasText("Open");
            Lead after = dana.caller().call(() -> Server.bean(Leads.class).get(shop.tenant.id, lead.id()));
            assertThat(after.details()).isEqualTo(lead.details());
        }
    }

    @Test
    void thePageSaysWhetherTheCustomerIsTold() {
        byText(NoticeKind.Confirmation, true);
        byText(NoticeKind.Cancellation, true);
        long booking = shop.booking("Jordan Reyes", "937-555-0142").id();
        long job = dana.caller().call(() -> {
            Server.bean(Claims.class).claim(shop.tenant.id, booking);
            return Server.bean(BookJob.class).book(shop.tenant.id, booking, shop.form());
        });
        Visitor visitor = Visitor.signedIn(dana);
        String path = "/jobs/" + job + "/undo";
        assertThat(visitor.get(path).body()).contains("Undo the booking").doesNotContain("The customer was told");
        shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update outgoing_message set state = 'Sent' where record_kind = 'job-message'")
                .update());
        assertThat(visitor.get(path).body())
                .contains("and is told that it is canceled")
                .doesNotContain("no message");
        byText(NoticeKind.Cancellation, false);
        assertThat(visitor.get(path).body())
                .contains("but no message goes that it is canceled")
                .doesNotContain("and is told");
    }

    private void byText(NoticeKind kind, boolean on) {
        shop.tenant.caller.run(() -> Server.bean(NoticeSettings.class)
                .update(shop.tenant.id, kind, RecordShape.with(kind.standard(), "byText", on)));
    }
}
