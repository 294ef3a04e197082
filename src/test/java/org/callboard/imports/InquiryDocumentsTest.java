package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.util.List;
import java.util.stream.Collectors;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.database.Caller;
import org.callboard.desk.BookJob;
import org.callboard.desk.BookLeadJob;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.DismissLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.leads.Leads;
import org.callboard.testing.Api;
import org.callboard.testing.Documents;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever makes, changes, closes or reopens a lead or an inquiry keeps what it is found by. */
class InquiryDocumentsTest {

    private final Desk desk = new Desk();
    private final Shop shop = desk.shop;
    private final long tenant = desk.tenant;
    private final Api office = desk.api;
    private final Api provider = shop.tenant.api(shop.provider);
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final String bookings = provider.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");
    private final String leads = office.path("crm/v2", "/leads");

    /** Whatever a test did. */
    @AfterEach
    void everyDocumentIsAsMadeAnew() {
        Documents.areAsMadeAnew(tenant);
    }

    private List<String> documents(String kind) {
        return shop.tenant.caller.call(Documents::all).stream()
                .filter(document -> document.startsWith(kind + " "))
                .map(document -> document.replaceAll("[bd]" + tenant + ":", ""))
                .toList();
    }

    private String document(String kind, long id) {
        return documents(kind).stream()
                .filter(document -> document.startsWith(kind + " " + id + " "))
                .collect(Collectors.joining());
    }

    private long posted(String externalId) {
        return ok(provider.post(bookings, """
                {"source":"Website","name":"Uma One","summary":"No heat","externalId":"%s","isFirstTimeClient":true,
                 "address":{"street":"12 Oak St","city":"Dayton","state":"OH","zip":"45402","country":"USA"},
                 "contacts":[{"type":"MobilePhone","value":"937-555-2101"},{"type":"Email","value":"uma@example.com"}]}
                """.formatted(externalId))).get("id").longValue();
    }

    private void keeper() {
        posted("keeps the list from being empty");
    }

    @Test
    void anInquiryIsFoundWhileItWaits() {
        keeper();
        long id = posted("one");
        assertThat(document("booking", id)).contains("n:uma'", "s:oak'", "p:9375552101", "e:uma@example.com");
        String own = bookings + "/" + id;
        ok(provider.patch(own, """
                {"name":"Uma Two","address":{"street":"9 Elm St","city":"Troy","state":"OH","zip":"45373","country":"USA","unit":null}}
                """));
        long contact = ok(provider.post(own + "/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-2102\"}"))
                .get("id")
                .longValue();
        ok(provider.patch(own + "/contacts/" + contact, "{\"value\":\"937-555-2103 / 937-555-2104\"}"));
        assertThat(document("booking", id))
                .contains("n:two'", "s:elm'", "p:9375552103", "p:9375552104")
                .doesNotContain("n:one'", "2102");
        assertThat(provider.delete(own + "/contacts/" + contact).status()).isEqualTo(200);
        assertThat(document("booking", id)).doesNotContain("2103");
        Claims claims = Server.bean(Claims.class);
        dana.caller().run(() -> {
            claims.claim(tenant, id);
            claims.release(tenant, id);
            claims.claim(tenant, id);
        });
        assertThat(document("booking", id)).isNotEmpty();
        dana.caller().run(() -> Server.bean(DismissBooking.class).byUser(tenant, id, shop.reason, "no"));
        assertThat(document("booking", id)).isEmpty();
        dana.caller().run(() -> claims.reopen(tenant, id));
        assertThat(document("booking", id)).contains("n:two'", "p:9375552101");
        dana.caller().run(() -> Server.bean(BookJob.class).book(tenant, id, shop.form()));
        assertThat(document("booking", id)).isEmpty();
        long other = posted("two");
        assertThat(provider.post(bookings + "/" + other + "/dismiss", "{}").status())
                .isEqualTo(200);
        assertThat(document("booking", other)).isEmpty();
    }

