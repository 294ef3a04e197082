package org.callboard.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs really send. Whoever can be reached is not lost for what else is wrong. */
class KeptInquiriesTest {

    private static final String PHONE = "{\"type\":\"MobilePhone\",\"value\":\"(937) 555-0142\"}";

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final String bookings = api.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");
    private final String leads = api.path("crm/v2", "/leads");
    private int number;

    private String booking(String more) {
        return """
                {"externalId":"kept-%d","source":"Website","name":"Jordan Reyes","summary":"No heat",
                 "isFirstTimeClient":true%s}""".formatted(++number, more.isEmpty() ? "" : "," + more);
    }

    private String lead(String more) {
        return """
                {"campaignId":%d,"callReasonId":%d,"summary":"Wants a price"%s}
                """.formatted(shop.campaign, shop.reason, more.isEmpty() ? "" : "," + more);
    }

    private Api.Answer kept(String operation, String path, String body, String... ignored) {
        Api.Answer strict = Contract.check(operation, api.post(path, body, "Prefer", "handling=strict"));
        assertThat(strict.status()).as("strict: " + body).isEqualTo(400);
        Api.Answer answer = Contract.check(operation, api.post(path, body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String header = answer.header("Callboard-Ignored");
        assertThat(header == null ? Set.of() : Set.of(header.split(", ")))
                .as(body)
                .isEqualTo(Set.of(ignored));
        for (String one : ignored) {
            assertThat(wrong(strict)).as("strict: " + body).anyMatch(field -> (field + ".").startsWith(one + "."));
        }
        return answer;
    }

    private JsonNode keptBooking(String more, String... ignored) {
        return kept("Bookings_Create", bookings, booking(more), ignored).json();
    }

    private List<String> contacts(JsonNode booking) {
        return ok(api.get(bookings + "/" + booking.get("id").longValue() + "/contacts"))
                .get("data")
                .valueStream()
                .map(contact -> contact.get("type").stringValue() + " "
                        + contact.get("value").stringValue())
                .toList();
    }

    @Test
    void aBookingIsKeptWithHalfAnAddress() {
        Map<String, String> addresses = Map.of(
                "{\"city\":\"Dayton\",\"zip\":\"45402\"}",
                "{\"street\":\"\",\"unit\":null,\"city\":\"Dayton\",\"state\":\"\",\"zip\":\"45402\",\"country\":\"\"}",
                "{\"street\":\"\",\"city\":\"Dayton\",\"state\":\"OH\",\"zip\":\"45402\",\"country\":\"USA\"}",
                "{\"street\":\"\",\"unit\":null,\"city\":\"Dayton\",\"state\":\"OH\",\"zip\":\"45402\",\"country\":\"USA\"}",
                "{\"street\":\"12 Oak St\",\"city\":null}",
                "{\"street\":\"12 Oak St\",\"unit\":null,\"city\":\"\",\"state\":\"\",\"zip\":\"\",\"country\":\"\"}",
                "{}",
                "{\"street\":\"\",\"unit\":null,\"city\":\"\",\"state\":\"\",\"zip\":\"\",\"country\":\"\"}");
        addresses.forEach((sent, stored) -> {
            JsonNode booking = keptBooking("\"contacts\":[" + PHONE + "],\"address\":" + sent);
            assertThat(booking.get("address")).as(sent).isEqualTo(Api.JSON.readTree(stored));
            String own = bookings + "/" + booking.get("id").longValue();
            assertThat(ok(Contract.check("Bookings_GetForProvider", api.get(own))))
                    .isEqualTo(booking);
        });
        JsonNode long_ = keptBooking(
                "\"contacts\":[" + PHONE + "],\"address\":{\"street\":\"" + "x".repeat(201)
                        + "\",\"city\":\"Dayton\",\"state\":\"OH\",\"zip\":\"45402\",\"country\":\"USA\"}",
                "address.street");
        assertThat(long_.at("/address/street").stringValue()).isEmpty();
    }

    @Test
    void aBookingKeepsItsContactsAsTheyWereSent() {
        JsonNode booking = keptBooking("\"contacts\":[{\"type\":\"Phone\",\"value\":\"call after 5\",\"memo\":\"shy\"},"
                + "{\"type\":\"Email\",\"value\":\"nobody\"}," + PHONE + "]");
        assertThat(contacts(booking))
                .containsExactly("Phone call after 5", "Email nobody", "MobilePhone (937) 555-0142");
        assertThat(contacts(keptBooking(
                        "\"contacts\":[{\"type\":\"Mobile\",\"value\":\"937-555-0143\"},"
                                + "{\"type\":\"Web\",\"value\":\"a@example.com\"},{\"type\":\"Pager\",\"value\":\"@a\"},"
                                + "{\"type\":\"Phone\",\"value\":\" \"},{\"type\":\"Phone\"},null,5]",
                        "contacts[0].type",
                        "contacts[1].type",
                        "contacts[2]",
                        "contacts[3]",
                        "contacts[4]",
                        "contacts[5]",
                        "contacts[6]")))
                .containsExactly("Phone 937-555-0143", "Email a@example.com");
        String many = (PHONE + ",").repeat(51) + PHONE;
        assertThat(contacts(keptBooking("\"contacts\":[" + many + "]", "contacts[50]", "contacts[51]")))
                .hasSize(50);
    }

    /** What a value is counts, and not what it was sent as. Nobody's value is changed. */
    @Test
    void aPersonIsReachedByWhatTheValueIs() {
        for (String contact : List.of(
                "Email 937-555-0101", "MobilePhone pat@example.com", "Phone pat@example.com", "Fax pat@example.com")) {
            String[] sent = contact.split(" ");
            JsonNode booking =
                    keptBooking("\"contacts\":[{\"type\":\"%s\",\"value\":\"%s\"}]".formatted(sent[0], sent[1]));
            assertThat(contacts(booking)).containsExactly(contact);
            JsonNode lead = ok(Contract.check(
                    "Leads_Create",
                    api.post(leads, lead("\"bookingId\":" + booking.get("id").longValue()))));
            assertThat(lead.get(sent[1].contains("@") ? "leadEmail" : "leadPhone")
                            .stringValue())
                    .isEqualTo(sent[1]);
        }
        JsonNode mail =
                kept("Leads_Create", leads, lead("\"leadPhone\":\"a@b.com\"")).json();
        assertThat(mail.get("leadPhone").stringValue()).isEqualTo("a@b.com");
        JsonNode number = kept("Leads_Create", leads, lead("\"leadEmail\":\"937-555-0101\""))
                .json();
        assertThat(number.get("leadEmail").stringValue()).isEqualTo("937-555-0101");
        kept(
                "Leads_SubmitLeadForm",
                leads + "/form?id=" + form().id(),
                "{\"name\":\"Pat\",\"email\":\"937-555-0101\"}");
        assertThat(actions(keptBooking("\"isSendConfirmationEmail\":true,"
                        + "\"contacts\":[{\"type\":\"Email\",\"value\":\"937-555-0101\"}]")))
                .as("no mail goes to a number")
                .doesNotContain("confirmation queued", "confirmation failed");
    }

    @Test
    void aNumberMayStandForAText() {
        JsonNode booking = keptBooking("\"contacts\":[{\"type\":\"Phone\",\"value\":9375550101}],"
                + "\"address\":{\"street\":12,\"city\":\"Dayton\",\"state\":\"OH\",\"zip\":45402,\"country\":\"USA\"}");
        assertThat(contacts(booking)).containsExactly("Phone 9375550101");
        assertThat(booking.at("/address/zip").stringValue()).isEqualTo("45402");
        JsonNode lead = kept("Leads_Create", leads, lead("\"leadPhone\":9375550101,\"leadZip\":45402.5"))
                .json();
        assertThat(lead.get("leadPhone").stringValue()).isEqualTo("9375550101");
        assertThat(lead.get("leadZip").stringValue()).isEqualTo("45402.5");
        kept(
                "Leads_SubmitLeadForm",
                leads + "/form?id=" + form().id(),
                "{\"name\":\"Pat\",\"phoneNumber\":9375550101}");
        assertThat(wrong(api.patch(leads + "/" + lead.get("id").longValue(), "{\"leadPhone\":9375550102}")))
                .as("a change is no inquiry")
                .containsExactly("leadPhone");
    }

    @Test
    void aLeadIsKeptWithoutAnothersLocation() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long riley = shop.customer("Riley Fox", "937-555-0143", "14 Oak St");
        long location = ok(api.get(api.path("crm/v2", "/locations?customerId=" + riley)))
                .at("/data/0/id")
                .longValue();
        String both = "\"customerId\":" + jordan + ",\"locationId\":" + location;
        JsonNode lead = kept("Leads_Create", leads, lead(both + ",\"leadPhone\":\"937-555-0142\""), "locationId")
                .json();
        assertThat(lead.get("customerId").longValue()).isEqualTo(jordan);
        assertThat(lead.get("locationId").isNull()).isTrue();
        assertThat(wrong(api.post(leads, lead(both))))
                .as("which of them asks, nobody can say")
                .containsExactly("locationId");
    }

    private LeadForm form() {
        return shop.tenant.caller.call(() -> Server.bean(LeadForms.class)
                .add(shop.tenant.id, new LeadForm.Details("Offer " + ++number, shop.campaign, shop.reason, null)));
    }

    @Test
    void whatABookingCanNotKeepIsLeftOut() {
        JsonNode booking = keptBooking(
                "\"contacts\":[" + PHONE + """
                ],"customerType":"Alien","priority":"ASAP","start":"tomorrow","campaignId":1,"businessUnitId":"two",
                "jobTypeId":3,"isSendConfirmationEmail":"yes",
                "uploadedImages":["http://x.test/a.jpg","https://x.test/b.jpg",7,"https://x.test/%s"]
                """.formatted("c".repeat(2000)),
                "customerType",
                "priority",
                "start",
                "campaignId",
                "businessUnitId",
                "jobTypeId",
                "isSendConfirmationEmail",
                "uploadedImages[0]",
                "uploadedImages[2]",
                "uploadedImages[3]");
        for (String field : List.of("customerType", "priority", "campaignId", "businessUnitId", "jobTypeId")) {
            assertThat(booking.get(field).isNull()).as(field).isTrue();
        }
        assertThat(booking.get("uploadedImages").toString()).isEqualTo("[\"https://x.test/b.jpg\"]");
    }

    @Test
    void whoeverCanNotBeReachedIsRefusedWithAllThatIsWrong() {
        String fax =
                "\"contacts\":[{\"type\":\"Fax\",\"value\":\"937-555-0142\"},{\"type\":\"Phone\",\"value\":\"none\"},"
                        + "{\"type\":\"Email\",\"value\":\"x\"}],\"address\":{\"city\":\"Dayton\"},\"customerType\":\"Alien\","
                        + "\"campaignId\":1,\"uploadedImages\":[\"http://x.test/a\"]";
        assertThat(wrong(Contract.check("Bookings_Create", api.post(bookings, booking(fax)))))
                .containsExactly(
                        "address",
                        "address.country",
                        "address.state",
                        "address.street",
                        "address.zip",
                        "campaignId",
                        "contacts",
                        "contacts[1].value",
                        "contacts[2].value",
                        "customerType",
                        "uploadedImages[0]");
        assertThat(wrong(api.post(bookings, booking("\"address\":{\"city\":\"Dayton\",\"zip\":\"45402\"}"))))
                .contains("address", "contacts");
        String whole = "\"address\":{\"street\":\"12 Oak St\",\"city\":\"Dayton\",\"state\":\"OH\",\"zip\":\"45402\","
                + "\"country\":\"USA\"},\"contacts\":[{\"type\":\"Phone\",\"value\":\"none\"}]";
        assertThat(contacts(keptBooking(whole))).containsExactly("Phone none");
        Api.Answer name = api.post(
                bookings,
                booking("\"contacts\":[" + PHONE + "],\"priority\":\"ASAP\"").replace("Jordan Reyes", "J".repeat(201)));
        assertThat(wrong(name)).as("what the contract requires").containsExactly("name", "priority");
        assertThat(ok(api.get(bookings + "?includeTotal=true"))
                        .get("totalCount")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aLeadIsKept() {
        JsonNode lead = kept(
                        "Leads_Create",
                        leads,
                        lead("""
                        "leadPhone":"call me","leadEmail":"jordan@example.com","leadCity":"Dayton","leadZip":"%s",
                        "businessUnitId":5,"jobTypeId":6,"priority":"ASAP","customerId":3,"locationId":4,"bookingId":7,
                        "tagTypeIds":[null,8,"x"],"followUpDate":"soon"
                        """.formatted("4".repeat(21))),
                        "leadZip",
                        "businessUnitId",
                        "jobTypeId",
                        "priority",
                        "customerId",
                        "locationId",
                        "bookingId",
                        "tagTypeIds[0]",
                        "tagTypeIds[1]",
                        "tagTypeIds[2]",
                        "followUpDate")
                .json();
        assertThat(lead.get("leadPhone").stringValue()).isEqualTo("call me");
        assertThat(lead.get("captureSource").stringValue()).isEqualTo("Api");
        assertThat(lead.get("priority").stringValue()).isEqualTo("Normal");
        JsonNode mail = kept("Leads_Create", leads, lead("\"leadPhone\":\"937-555-0142\",\"leadEmail\":\"none\""))
                .json();
        assertThat(mail.get("leadEmail").stringValue()).isEqualTo("none");
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        kept("Leads_Create", leads, lead("\"leadPhone\":\"none\",\"customerId\":" + customer));
        assertThat(wrong(api.post(leads, lead("\"leadPhone\":\"none\",\"leadCity\":\"Dayton\",\"jobTypeId\":6"))))
                .containsExactly("jobTypeId", "leadPhone");
        assertThat(wrong(api.post(
                        leads,
                        lead("\"leadPhone\":\"937-555-0142\",\"jobTypeId\":6")
                                .replace("\"campaignId\":" + shop.campaign, "\"campaignId\":1"))))
                .as("a reply can't be without a campaign")
                .containsExactly("campaignId", "jobTypeId");
        String own = leads + "/" + lead.get("id").longValue();
        assertThat(ok(Contract.check("Leads_Update", api.patch(own, "{\"summary\":\"Two\",\"leadPhone\":\"call me\"}")))
                        .get("leadPhone")
                        .stringValue())
                .isEqualTo("call me");
        assertThat(wrong(api.patch(own, "{\"leadPhone\":\"call her\"}"))).containsExactly("leadPhone");
    }

    @Test
    void aFormIsKept() {
        LeadForm form = shop.tenant.caller.call(() -> Server.bean(LeadForms.class)
                .add(shop.tenant.id, new LeadForm.Details("Offer", shop.campaign, shop.reason, null)));
        String submit = leads + "/form?id=" + form.id();
        long id = kept("Leads_SubmitLeadForm", submit, """
                {"name":"Jordan Reyes","email":"none","phoneNumber":"937-555-0142",
                 "address":{"street":"","city":"Dayton","zip":"45402","latitude":91}}""", "address.latitude")
                .json()
                .get("leadId")
                .longValue();
        JsonNode lead = ok(Contract.check("Leads_Get", api.get(leads + "/" + id)));
        assertThat(lead.get("leadEmail").stringValue()).isEqualTo("none");
        assertThat(lead.get("leadCity").stringValue()).isEqualTo("Dayton");
        assertThat(lead.get("leadStreet").isNull()).isTrue();
        assertThat(wrong(api.post(
                        submit, "{\"name\":\"Jordan Reyes\",\"email\":\"none\",\"address\":{\"city\":\"X\"}}")))
                .contains("email", "address.street");
    }

    @Test
    void whatIsStoredStandsInNobodysWay() {
        JsonNode booking = keptBooking("\"address\":{\"city\":\"Dayton\",\"zip\":\"45402\"},\"contacts\":["
                + "{\"type\":\"Phone\",\"value\":\"none\"}," + PHONE + "]");
        String own = bookings + "/" + booking.get("id").longValue();
        ok(Contract.check("Bookings_Update", api.patch(own, "{\"summary\":\"Heat is back\"}")));
        JsonNode moved = ok(Contract.check("Bookings_Update", api.patch(own, """
                {"address":{"street":"","unit":"","city":"Troy","state":"OH","zip":"45373","country":""}}""")));
        assertThat(moved.at("/address/city").stringValue()).isEqualTo("Troy");
        assertThat(wrong(api.patch(own, """
                {"address":{"street":"","unit":"","city":"","state":"OH","zip":"45373","country":""}}"""))).containsExactly("address.city");
        String contact = own + "/contacts/"
                + ok(api.get(own + "/contacts")).at("/data/0/id").longValue();
        ok(Contract.check("Bookings_UpdateBookingContact", api.patch(contact, "{\"memo\":\"work\"}")));
        assertThat(wrong(api.patch(contact, "{\"value\":\"nothing\"}"))).containsExactly("value");
        String made = lead("\"bookingId\":" + booking.get("id").longValue());
        JsonNode lead = ok(Contract.check("Leads_Create", api.post(leads, made)));
        assertThat(lead.get("leadPhone").stringValue())
                .as("the number that can be dialed")
                .isEqualTo("(937) 555-0142");
        assertThat(lead.get("leadStreet").isNull()).isTrue();
        assertThat(lead.get("leadCity").stringValue()).isEqualTo("Troy");
    }

    @Test
    void aConfirmationGoesToTheAddressThatIsOne() {
        String confirm =
                "\"isSendConfirmationEmail\":true,\"contacts\":[" + PHONE + ",{\"type\":\"Email\",\"value\":\"none\"}";
        assertThat(actions(keptBooking(confirm + "]"))).contains("confirmation failed");
        assertThat(actions(keptBooking(confirm + ",{\"type\":\"Email\",\"value\":\"jordan@example.com\"}]")))
                .contains("confirmation queued")
                .doesNotContain("confirmation failed");
    }

    private Set<String> actions(JsonNode booking) {
        Set<String> actions = new TreeSet<>();
        shop.tenant
                .caller
                .call(() -> Server.bean(Changes.class)
                        .of(
                                shop.tenant.id,
                                EntityKind.BOOKING,
                                booking.get("id").longValue()))
                .forEach(change -> actions.add(change.action().word()));
        return actions;
    }

    @Test
    void aRepeatedRequestSaysAgainWhatWasLeftOut() {
        String body = booking("\"contacts\":[" + PHONE + "],\"priority\":\"ASAP\"");
        api.post(bookings, body, "Idempotency-Key", "kept");
        Api.Answer again = api.post(bookings, body, "Idempotency-Key", "kept");
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.header("Callboard-Ignored")).isEqualTo("priority");
    }
}
