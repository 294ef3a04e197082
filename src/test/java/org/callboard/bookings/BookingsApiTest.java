package org.callboard.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.callboard.database.Caller;
import org.callboard.providers.BookingProviderTag;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A booking provider's program, over HTTP. */
class BookingsApiTest {

    private final TestTenant tenant = TestTenant.create();
    private final BookingProviderTag provider = tenant.provider("Website");
    private final Api api = tenant.api(provider);
    private final Api office = tenant.api();
    private final String bookings = api.path("crm/v2", "/booking-provider/" + provider.id() + "/bookings");

    static final String FULL = """
            {"source":"Website","name":"Jordan Reyes","summary":"No heat since last night","isFirstTimeClient":true,
             "externalId":"web-1","start":"2026-11-25T14:30:00.1234567-05:00","priority":"urgent",
             "customerType":"residential","isSendConfirmationEmail":false,
             "address":{"street":"12 Oak St","unit":null,"city":"Dayton","state":"OH","zip":"45402","country":"USA"},
             "contacts":[{"type":"MobilePhone","value":"(937) 555-0142"},
                {"type":"Email","value":"jordan@example.com","memo":"evenings"}],
             "uploadedImages":["https://example.com/furnace.jpg"]}
            """;

    private JsonNode create(String externalId) {
        Api.Answer answer = Contract.check("Bookings_Create", api.post(bookings, FULL.replace("web-1", externalId)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aBookingComesBackAsTheContractHasIt() {
        JsonNode booking = create("web-1");
        assertThat(booking.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "source",
                        "createdOn",
                        "name",
                        "address",
                        "customerType",
                        "start",
                        "campaignId",
                        "businessUnitId",
                        "isFirstTimeClient",
                        "uploadedImages",
                        "isSendConfirmationEmail",
                        "status",
                        "dismissingReasonId",
                        "jobId",
                        "externalId",
                        "priority",
                        "jobTypeId",
                        "bookingProviderId",
                        "modifiedOn",
                        "summary");
        assertThat(booking.get("status").stringValue()).isEqualTo("New");
        assertThat(booking.get("priority").stringValue()).isEqualTo("Urgent");
        assertThat(booking.get("start").stringValue()).isEqualTo("2026-11-25T19:30:00.123456Z");
        assertThat(booking.get("jobId").isNull()).isTrue();
        assertThat(booking.get("address").get("zip").stringValue()).isEqualTo("45402");

        String own = bookings + "/" + booking.get("id").longValue();
        assertThat(Contract.check("Bookings_GetForProvider", api.get(own)).json())
                .isEqualTo(booking);
        String offices = office.path("crm/v2", "/bookings/" + booking.get("id").longValue());
        assertThat(Contract.check("Bookings_Get", office.get(offices)).json()).isEqualTo(booking);
        Contract.check("Bookings_GetContactList", office.get(offices + "/contacts"));
        Contract.check("Bookings_GetList", office.get(office.path("crm/v2", "/bookings")));
        JsonNode contacts = Contract.check("Bookings_GetContactList2", api.get(own + "/contacts?includeTotal=True"))
                .json();
        assertThat(contacts.get("totalCount").intValue()).isEqualTo(2);
        assertThat(contacts.get("data").get(0).get("memo").stringValue()).isEmpty();
        assertThat(contacts.get("data").get(1).get("value").stringValue()).isEqualTo("jordan@example.com");
    }

    /** Browsers say what an address of a picture is: they take letters of any kind behind a host, and no blank in one. */
    @Test
    void thePictureOfABookingIsAtAnHttpsUrlWithAHost() {
        List<String> wrong = List.of(
                "https://",
                "https:///",
                "https:// x y",
                "https://?a",
                "https://a b/c.jpg",
                "https://:443/a",
                "https://[::/a",
                "https:a",
                "http://example.com/a.jpg",
                "",
                " ");
        List<String> right = List.of(
                "https://example.com",
                "HTTPS://Example.com:8443/a b/ü.jpg?x={1}|2#top",
                "https://bücher.example/a.jpg",
                "https://192.0.2.1/a",
                "https://[2001:db8::1]/a");
        String start = "{\"externalId\":\"pictures\",\"name\":\"Kim\",\"source\":\"Web\",\"summary\":\"\","
                + "\"isFirstTimeClient\":true,\"contacts\":[{\"type\":\"Phone\",\"value\":\"937-555-0142\"}],"
                + "\"uploadedImages\":";
        Api.Answer refused = Api.send(api.request(
                "POST", bookings, start + Api.JSON.writeValueAsString(wrong) + "}", "Prefer", "handling=strict"));
        assertThat(refused.json().get("errors").propertyNames())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, wrong.size())
                        .mapToObj(i -> "uploadedImages[" + i + "]")
                        .toList());
        Api.Answer taken = api.post(bookings, start + Api.JSON.writeValueAsString(right) + "}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.header("Callboard-Ignored")).isNull();
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Api.Answer answer = Contract.check("Bookings_Create", api.post(bookings, """
                {"source":{},"name":"","summary":null,"isFirstTimeClient":"yes","start":"tomorrow","priority":"Highest",
                 "campaignId":"x","customerType":"Alien","address":{"street":"1 A St","city":[7]},
                 "contacts":[{"type":"Pager","value":"1"},{"type":"Phone"},null],"uploadedImages":["javascript:1"]}
                """));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames())
                .contains(
                        "source",
                        "name",
                        "summary",
                        "isFirstTimeClient",
                        "start",
                        "priority",
                        "campaignId",
                        "customerType",
                        "address.city",
                        "address.state",
                        "address.zip",
                        "address.country",
                        "contacts[0].type",
                        "contacts[1].value",
                        "contacts[2]",
                        "externalId");
        assertThat(list("").get("data").size()).isZero();
    }

    @Test
    void aPersonMustBeReachableOrHaveAnAddress() {
        Api.Answer answer = api.post(bookings, """
                {"source":"W","name":"N","summary":"","isFirstTimeClient":false,"externalId":"e","contacts":[]}
                """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames()).containsExactlyInAnyOrder("address", "contacts");
    }

    @Test
    void idsOfSettingsMustExist() {
        Api.Answer answer = api.post(
                bookings,
                FULL.replace("\"priority\"", "\"campaignId\":1,\"businessUnitId\":2,\"jobTypeId\":\"3\",\"priority\""),
                "Prefer",
                "handling=strict");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").propertyNames())
                .containsExactlyInAnyOrder("campaignId", "businessUnitId", "jobTypeId");
    }

    @Test
    void anExternalIdIsUsedOnceAndTheAnswerLeadsToTheFirst() {
        long first = create("web-1").get("id").longValue();
        Api.Answer again = api.post(bookings, FULL);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("data").get("existingId").longValue()).isEqualTo(first);
        BookingProviderTag other = tenant.provider("Marketplace");
        Api otherApi = tenant.api(other);
        assertThat(otherApi.post(otherApi.path("crm/v2", "/booking-provider/" + other.id() + "/bookings"), FULL)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProviderSeesItsOwnAlone() {
        long mine = create("web-1").get("id").longValue();
        BookingProviderTag other = tenant.provider("Marketplace");
        Api otherApi = tenant.api(other);
        String others = otherApi.path("crm/v2", "/booking-provider/" + other.id() + "/bookings");
        assertThat(otherApi.get(others + "/" + mine).status()).isEqualTo(404);
        assertThat(otherApi.get(others).json().get("data").size()).isZero();
        assertThat(otherApi.get(bookings + "/" + mine).status()).isEqualTo(403);
        assertThat(otherApi.get(otherApi.path("crm/v2", "/bookings/" + mine)).status())
                .isEqualTo(403);
    }

    @Test
    void aListIsFilteredSortedAndPaged() {
        long a = create("a").get("id").longValue();
        JsonNode second = create("b");
        long b = second.get("id").longValue();
        long c = create("c").get("id").longValue();
        assertThat(ids("")).containsExactly(a, b, c);
        assertThat(ids("?sort=-Id")).containsExactly(c, b, a);
        assertThat(ids("?sort=+createdon")).containsExactly(a, b, c);
        assertThat(ids("?pageSize=2&page=2")).containsExactly(c);
        assertThat(ids("?ids=" + a + ",%20" + c)).containsExactly(a, c);
        assertThat(ids("?externalId=b")).containsExactly(b);
        String created = second.get("createdOn").stringValue();
        assertThat(ids("?createdBefore=" + created)).containsExactly(a);
        assertThat(ids("?createdOnOrAfter=" + created.replace("Z", "000+00:00")))
                .containsExactly(b, c);
        JsonNode page = list("?pageSize=2&includeTotal=TRUE");
        assertThat(page.get("hasMore").booleanValue()).isTrue();
        assertThat(page.get("totalCount").intValue()).isEqualTo(3);
        assertThat(list("").get("totalCount").isNull()).isTrue();
    }

    @Test
    void wrongParametersAreNamedAndUnknownOnesTold() {
        for (Map.Entry<String, String> wrong : new TreeMap<>(Map.of(
                        "sort=-completedOn", "sort",
                        "page=0", "page",
                        "pageSize=5001", "pageSize",
                        "ids=1,x", "ids",
                        "includeTotal=maybe", "includeTotal",
                        "createdBefore=yesterday", "createdBefore"))
                .entrySet()) {
            Api.Answer answer = api.get(bookings + "?" + wrong.getKey());
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(400);
            assertThat(answer.json().get("errors").propertyNames()).containsExactly(wrong.getValue());
        }
        assertThat(api.get(bookings + "?sort=-completedOn")
                        .json()
                        .get("errors")
                        .get("sort")
                        .get(0)
                        .stringValue())
                .isEqualTo("The value '-completedOn' is not valid for Sort.");
        Api.Answer told = api.get(bookings + "?status=New");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Callboard-Ignored")).isEqualTo("status");
        Api.Answer strict = Api.send(api.request("GET", bookings + "?status=New", null, "Prefer", "handling=strict"));
        assertThat(strict.status()).isEqualTo(400);
        assertThat(strict.json().get("errors").propertyNames()).containsExactly("status");
        Api.Answer body = api.post(bookings, FULL.replace("\"source\"", "\"color\":1,\"source\""));
        assertThat(body.header("Callboard-Ignored")).isEqualTo("color");
    }

    @Test
    void aChangeTouchesWhatItNamesAndTheAddressWholeOrNot() {
        String own = bookings + "/" + create("web-1").get("id").longValue();
        JsonNode changed = Contract.check(
                        "Bookings_Update",
                        api.patch(own, "{\"summary\":\"Heat is back, strange noise\",\"name\":null}"))
                .json();
        assertThat(changed.get("summary").stringValue()).isEqualTo("Heat is back, strange noise");
        assertThat(changed.get("name").stringValue()).isEqualTo("Jordan Reyes");
        Api.Answer half = api.patch(own, "{\"address\":{\"street\":\"14 Oak St\"}}");
        assertThat(half.json().get("errors").propertyNames())
                .containsExactly("address.city", "address.country", "address.state", "address.unit", "address.zip");
        assertThat(api.patch(bookings + "/999", "{\"summary\":\"x\"}").status()).isEqualTo(404);
        create("other");
        assertThat(api.patch(own, "{\"externalId\":\"other\"}").status()).isEqualTo(409);
        Api.Answer form =
                Api.send(api.request("PATCH", own, "summary=x", "Content-Type", "application/x-www-form-urlencoded"));
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.json().get("title").stringValue()).contains("application/json");
    }

    @Test
    void contactsAreAddedChangedAndRemoved() {
        String own = bookings + "/" + create("web-1").get("id").longValue() + "/contacts";
        JsonNode added = Contract.check(
                        "Bookings_CreateContact", api.post(own, "{\"type\":\"Phone\",\"value\":\"937-555-0199\"}"))
                .json();
        assertThat(added.propertyNames()).containsExactlyInAnyOrder("id", "type", "value", "memo", "modifiedOn");
        String one = own + "/" + added.get("id").longValue();
        Api.Answer changed = Contract.check("Bookings_UpdateBookingContact", api.patch(one, "{\"memo\":\"work\"}"));
        assertThat(changed.json().propertyNames()).containsExactlyInAnyOrder("type", "value", "memo");
        assertThat(changed.json().get("memo").stringValue()).isEqualTo("work");
        assertThat(api.post(own, "{\"type\":\"Phone\",\"value\":\"none\"}")
                        .json()
                        .get("errors")
                        .propertyNames())
                .containsExactly("value");
        Api.Answer deleted = Contract.check("Bookings_DeleteContact", api.delete(one));
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertThat(api.delete(one).status()).isEqualTo(404);
        assertThat(api.get(own).json().get("data").size()).isEqualTo(2);
    }

    @Test
    void aDismissedBookingSaysWhyAndChangesNoMore() {
        long reason = Caller.system(tenant.id)
                .call(() -> Server.bean(CallReasons.class)
                        .add(tenant.id, new CallReason.Details("Changed their mind", false))
                        .id());
        long id = create("web-1").get("id").longValue();
        String own = bookings + "/" + id;
        assertThat(Contract.check("Bookings_DismissBooking", api.post(own + "/dismiss", "{\"callReasonId\":77}"))
                        .status())
                .isEqualTo(400);
        Api.Answer dismissed = Contract.check(
                "Bookings_DismissBooking",
                api.post(own + "/dismiss", "{\"callReasonId\":" + reason + ",\"dismissingMemo\":\"called back\"}"));
        assertThat(dismissed.status()).isEqualTo(200);
        assertThat(dismissed.text()).isEmpty();
        JsonNode booking = api.get(own).json();
        assertThat(booking.get("status").stringValue()).isEqualTo("Dismissed");
        assertThat(booking.get("dismissingReasonId").longValue()).isEqualTo(reason);
        assertThat(api.post(own + "/dismiss", "{}").status()).isEqualTo(200);
        assertThat(Api.send(api.request("POST", own + "/dismiss", null)).status())
                .isEqualTo(200);
        assertThat(api.patch(own, "{\"summary\":\"x\"}").status()).isEqualTo(409);
        assertThat(api.post(bookings + "/999/dismiss", "{}").status()).isEqualTo(404);
    }

    private List<Long> ids(String query) {
        return list(query)
                .get("data")
                .valueStream()
                .map(row -> row.get("id").longValue())
                .toList();
    }

    private JsonNode list(String query) {
        Api.Answer answer = Contract.check("Bookings_GetList2", api.get(bookings + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
