package org.callboard.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ADDRESS;
import static org.callboard.testing.Office.ids;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.Collections;
import java.util.List;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingStatus;
import org.callboard.bookings.Bookings;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Api;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Statements;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An integrator's program that makes leads and follows them up, over HTTP. */
class LeadsApiTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Api api = shop.tenant.api();
    private final String leads = api.path("crm/v2", "/leads");

    private JsonNode create(String more) {
        return ok(Contract.check("Leads_Create", api.post(leads, body(more))));
    }

    private String body(String more) {
        return """
                {"campaignId":%d,"summary":"Wants a price for a heat pump","callReasonId":%d%s}
                """.formatted(shop.campaign, shop.reason, more.isEmpty() ? "" : "," + more);
    }

    private String one(JsonNode lead) {
        return leads + "/" + lead.get("id").longValue();
    }

    private List<Long> found(String query) {
        return ids(ok(Contract.check("Leads_GetList", api.get(leads + query))).get("data"));
    }

    @Test
    void aLeadComesBackAsTheContractHasIt() {
        long tag = shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(tenant, new TagType.Details("VIP"))
                .id());
        JsonNode lead = create("""
                "followUpDate":"2026-12-01T09:30:00-05:00","priority":"high","businessUnitId":%d,"jobTypeId":"%d",
                "tagTypeIds":["%d",%d],"leadCustomerName":"Jordan Reyes","leadPhone":"(937) 555-0142",
                "leadEmail":"jordan@example.com","leadStreet":"12 Oak St","leadUnit":"","leadCity":"Dayton",
                "leadState":"OH","leadZip":"45402","leadCountry":"USA"
                """.formatted(shop.unit, shop.jobType, tag, tag));
        assertThat(lead.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "status",
                        "priority",
                        "customerId",
                        "locationId",
                        "businessUnitId",
                        "jobTypeId",
                        "campaignId",
                        "followUpDate",
                        "createdById",
                        "createdOn",
                        "modifiedOn",
                        "tagTypeIds",
                        "dismissingReasonId",
                        "summary",
                        "callReasonId",
                        "callId",
                        "bookingId",
                        "manualCallId",
                        "leadUrl",
                        "leadCustomerName",
                        "leadPhone",
                        "leadEmail",
                        "leadStreet",
                        "leadUnit",
                        "leadCity",
                        "leadState",
                        "leadZip",
                        "leadCountry",
                        "captureSource");
        assertThat(lead.get("status").stringValue()).isEqualTo("Open");
        assertThat(lead.get("priority").stringValue()).isEqualTo("High");
        assertThat(lead.get("followUpDate").stringValue()).isEqualTo("2026-12-01T14:30:00Z");
        assertThat(lead.get("tagTypeIds").toString()).isEqualTo("[" + tag + "]");
        assertThat(lead.get("leadPhone").stringValue()).isEqualTo("(937) 555-0142");
        assertThat(lead.get("leadUnit").isNull()).isTrue();
        assertThat(lead.get("captureSource").stringValue()).isEqualTo("Api");
        assertThat(ok(Contract.check("Leads_Get", api.get(one(lead))))).isEqualTo(lead);
        assertThat(Contract.check("Leads_Get", api.get(leads + "/1")).status()).isEqualTo(404);
        assertThat(Contract.check("Leads_Get", api.get(leads + "/x")).status()).isEqualTo(400);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThat(wrong(Contract.check("Leads_Create", api.post(leads, "{}"))))
                .containsExactly("callReasonId", "campaignId", "followUpDate", "summary");
        assertThat(wrong(Contract.check("Leads_Create", api.post(leads, """
                {"campaignId":%d,"summary":""}""".formatted(shop.campaign)))))
                .containsExactly("callReasonId", "followUpDate");
        assertThat(wrong(Contract.check("Leads_Create", api.post(leads, """
                {"campaignId":1,"summary":"","callReasonId":2,"customerId":3,"locationId":4,"businessUnitId":5,
                 "jobTypeId":6,"bookingId":7,"tagTypeIds":[8],"leadPhone":"none","leadEmail":"nobody"}"""))))
                .containsExactly(
                        "bookingId",
                        "businessUnitId",
                        "callReasonId",
                        "campaignId",
                        "customerId",
                        "jobTypeId",
                        "leadEmail",
                        "leadPhone",
                        "locationId",
                        "tagTypeIds[0]");
        assertThat(wrong(Contract.check("Leads_Create", api.post(leads, body("""
                "priority":"ASAP","followUpDate":"soon","tagTypeIds":[null],"leadZip":"%s"
                """.formatted("4".repeat(21)))))))
                .containsExactly("followUpDate", "leadZip", "priority", "tagTypeIds[0]");
        assertThat(found("")).isEmpty();
    }

    @Test
    void aLocationMustBeTheCustomersAndBringsItsOwn() {
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long other = shop.customer("Mel Ortiz", "937-555-0199", "5 Elm St");
        String locations = api.path("crm/v2", "/locations?customerId=");
        long location = ok(api.get(locations + customer)).at("/data/0/id").longValue();
        assertThat(wrong(Contract.check(
                        "Leads_Create",
                        api.post(leads, body("\"customerId\":%d,\"locationId\":%d".formatted(other, location))))))
                .containsExactly("locationId");
        JsonNode lead = create("\"locationId\":" + location);
        assertThat(lead.get("customerId").longValue()).isEqualTo(customer);
    }

    @Test
    void aBookingIsDismissedAndItsDataFillsWhatTheLeadLeavesOpen() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        JsonNode lead = create("\"leadCustomerName\":\"J. Reyes\",\"bookingId\":" + booking.id());
        assertThat(lead.get("bookingId").longValue()).isEqualTo(booking.id());
        assertThat(lead.get("leadCustomerName").stringValue()).isEqualTo("J. Reyes");
        assertThat(lead.get("leadPhone").stringValue()).isEqualTo("937-555-0142");
        assertThat(lead.get("leadStreet").stringValue()).isEqualTo("12 Oak St");
        assertThat(lead.get("businessUnitId").longValue()).isEqualTo(shop.unit);
        assertThat(lead.get("captureSource").stringValue()).isEqualTo("Booking");
        Booking after =
                shop.tenant.caller.call(() -> Server.bean(Bookings.class).get(tenant, booking.id()));
        assertThat(after.status()).isEqualTo(BookingStatus.Dismissed);
        assertThat(after.dismissingReasonId()).isEqualTo(shop.reason);
        assertThat(actions("booking", booking.id())).containsExactly("dismissed", "created");

        Api.Answer again = Contract.check("Leads_Create", api.post(leads, body("\"bookingId\":" + booking.id())));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/data/status").stringValue()).isEqualTo("Dismissed");
        assertThat(found("")).hasSize(1);
    }

    @Test
    void twentyRequestsMakeOneLeadOfABooking() {
        Booking booking = shop.booking("Jordan Reyes", "937-555-0142");
        List<Integer> answers = AtOnce.run(
                20,
                i -> () ->
                        api.post(leads, body("\"bookingId\":" + booking.id())).status());
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(19);
        assertThat(found("")).hasSize(1);
    }

    @Test
    void aChangeTouchesWhatItNamesAndNothingElse() {
        JsonNode lead = create("\"leadCustomerName\":\"Jordan Reyes\",\"leadPhone\":\"937-555-0142\"");
        JsonNode changed = ok(Contract.check("Leads_Update", api.patch(one(lead), """
                {"priority":"Urgent","summary":"Two heat pumps","businessUnitId":%d,"leadPhone":"","leadCity":"Dayton",
                 "campaignId":null}""".formatted(shop.otherUnit))));
        assertThat(changed.get("priority").stringValue()).isEqualTo("Urgent");
        assertThat(changed.get("summary").stringValue()).isEqualTo("Two heat pumps");
        assertThat(changed.get("businessUnitId").longValue()).isEqualTo(shop.otherUnit);
        assertThat(changed.get("leadCustomerName").stringValue()).isEqualTo("Jordan Reyes");
        assertThat(changed.get("leadPhone").isNull()).isTrue();
        assertThat(changed.get("campaignId").longValue()).isEqualTo(shop.campaign);
        assertThat(actions("lead", changed.get("id").longValue())).containsExactly("updated", "created");
        assertThat(ok(api.patch(one(lead), "{}"))).isEqualTo(changed);
        assertThat(wrong(Contract.check("Leads_Update", api.patch(one(lead), """
                {"campaignId":1,"businessUnitId":2,"jobTypeId":3,"priority":"x","summary":5}"""))))
                .containsExactly("businessUnitId", "campaignId", "jobTypeId", "priority", "summary");
        assertThat(wrong(Contract.check("Leads_Update", api.patch(one(lead), """
                {"campaignId":1,"businessUnitId":2,"jobTypeId":3,"leadEmail":"x"}"""))))
                .containsExactly("businessUnitId", "campaignId", "jobTypeId", "leadEmail");
        Api.Answer ignored = api.patch(one(lead), "{\"status\":\"Converted\",\"followUpDate\":null}");
        assertThat(ignored.header("Callboard-Ignored")).contains("status").contains("followUpDate");
        assertThat(api.patch(leads + "/1", "{}").status()).isEqualTo(404);
    }

    @Test
    void aChangeIsNotRefusedForWhatItLeavesAsItIs() {
        long customer = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long other = shop.customer("Mel Ortiz", "937-555-0199", "5 Elm St");
        String locations = api.path("crm/v2", "/locations");
        long location = ok(api.post(
                        locations, "{\"customerId\":" + customer + ",\"name\":\"Shop\",\"address\":" + ADDRESS + "}"))
                .get("id")
                .longValue();
        JsonNode lead = create("""
                "locationId":%d,"followUpDate":"2030-01-02T15:00:00Z","leadZip":"45402"
                """.formatted(location));
        ok(api.patch(locations + "/" + location, "{\"customerId\":" + other + "}"));
        JsonNode changed = ok(api.patch(one(lead), "{\"summary\":\"Two heat pumps\"}"));
        assertThat(changed.get("summary").stringValue()).isEqualTo("Two heat pumps");
        assertThat(withoutChange(changed)).isEqualTo(withoutChange(lead));
        assertThat(ok(api.get(one(lead)))).isEqualTo(changed);
    }

    private static JsonNode withoutChange(JsonNode lead) {
        return ((ObjectNode) lead.deepCopy()).remove(List.of("summary", "modifiedOn"));
    }

    @Test
    void aFollowUpMovesTheDateAndBecomesANote() {
        JsonNode lead = create("");
        String at = one(lead) + "/follow-up";
        JsonNode answer = ok(Contract.check("Leads_CreateFollowUp", api.post(at, """
                {"followUpDate":"2026-12-02T15:00:00Z","text":"Call again after payday","pinToTop":true}""")));
        assertThat(answer.toString()).isEqualTo("""
                {"leadId":%d,"followUpDate":"2026-12-02T15:00:00Z","text":"Call again after payday","pinToTop":true}\
                """.formatted(lead.get("id").longValue()));
        JsonNode quiet = ok(
                Contract.check("Leads_CreateFollowUp", api.post(at, "{\"followUpDate\":\"2026-12-09T15:00:00.5Z\"}")));
        assertThat(quiet.get("text").isNull()).isTrue();
        assertThat(quiet.get("pinToTop").booleanValue()).isFalse();
        assertThat(ok(api.get(one(lead))).get("followUpDate").stringValue()).isEqualTo("2026-12-09T15:00:00.500Z");
        JsonNode notes = ok(Contract.check("Leads_GetNotes", api.get(one(lead) + "/notes")))
                .get("data");
        assertThat(notes.size()).isEqualTo(1);
        assertThat(notes.at("/0/text").stringValue()).isEqualTo("Call again after payday");
        assertThat(notes.at("/0/isPinned").booleanValue()).isTrue();
        assertThat(actions("lead", lead.get("id").longValue()))
                .containsExactly("followed up", "followed up", "created");

        assertThat(wrong(Contract.check("Leads_CreateFollowUp", api.post(at, "{\"text\":\"x\"}"))))
                .containsExactly("followUpDate");
        assertThat(wrong(Contract.check("Leads_CreateFollowUp", api.post(at, "{\"followUpDate\":true,\"text\":1}"))))
                .containsExactly("followUpDate", "text");
        assertThat(api.post(leads + "/1/follow-up", "{\"followUpDate\":\"2026-12-02\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void notesAreWrittenAndListedPinnedFirst() {
        JsonNode lead = create("");
        String notes = one(lead) + "/notes";
        long first = ok(Contract.check("Leads_CreateNote", api.post(notes, "{\"text\":\"Pinned\",\"pinToTop\":true}")))
                .get("id")
                .longValue();
        long second = ok(Contract.check("Leads_CreateNote", api.post(notes, "{\"text\":\"Later\",\"pinToTop\":null}")))
                .get("id")
                .longValue();
        JsonNode page = ok(Contract.check("Leads_GetNotes", api.get(notes + "?includeTotal=true&pageSize=1")));
        assertThat(page.get("totalCount").intValue()).isEqualTo(2);
        assertThat(page.get("hasMore").booleanValue()).isTrue();
        assertThat(ids(page.get("data"))).containsExactly(first);
        assertThat(ids(ok(api.get(notes + "?createdOnOrAfter=2020-01-01")).get("data")))
                .containsExactly(first, second);
        assertThat(ids(ok(api.get(notes + "?createdBefore=2020-01-01")).get("data")))
                .isEmpty();
        assertThat(wrong(Contract.check("Leads_CreateNote", api.post(notes, "{\"text\":\" \"}"))))
                .containsExactly("text");
        assertThat(Contract.check("Leads_CreateNote", api.post(leads + "/1/notes", "{\"text\":\"x\"}"))
                        .status())
                .isEqualTo(404);
        assertThat(Contract.check("Leads_GetNotes", api.get(leads + "/1/notes")).status())
                .isEqualTo(404);
        assertThat(wrong(Contract.check("Leads_GetNotes", api.get(notes + "?page=0"))))
                .containsExactly("page");
    }

    @Test
    void aLeadIsDismissedForAReasonOnceOrTwice() {
        JsonNode lead = create("\"followUpDate\":\"2026-12-02T15:00:00Z\"");
        String at = one(lead) + "/dismiss";
        assertThat(wrong(Contract.check("Leads_Dismiss", api.post(at, "{}")))).containsExactly("dismissingReasonId");
        assertThat(wrong(Contract.check("Leads_Dismiss", api.post(at, "{\"dismissingReasonId\":1}"))))
                .containsExactly("dismissingReasonId");
        assertThat(Contract.check("Leads_Dismiss", api.post(leads + "/1/dismiss", "{\"dismissingReasonId\":1}"))
                        .status())
                .isEqualTo(404);
        String reason = "{\"dismissingReasonId\":" + shop.reason + "}";
        for (int i = 0; i < 2; i++) {
            Api.Answer answer = Contract.check("Leads_Dismiss", api.post(at, reason));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEmpty();
        }
        JsonNode after = ok(Contract.check("Leads_Get", api.get(one(lead))));
        assertThat(after.get("status").stringValue()).isEqualTo("Dismissed");
        assertThat(after.get("dismissingReasonId").longValue()).isEqualTo(shop.reason);
        assertThat(actions("lead", lead.get("id").longValue())).containsExactly("dismissed", "created");
        Api.Answer late = Contract.check(
                "Leads_CreateFollowUp",
                api.post(one(lead) + "/follow-up", "{\"followUpDate\":\"2026-12-03T15:00:00Z\"}"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().at("/data/status").stringValue()).isEqualTo("Dismissed");
    }

    @Test
    void aRequestIsRepeatedSafely() {
        Api.Answer first = api.post(leads, body(""), "Idempotency-Key", "lead-1");
        Api.Answer again = api.post(leads, body(""), "Idempotency-Key", "lead-1");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(found("")).hasSize(1);
    }

    @Test
    void whatIsReadTakesAFixedNumberOfStatements() {
        JsonNode lead = create("\"leadCustomerName\":\"A\"");
        List<String> one = Statements.of(() -> ok(api.get(one(lead))));
        List<String> few = Statements.of(() -> found(""));
        for (int i = 0; i < 5; i++) {
            create("");
        }
        assertThat(Statements.of(() -> found("?includeTotal=false"))).hasSameSizeAs(few);
        assertThat(one.stream().filter(sql -> sql.contains("lead"))).hasSize(1);
        assertThat(few.stream().filter(sql -> sql.contains("lead"))).hasSize(1);
    }

    private List<String> actions(String kind, long id) {
        return shop.tenant.caller.call(() -> Server.bean(Changes.class).of(tenant, EntityKind.of(kind), id).stream()
                .map(change -> change.action().word())
                .toList());
    }
}
