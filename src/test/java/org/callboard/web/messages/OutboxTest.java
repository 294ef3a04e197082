package org.callboard.web.messages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingDetails;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.NewBooking;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.testing.Browser;
import org.callboard.testing.FreshServer;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;

/** A Callboard as it comes, without a mail server: a mail can be read all the same. */
class OutboxTest {

    @Test
    void withoutAMailServerMailsCanBeReadInTheOutbox() {
        try (FreshServer server = new FreshServer("mail_outbox");
                Browser browser = Browser.open(server.url())) {
            long booking = booking(server);
            Page page = browser.signIn("pat@oak.test", TestTenant.PASSWORD);
            page.navigate(browser.url("/settings/outbox"));
            assertThat(page.locator(".cb-notice")).containsText("No mail server is set up");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody .cb-status")).hasText("Kept here");
            Browser.shot(page, "outbox-kept");
            page.getByText("Oak Heating: we have your request").click();
            assertThat(page.locator(".cb-letter-body")).containsText("What you told us: No heat");
            assertThat(page.locator(".cb-letter-head")).containsText("jordan@reyes.test");
            Browser.shot(page, "outbox-kept-message");

            page.getByText("Booking " + booking).click();
            page.locator(".inquiry-history summary").click();
            assertThat(page.locator(".history")).containsText("confirmation kept in the outbox");
            assertThat(page.locator(".history")).containsText("jordan@reyes.test");
            Browser.shot(page, "outbox-kept-history");

            page.navigate(browser.url("/settings/messages"));
            assertThat(page.locator(".cb-notice")).containsText("No mail server is set up");
            page.getByText("Send a test to me").click();
            assertThat(page.locator(".cb-toast")).hasText("No mail server is set up: the test is in the outbox.");
            Browser.shot(page, "messages-kept");
        }
    }

    private static long booking(FreshServer server) {
        long tenant = server.bean(Tenants.class).nextId();
        return Caller.system(tenant).call(() -> {
            server.bean(Tenants.class).create("Oak Heating", ZoneId.of("America/New_York"), "US");
            server.bean(Users.class)
                    .add(tenant, new Users.Draft("Pat Lee", "pat@oak.test", Role.Owner, TestTenant.PASSWORD));
            BookingProviderTag website = server.bean(BookingProviderTags.class).create(tenant, "Website", "Ours");
            BookingDetails details = new BookingDetails(
                    "web-1",
                    "Website",
                    "Jordan Reyes",
                    null,
                    null,
                    null,
                    "No heat",
                    null,
                    null,
                    null,
                    null,
                    true,
                    null,
                    true);
            List<ContactDraft> contacts = List.of(new ContactDraft(ContactType.Email, "jordan@reyes.test", null));
            Booking booking =
                    server.bean(Bookings.class).create(tenant, website.id(), new NewBooking(details, contacts));
            return booking.id();
        });
    }
}
