package org.callboard.web.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.CreateLead;
import org.callboard.leads.DismissLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadSource;
import org.callboard.leads.LeadStatus;
import org.callboard.leads.Leads;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriUtils;

/** What the pages of leads answer, whatever is sent to them. */
class LeadPagesTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Visitor csr = Visitor.signedIn(dana);
    private final Leads leads = Server.bean(Leads.class);
    private final Booking booking = claimed("Jordan Reyes");
    private final Lead lead = dana.caller()
            .call(() -> Server.bean(ConvertToLead.class)
                    .of(tenant, booking.id(), new ConvertToLead.Answer(shop.reason, null, shop.campaign, null)));
    private final String page = "/leads/" + lead.id();

    private Booking claimed(String name) {
        Booking inquiry = shop.booking(name, "937-555-0142");
        return dana.caller().call(() -> Server.bean(Claims.class).claim(tenant, inquiry.id()));
    }

    private Lead now() {
        return dana.caller().call(() -> leads.get(tenant, lead.id()));
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        Visitor viewer = Visitor.signedIn(shop.tenant.user(Role.Viewer));
        assertThat(viewer.get(page).body()).contains("Jordan Reyes").doesNotContain("Log a follow-up");
        assertThat(viewer.get("/follow-ups").body()).contains("Jordan Reyes").doesNotContain("Take next");
        assertThat(viewer.get("/leads/new").status()).isEqualTo(403);
        for (String path : List.of("/follow-up", "/date", "/notes", "/owner", "/dismiss", "/reopen", "/book")) {
            assertThat(viewer.post(page + path).status()).as(path).isEqualTo(403);
        }
        assertThat(viewer.post("/follow-ups/next").status()).isEqualTo(403);
    }

    @Test
    void aFormThatIsWrongComesBackAsItWasTyped() {
        csr.get(page);
        Visitor.Answer log =
                csr.post(page + "/follow-up", "channel", "Pigeon", "text", "Half a <b>word", "nextOn", "soon");
        assertThat(log.status()).isEqualTo(422);
        assertThat(log.body())
                .contains("Choose how.")
                .contains("Half a &lt;b&gt;word")
                .contains("A date and time is expected.");
        Visitor.Answer past = csr.post(page + "/date", "date", "2020-01-01T09:00");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("This moment has passed.").contains("2020-01-01T09:00");
        assertThat(csr.post(page + "/notes", "note", " ").body()).contains("This field is required.");
        assertThat(csr.post(page + "/dismiss").body()).contains("Choose why it will not be booked.");
        Visitor.Answer book = csr.post(page + "/book", "who", "new", "name", "Jordan & Co", "minutes", "5");
        assertThat(book.status()).isEqualTo(422);
        assertThat(book.body()).contains("Jordan &amp; Co").contains("Between 15 minutes and 14 days are allowed.");
        Visitor.Answer unread = csr.post(
                page + "/book", "start", "x", "minutes", "long", "campaignId", "y", "priority", "Lofty", "name", "z");
        assertThat(unread.status()).isEqualTo(422);
        assertThat(unread.body())
                .contains("Choose who it is.", "A date and time is expected.", "A whole number is expected.")
                .contains("id=\"e-campaignId\"", "id=\"e-priority\"");
        assertThat(csr.post(page + "/owner", "ownerId", "1").status()).isEqualTo(400);
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void whatIsDoneShowsAndStaysWhereOneWas() {
        String query = "?campaign=" + shop.campaign + "&owner=nobody";
        csr.get(page + query);
        assertThat(csr.post(page + "/date" + query, "quick", Shop.MONDAY + "T09:00")
                        .location())
                .isEqualTo(page + query);
        assertThat(now().details().followUpDate()).isEqualTo(Shop.at(Shop.MONDAY, 9, 0));
        assertThat(csr.post(page + "/owner" + query, "ownerId", Long.toString(dana.id()))
                        .location())
                .isEqualTo(page + query);
        assertThat(now().details().ownerId()).isEqualTo(dana.id());
        csr.post(page + "/owner", "ownerId", "");
        assertThat(now().details().ownerId()).isNull();
        csr.post(page + "/dismiss", "dismissingReasonId", Long.toString(shop.reason));
        assertThat(csr.get(page).body()).contains("Outside our area").contains("/reopen");
        assertThat(csr.get("/follow-ups?status=dismissed").body()).contains("Jordan Reyes");
        Visitor.Answer closed = csr.post(page + "/follow-up", "channel", "Call", "outcome", "Reached");
        assertThat(closed.status()).isEqualTo(422);
        assertThat(closed.body()).contains("was dismissed. Reopen it first.");
        csr.post(page + "/reopen");
        assertThat(now().status()).isEqualTo(LeadStatus.Open);
    }

    /** A lead that says nothing of the person itself is found as its customer is. */
    @Test
    void theListIsSearchedAsTheBoxIs() {
        long customer = shop.customer("Ada Oaks", "937-555-0177", "9 Elm St");
        Lead ofAda = dana.caller()
                .call(() -> Server.bean(CreateLead.class)
                        .create(
                                tenant,
                                Variant.of(shop.leadDraft())
                                        .with("callReasonId", shop.reason)
                                        .with("customerId", customer)
                                        .with("followUpDate", Instant.parse("2026-01-05T15:00:00Z"))
                                        .record(),
                                LeadSource.Hand));
        String hers = "\"/leads/" + ofAda.id() + "?q=";
        for (String words : List.of("oaks", "ada oaks", "0177", "(937) 555-0177", "9 elm")) {
            assertThat(csr.get("/follow-ups?q=" + UriUtils.encode(words, StandardCharsets.UTF_8))
                            .body())
                    .as(words)
                    .contains(hers)
                    .doesNotContain("Jordan Reyes");
        }
        assertThat(csr.get("/follow-ups?q=oaks&status=dismissed").body()).doesNotContain(hers);
        assertThat(csr.get("/follow-ups?q=oaks&status=all").body()).contains("/leads/" + ofAda.id());
        assertThat(csr.get("/follow-ups?q=oaks&owner=me").body()).doesNotContain(hers);
        assertThat(csr.get("/follow-ups?q=Nobody+937-555-0999").body())
                .contains("No open lead fits “Nobody 937-555-0999”.")
                .contains("/leads/new?name=Nobody&amp;phone=937-555-0999")
                .contains("/follow-ups?status=all&amp;q=Nobody%20937-555-0999");
        csr.get("/follow-ups");
        assertThat(csr.post("/follow-ups/next?q=oaks").location())
                .isEqualTo("/leads/" + ofAda.id() + "?q=oaks&round=true");
        assertThat(csr.post("/follow-ups/next?q=nobody").location()).isEqualTo("/follow-ups?q=nobody");
    }

    @Test
    void filtersThatAreNoneAreLeftOut() {
        for (String query : List.of(
                "?campaign=x&reason=99999999999999999999&owner=&without=money&page=-1&status=lost",
                "?campaign=1&page=999999999",
                "?owner=" + dana.id() + "&status=all",
                "?status=won")) {
            assertThat(csr.get("/follow-ups" + query).status()).as(query).isEqualTo(200);
        }
        assertThat(csr.get("/follow-ups?campaign=1").body()).contains("No lead fits these filters.");
        assertThat(csr.get("/follow-ups?campaign=" + shop.campaign).body()).contains("Jordan Reyes");
        assertThat(csr.get("/follow-ups?without=location&reason=" + shop.reason).body())
                .contains("Jordan Reyes");
    }

    @Test
    void aLeadForACustomerIsEnteredFromALink() {
        long customer = shop.customer("Mel Ortiz", "937-555-0199", "5 Elm St");
        Visitor.Answer form = csr.get("/leads/new?customer=" + customer);
        assertThat(form.body()).contains("Mel Ortiz").contains("5 Elm St").doesNotContain("f-street");
        Matcher place = Pattern.compile("value=\"(\\d+)\">5 Elm St").matcher(form.body());
        assertThat(place.find()).isTrue();
        Visitor.Answer made = csr.post(
                "/leads",
                "customerId",
                Long.toString(customer),
                "locationId",
                place.group(1),
                "campaignId",
                Long.toString(shop.campaign),
                "callReasonId",
                Long.toString(shop.reason),
                "followUpDate",
                Shop.MONDAY + "T09:00",
                "summary",
                "Maintenance plan");
        assertThat(made.location()).matches("/leads/\\d+");
        assertThat(csr.get(made.location()).body()).contains("Mel Ortiz").contains("tel:+19375550199");
        assertThat(csr.get(made.location() + "/book").body())
                .contains("This lead&#39;s customer")
                .containsPattern("value=\"location:" + place.group(1) + "\"[^>]*checked");
        assertThat(csr.get("/leads/new?customer=1").status()).isEqualTo(404);
        Visitor.Answer nobody = csr.post("/leads", "customerId", "1", "campaignId", "x", "summary", "x");
        assertThat(nobody.status()).isEqualTo(422);
    }

    @Test
    void anInquiryFromSomebodyWithAnOpenLeadAnswersIt() {
        Booking second = claimed("Jordan Reyes again");
        Visitor.Answer inquiry = csr.get("/calls/" + second.id());
        assertThat(inquiry.body())
                .contains("Answers a lead")
                .containsPattern("value=\"" + lead.id() + "\"\\s+selected");
        Visitor.Answer booked = csr.post(
                "/calls/" + second.id() + "/book",
                "who",
                "new",
                "name",
                "Jordan Reyes",
                "street",
                "12 Oak St",
                "city",
                "Dayton",
                "state",
                "OH",
                "zip",
                "45402",
                "country",
                "USA",
                "businessUnitId",
                Long.toString(shop.unit),
                "jobTypeId",
                Long.toString(shop.jobType),
                "campaignId",
                Long.toString(shop.campaign),
                "start",
                Shop.VISIT.toString(),
                "minutes",
                "60",
                "lead",
                Long.toString(lead.id()));
        assertThat(booked.status()).as(booked.body()).isEqualTo(200);
        assertThat(now().status()).isEqualTo(LeadStatus.Converted);
        assertThat(csr.get(page).body()).contains("Won").contains("job " + now().jobId());
    }

    @Test
    void whatIsDismissedOrWonLeavesNoWayToBookIt() {
        dana.caller().run(() -> Server.bean(DismissLead.class).dismiss(tenant, lead.id(), shop.reason));
        assertThat(csr.get(page + "/book").body()).contains("This lead is closed; reopen it to book.");
        assertThat(csr.get(page).body()).doesNotContain("Book job");
    }
}
