package org.callboard.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ids;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.List;
import org.callboard.jobs.Jobs;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a program finds leads, and the leads that forms make. */
class LeadListTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Api api = shop.tenant.api();
    private final String leads = api.path("crm/v2", "/leads");

    private long lead(String more) {
        JsonNode lead = ok(Contract.check("Leads_Create", api.post(leads, """
                {"campaignId":%d,"summary":"x","callReasonId":%d%s}
                """.formatted(
                        shop.campaign, shop.reason, more.isEmpty() ? "" : "," + more))));
        return lead.get("id").longValue();
    }

    private List<Long> found(String query) {
        return ids(ok(Contract.check("Leads_GetList", api.get(leads + query))).get("data"));
    }

    private long locationOf(long customer) {
        return ok(api.get(api.path("crm/v2", "/locations?customerId=" + customer)))
                .at("/data/0/id")
                .longValue();
    }

    private void bookJob(long customer, long location) {
        shop.tenant.caller.run(() -> Server.bean(Jobs.class).book(tenant, shop.jobDraft(customer, location)));
    }

    @Test
    void byWhoseTheyAre() {
        long prospect = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long regular = shop.customer("Mel Ortiz", "937-555-0199", "5 Elm St");
        bookJob(regular, locationOf(regular));
        long nobody = lead("");
        long ofProspect = lead("\"customerId\":" + prospect);
        long ofRegular = lead("\"locationId\":" + locationOf(regular));
        assertThat(found("")).containsExactly(nobody, ofProspect, ofRegular);
        assertThat(found("?customerId=" + regular)).containsExactly(ofRegular);
        assertThat(found("?isProspect=True")).containsExactly(nobody, ofProspect);
        assertThat(found("?isProspect=false")).containsExactly(ofRegular);
        assertThat(found("?withoutCustomer=true")).containsExactly(nobody, ofProspect);
        assertThat(found("?withoutCustomer=false")).containsExactly(ofRegular);
        assertThat(found("?customerCity=dayt")).containsExactly(ofProspect, ofRegular);
        assertThat(found("?customerState=oh&customerZip=454")).containsExactly(ofProspect, ofRegular);
        assertThat(found("?customerZip=9")).isEmpty();
        JsonNode customer = ok(api.get(api.path("crm/v2", "/customers/" + regular)));
        String created = customer.get("createdOn").stringValue();
        assertThat(found("?customerCreatedOnOrAfter=" + created)).containsExactly(ofRegular);
        assertThat(found("?customerCreatedBefore=" + created)).containsExactly(ofProspect);
        assertThat(found("?customerModifiedOnOrAfter="
                        + customer.get("modifiedOn").stringValue()))
                .containsExactly(ofRegular);
        assertThat(shop.tenant.caller.call(() -> Server.bean(Leads.class).ofCustomer(tenant, regular)))
                .extracting(Lead::id)
                .containsExactly(ofRegular);
        long place = locationOf(regular);
        assertThat(shop.tenant.caller.call(() -> Server.bean(Leads.class).ofLocation(tenant, place)))
                .extracting(Lead::id)
                .containsExactly(ofRegular);
    }

    @Test
    void byWhatIsKnownOfThePerson() {
        long jordan = lead("\"leadCustomerName\":\"Jordan Reyes\",\"leadPhone\":\"(937) 555-0142\"");
        long mel = lead("\"leadCustomerName\":\"Mel Ortiz\",\"leadPhone\":\"+1 937 555 0199\"");
        assertThat(found("?leadCustomerName=REYES")).containsExactly(jordan);
        for (String number : List.of("9375550142", "%2B1%20937-555-0142", "555-0142", "0142", "1.937.555.0142")) {
            assertThat(found("?leadPhone=" + number)).as(number).containsExactly(jordan);
        }
        assertThat(found("?leadPhone=937-555-0199")).containsExactly(mel);
        assertThat(wrong(Contract.check("Leads_GetList", api.get(leads + "?leadPhone=ab1"))))
                .containsExactly("leadPhone");
    }

    @Test
    void byStateIdsAndOrderAndWithAnAddressForPeople() {
        long first = lead("");
        long second = lead("");
        long third = lead("");
        api.post(leads + "/" + second + "/dismiss", "{\"dismissingReasonId\":" + shop.reason + "}");
        assertThat(found("?status=open")).containsExactly(first, third);
        assertThat(found("?status=Dismissed")).containsExactly(second);
        assertThat(found("?status=Converted")).isEmpty();
        assertThat(found("?sort=-ModifiedOn&pageSize=1")).containsExactly(second);
        assertThat(found("?sort=-Id")).containsExactly(third, second, first);
        assertThat(found("?ids=" + first + "," + third)).containsExactly(first, third);
        assertThat(found("?isCaptureSourceForm=false")).hasSize(3);
        JsonNode page = ok(Contract.check("Leads_GetList", api.get(leads + "?genPermUrl=true&includeTotal=true")));
        assertThat(page.get("totalCount").intValue()).isEqualTo(3);
        assertThat(page.at("/data/0/leadUrl").stringValue()).isEqualTo(Server.url() + "/leads/" + first);
        assertThat(ok(api.get(leads)).at("/data/0/leadUrl").isNull()).isTrue();
        assertThat(wrong(Contract.check("Leads_GetList", api.get(leads + "?sort=-name"))))
                .containsExactly("sort");
        assertThat(wrong(Contract.check(
                        "Leads_GetList",
                        api.get(leads + "?status=Won&isProspect=perhaps&withoutCustomer=maybe&customerId=x"
                                + "&customerCreatedBefore=never&isCaptureSourceForm=2&genPermUrl=3"))))
                .containsExactly(
                        "customerCreatedBefore",
                        "customerId",
                        "genPermUrl",
                        "isCaptureSourceForm",
                        "isProspect",
                        "status",
                        "withoutCustomer");
    }

    @Test
    void aFormMakesALeadOfItsCampaign() {
        LeadForm form = form("Heat pump offer", shop.reason, 2);
        String submit = leads + "/form?id=" + form.id();
        Api.Answer answer = Contract.check("Leads_SubmitLeadForm", api.post(submit, """
                {"name":"Jordan Reyes","email":"jordan@example.com","phoneNumber":"937-555-0142","summary":null,
                 "address":{"street":"12 Oak St","unit":null,"city":"Dayton","state":"OH","zip":"45402","country":"USA",
                    "latitude":null,"longitude":null}}"""));
        long id = ok(answer).get("leadId").longValue();
        JsonNode lead = ok(Contract.check("Leads_Get", api.get(leads + "/" + id)));
        assertThat(lead.get("campaignId").longValue()).isEqualTo(shop.campaign);
        assertThat(lead.get("callReasonId").longValue()).isEqualTo(shop.reason);
        assertThat(lead.get("followUpDate").isNull()).isFalse();
        assertThat(lead.get("captureSource").stringValue()).isEqualTo("Form");
        assertThat(lead.get("leadCustomerName").stringValue()).isEqualTo("Jordan Reyes");
        assertThat(lead.get("leadZip").stringValue()).isEqualTo("45402");
        assertThat(lead.get("summary").isNull()).isTrue();
        long other = lead("");
        assertThat(found("?isCaptureSourceForm=true")).containsExactly(id);
        assertThat(found("?isCaptureSourceForm=false")).containsExactly(other);
    }

    @Test
    void aFormIsNamedUnlessThereIsButOne() {
        String name = "{\"name\":\"Jordan Reyes\"}";
        assertThat(wrong(Contract.check("Leads_SubmitLeadForm", api.post(leads + "/form", name))))
                .containsExactly("id");
        LeadForm first = form("First", null, 0);
        assertThat(Contract.check("Leads_SubmitLeadForm", api.post(leads + "/form", name))
                        .status())
                .isEqualTo(200);
        LeadForm second = form("Second", shop.reason, null);
        assertThat(wrong(Contract.check("Leads_SubmitLeadForm", api.post(leads + "/form", name))))
                .containsExactly("id");
        assertThat(wrong(Contract.check("Leads_SubmitLeadForm", api.post(leads + "/form?id=1", name))))
                .containsExactly("id");
        shop.tenant.caller.run(() -> Server.bean(LeadForms.class).activate(tenant, second.id(), false));
        assertThat(wrong(Contract.check("Leads_SubmitLeadForm", api.post(leads + "/form?id=" + second.id(), name))))
                .containsExactly("id");
        assertThat(wrong(Contract.check("Leads_SubmitLeadForm", api.post(leads + "/form?id=" + first.id(), """
                {"name":" ","email":"x","phoneNumber":5,"address":{"street":"12 Oak St","latitude":1}}"""))))
                .containsExactly(
                        "address.city",
                        "address.country",
                        "address.state",
                        "address.zip",
                        "email",
                        "name",
                        "phoneNumber");
        assertThat(wrong(Contract.check("Leads_SubmitLeadForm", api.post(leads + "/form?id=" + first.id(), """
                {"name":"J","email":"x","phoneNumber":"5"}"""))))
                .containsExactly("email", "phoneNumber");
    }

    private LeadForm form(String name, Long reason, Integer days) {
        return shop.tenant.caller.call(() ->
                Server.bean(LeadForms.class).add(tenant, new LeadForm.Details(name, shop.campaign, reason, days)));
    }
}
