package org.callboard.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Bookings;
import org.callboard.bookings.Claims;
import org.callboard.desk.BookJob;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.FormPost;
import org.callboard.testing.Office;
import org.callboard.testing.PublicPage;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Nobody agrees to what they were not asked about, whichever way a person comes in. */
class ConsentTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Api api = shop.tenant.api();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Visitor csr = Visitor.signedIn(dana);

    private interface Way {
        void in() throws Exception;
    }

    @Test
    void noContactIsBornWithAYesToOffers() throws Exception {
        String customers = api.path("crm/v2", "/customers");
        String locations = api.path("crm/v2", "/locations");
        contacts(
                "a new customer by API, with a location",
                2,
                () -> Office.ok(api.post(customers, """
                {"name":"Ada","address":%s,"contacts":[{"type":"Email","value":"ada@example.com"}],
                 "locations":[{"name":"Home","address":%s,"contacts":[{"type":"Phone","value":"937-555-0101"}]}]}
                """.formatted(Office.ADDRESS, Office.ADDRESS))));
        long customer = only(customers, "Ada");
        contacts(
                "a contact of a customer by API",
                1,
                () -> Office.ok(api.post(
                        customers + "/" + customer + "/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-0102\"}")));
        contacts(
                "a new location by API, copied to the customer",
                2,
                () -> Office.ok(api.post(locations, """
                {"customerId":%d,"name":"Cabin","address":%s,"contacts":[{"type":"Phone","value":"937-555-0103"}]}
                """.formatted(customer, Office.ADDRESS))));
        long location = only(locations, "Cabin");
        contacts(
                "a contact of a location by API",
                1,
                () -> Office.ok(api.post(
                        locations + "/" + location + "/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-0104\"}")));
        contacts("an import", 2, () -> importCustomers("""
                Name,Street,City,State,ZIP,Phone,E-mail
                Bea,1 Elm St,Dayton,OH,45402,937-555-0105,bea@example.com
                """));
        contacts("the form for a new customer", 1, () -> {
            String form = csr.get("/customers/new").body();
            String once = form.replaceFirst("(?s).*name=\"once\" value=\"([^\"]+)\".*", "$1");
            assertThat(csr.postForm(
                                    "/customers/new",
                                    "once=" + once + "&name=Cy&locations[0].same=true"
                                            + "&address.street=12+Oak+St&address.city=Dayton&address.state=OH"
                                            + "&address.zip=45402&address.country=USA"
                                            + "&contacts[0].type=Phone&contacts[0].value=937-555-0106")
                            .status())
                    .isEqualTo(302);
        });
        for (String page : List.of("/customers/" + customer, "/locations/" + location)) {
            String blank = csr.get(page + "/contacts/new", "HX-Request", "true").body();
            assertThat(blank)
                    .containsPattern("name=\"jobReminders\"[^>]*checked")
                    .contains("name=\"marketing\"");
            assertThat(blank).doesNotContainPattern("name=\"marketing\"[^>]*checked");
        }
        contacts("a job for somebody new", 2, () -> {
            Booking booking = shop.booking("Di", "937-555-0107");
            dana.caller().call(() -> Server.bean(Claims.class).claim(tenant, booking.id()));
            dana.caller().call(() -> Server.bean(BookJob.class).book(tenant, booking.id(), shop.form()));
        });
    }

    @Test
    void whoWasNotAskedDoesNotSayThatTheyAreNew() {
        PublicPage silent = PublicPage.of(shop);
        assertThat(FormPost.filled(silent).send().statusCode()).isEqualTo(302);
        JsonNode booking = Office.ok(api.get(api.path("crm/v2", "/bookings"))).at("/data/0");
        assertThat(booking.get("isFirstTimeClient").isNull()).isTrue();
        assertThat(csr.get("/calls/" + booking.get("id").longValue()).body())
                .contains("Not said")
                .doesNotContain("Says they");
        Booking bare = shop.tenant.caller.call(
                () -> Server.bean(Bookings.class).get(tenant, booking.get("id").longValue()));
        assertThat(bare.details().isSendConfirmationEmail()).isFalse();
    }

    /** A flag that a person would have to agree to has no place on this list. */
    @Test
    void whatIsTrueByItselfIsNobodysConsent() {
        assertThat(Server.bean(JdbcClient.class).sql("""
                                select distinct column_name from information_schema.columns
                                where table_schema = 'public' and data_type = 'boolean' and column_default = 'true'
                                """).query(String.class).set())
                .containsExactlyInAnyOrder(
                        "active",
                        "job_reminders_enabled",
                        "notifications_enabled", // of a job: about the appointment that the customer made
                        "invoice_notification",
                        "statement_notification",
                        "show_bookings_on_calls");
    }

    /** Goes the way, which brings so many contacts, and looks at all that the company has now. */
    private void contacts(String way, int brought, Way go) throws Exception {
        long before = count("true");
        go.in();
        assertThat(count("true")).as(way).isGreaterThanOrEqualTo(before + brought);
        assertThat(count("marketing_updates_enabled")).as(way).isZero();
        assertThat(count("not job_reminders_enabled")).as(way).isZero();
    }

    private long count(String which) {
        return shop.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("""
                        select count(*) from contact_entry where tenant_id = :tenant and (WHICH)
                        """.replace("WHICH", which))
                .param("tenant", tenant)
                .query(Long.class)
                .single());
    }

    private long only(String path, String name) {
        return Office.ok(api.get(path + "?name=" + name)).at("/data/0/id").longValue();
    }

    private void importCustomers(String list) {
        String imports = api.path("callboard/v1", "/imports");
        Api.Answer sent = api.post(imports + "?kind=Customers", list, "Content-Type", "text/csv");
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        String one = imports + "/" + sent.json().get("id").longValue();
        Eventually.is("Finished", () -> api.get(one).json().get("state").stringValue());
    }
}