    @Test
    void anInquiryThatBecomesALeadIsFoundAsThat() {
        keeper();
        long id = posted("one");
        ConvertToLead convert = Server.bean(ConvertToLead.class);
        Lead lead = dana.caller()
                .call(() ->
                        convert.of(tenant, id, new ConvertToLead.Answer(shop.reason, null, shop.campaign, "later")));
        assertThat(document("booking", id)).isEmpty();
        assertThat(document("lead", lead.id())).contains("n:uma'", "s:oak'", "p:9375552101", "e:uma@example.com");
        dana.caller().run(() -> convert.takeBack(tenant, id));
        assertThat(document("booking", id)).contains("n:uma'");
        assertThat(document("lead", lead.id())).isEmpty();
        long byProgram = ok(office.post(leads, """
                {"campaignId":%d,"summary":"x","callReasonId":%d,"bookingId":%d}
                """.formatted(shop.campaign, shop.reason, id)))
                .get("id")
                .longValue();
        assertThat(document("booking", id)).isEmpty();
        assertThat(document("lead", byProgram)).contains("n:uma'");
    }

    @Test
    void aLeadIsFoundWhateverBecameOfIt() {
        keeper();
        long id = ok(office.post(leads, """
                {"campaignId":%d,"summary":"x","callReasonId":%d,"leadCustomerName":"Ben Two","leadPhone":"937-555-2121",
                 "leadStreet":"12 Oak St"}
                """.formatted(shop.campaign, shop.reason)))
                .get("id")
                .longValue();
        String own = leads + "/" + id;
        assertThat(document("lead", id)).contains("n:ben'", "s:oak'", "p:9375552121");
        ok(office.patch(own, "{\"leadCustomerName\":\"Ben Three\",\"leadEmail\":\"ben@example.com\"}"));
        assertThat(document("lead", id))
                .contains("n:three'", "e:ben@example.com")
                .doesNotContain("'two'");
        ok(office.patch(own, "{\"leadPhone\":\"937-555-2122\"}"));
        assertThat(document("lead", id)).contains("2122").doesNotContain("2121");
        dana.caller().run(() -> {
            Server.bean(DismissLead.class).dismiss(tenant, id, shop.reason);
            assertThat(document("lead", id)).contains("n:three'");
            Server.bean(DismissLead.class).reopen(tenant, id);
        });
        long customer = shop.customer("Ben Three", "937-555-2122", "12 Oak St");
        give(id, customer);
        dana.caller().run(() -> Server.bean(BookLeadJob.class).book(tenant, id, shop.form()));
        assertThat(document("lead", id)).contains("n:three'");
        LeadForm form = shop.tenant.caller.call(() -> Server.bean(LeadForms.class)
                .add(tenant, new LeadForm.Details("Offer", shop.campaign, shop.reason, null)));
        long submitted = ok(office.post(leads + "/form?id=" + form.id(), """
                {"name":"Cy Four","email":"cy@example.com","phoneNumber":"937-555-2131"}
                """))
                .get("leadId")
                .longValue();
        assertThat(document("lead", submitted)).contains("n:cy'", "e:cy@example.com");
    }

    private void give(long lead, long customer) {
        Caller.system(tenant)
                .run(() -> Server.bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> Server.bean(Leads.class).give(tenant, lead, customer, null)));
    }

    @Test
    void aListOfLeadsIsFoundUntilItIsTakenBack() {
        keeper();
        long id = desk.done(desk.forLeads(), """
                Name,Phone,Email,Street
                Dee Five,937-555-2141,dee@example.com,12 Oak St
                Eli Six,937-555-2142,,
                """);
        assertThat(documents("lead")).hasSize(2).first().asString().contains("n:dee'", "p:9375552141");
        desk.undo(id);
        assertThat(documents("lead")).isEmpty();
    }

    @Test
    void anInquiryCostsOneStatementMore() {
        keeper();
        assertThat(Statements.of(() -> posted("one")))
                .filteredOn(sql -> sql.contains("search_document") || sql.contains("search_word"))
                .hasSize(1);
    }
}
