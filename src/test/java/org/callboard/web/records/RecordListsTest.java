package org.callboard.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.bookings.Booking;
import org.callboard.customers.Locations;
import org.callboard.jobs.Jobs;
import org.callboard.paging.Paging;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What the pages list: jobs with their invoices, inquiries, people, notes; the long ones page by page. */
class RecordListsTest {

    private final Shop shop = new Shop();
    private final long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long location = shop.tenant.caller.call(() -> Server.bean(Locations.class)
            .ofCustomer(shop.tenant.id, customer, new Paging(1, 1, false))
            .data()
            .getFirst()
            .id());
    private final Api api = shop.tenant.api();
    private final Visitor csr = Visitor.signedIn(shop.tenant.user(Role.CSR));

    @Test
    void jobsComeWithTheirInvoicesAndTheInquiryThatTheyWere() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        Booking other = shop.booking("Somebody at their phone", "(937) 555 0142");
        shop.booking("A stranger", "937-555-0199");
        long job = job(booking.id());
        for (String page : List.of("/customers/" + customer, "/locations/" + location)) {
            String body = csr.get(page).body();
            assertThat(body)
                    .contains("Job " + job, "Furnace repair", "Heating", "Invoice ")
                    .contains("href=\"/calls/" + booking.id() + "\"", "href=\"/calls/" + other.id() + "\"")
                    .contains("Somebody at their phone", "Same number or e-mail")
                    .doesNotContain("A stranger");
        }
    }

    @Test
    void longListsComePageByPage() {
        for (int i = 0; i < 11; i++) {
            job(null);
            api.post(
                    api.path("crm/v2", "/customers/" + customer + "/notes"),
                    "{\"text\":\"Note no. %d.\"}".formatted(i));
        }
        for (int i = 0; i < 21; i++) {
            api.post(api.path("crm/v2", "/customers/" + customer + "/notes"), "{\"text\":\"Late note\"}");
            api.post(
                    api.path("crm/v2", "/locations"),
                    "{\"customerId\":%d,\"name\":\"Place %d\",\"address\":%s}".formatted(customer, i, Office.ADDRESS));
        }
        String page = "/customers/" + customer;
        String body = csr.get(page).body();
        assertThat(body).contains("Older jobs", "Older notes", "More locations").doesNotContain("Note no. 0.");
        assertThat(csr.get(page + "/jobs?number=2").body()).contains("Job ").doesNotContain("Older jobs");
        assertThat(csr.get(page + "/notes?number=2").body())
                .contains("Note no. 0.")
                .doesNotContain("Older notes");
        assertThat(csr.get(page + "/locations?number=2").body())
                .contains("12 Oak St")
                .doesNotContain("More locations");
        assertThat(csr.get("/locations/" + location + "/jobs?number=2").body()).contains("Jordan Reyes");
        for (String number : List.of("-5", "0", "2147483647")) {
            assertThat(csr.get(page + "/bookings?number=" + number).status()).isEqualTo(200);
        }
    }

    @Test
    void aLongHistoryGoesOnWhereItStopped() {
        for (int i = 0; i < 51; i++) {
            api.post(api.path("crm/v2", "/customers/" + customer + "/notes"), "{\"text\":\"Late note\"}");
        }
        String first = csr.get("/customers/" + customer + "/history").body();
        assertThat(first).contains("Older changes").doesNotContain("Created");
        String older = first.replaceAll("(?s).*(/customers/\\d+/history\\?before=\\d+).*", "$1");
        assertThat(csr.get(older).body()).contains("Created").doesNotContain("Older changes");
    }

    @Test
    void peopleWhoBelongToTheCustomerAreShownWithTheWaysToReachThem() {
        String contacts = api.path("crm/v2", "/contacts");
        String pat = Office.ok(api.post(contacts, "{\"name\":\"Pat <b>\",\"title\":\"Tenant\"}"))
                .get("id")
                .stringValue();
        api.post(contacts + "/" + pat + "/contact-methods", "{\"type\":\"Fax\",\"value\":\"937-555-0177\"}");
        api.post(contacts + "/" + pat + "/contact-methods", "{\"type\":\"Phone\",\"value\":\"937-555-0178\"}");
        api.post(contacts + "/" + pat + "/relationships/" + customer + "/customer", "");
        assertThat(csr.get("/customers/" + customer).body())
                .contains("Pat &lt;b&gt;", "Tenant", "(937) 555-0177", "href=\"tel:+19375550178\"", ">Fax<", ">Phone<");
        assertThat(csr.get("/locations/" + location).body()).doesNotContain("Tenant");
    }

    private long job(Long booking) {
        return shop.tenant.caller.call(() -> Server.bean(Jobs.class)
                .book(
                        shop.tenant.id,
                        Variant.of(shop.jobDraft(customer, location, "summary", "No heat"))
                                .with("bookingId", booking)
                                .record()));
    }
}
