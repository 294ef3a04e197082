package org.callboard.web.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.util.Arrays;
import java.util.List;
import org.callboard.providers.BookingProviderTag;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history of a record tells every kind of value as people read it. */
class HistoryTest {

    private static final String CABIN =
            "{\"street\":\"9 Elm Ave\",\"unit\":\"4\",\"city\":\"Troy\",\"state\":\"OH\",\"zip\":\"45373\",\"country\":\"USA\"%s}";

    private final Office office = new Office();
    private final Visitor visitor = Visitor.signedIn(office.tenant.owner);
    private final JsonNode jordan = office.customer("Jordan Reyes");
    private final long customer = jordan.get("id").longValue();
    private final long location = jordan.at("/locations/0/id").longValue();

    @Test
    void ofACustomer() {
        long vip = office.tagType("VIP");
        long dog = office.tagType("Dog on site");
        long gate = office.field("customer", "Gate code", DataType.Text, null);
        long pets = office.field("customer", "Pets", DataType.Boolean, null);
        String own = office.customers + "/" + customer;
        ok(office.api.patch(
                own, """
                {"address":%s,"doNotMail":true,"creditLimit":15000000.5,"tagTypeIds":[%d,%d],
                 "customFields":[{"typeId":%d,"value":"4711"},{"typeId":%d,"value":"true"}]}
                """.formatted(CABIN.formatted(",\"latitude\":40.25,\"longitude\":-84"), vip, dog, gate, pets)));
        long contact = ok(office.api.post(own + "/contacts", "{\"type\":\"MobilePhone\",\"value\":\"937-555-0142\"}"))
                .get("id")
                .longValue();
        ok(office.api.patch(own + "/contacts/" + contact, "{\"type\":\"Phone\",\"memo\":\"work\"}"));
        assertThat(history("/customers/" + customer))
                .contains(
                        "Address: 12 Oak St, Dayton, OH 45402, USA → 9 Elm Ave, 4, Troy, OH 45373, USA",
                        "Coordinates: 39.7589, -84.1916 → 40.25, -84",
                        "Do not mail: No → Yes",
                        "Credit limit: 15000000.5",
                        "Tags: VIP, Dog on site",
                        "Gate code: 4711",
                        "Pets: Yes",
                        "Mobile added: 937-555-0142",
                        "Contact changed: 937-555-0142",
                        "Type: Mobile → Phone",
                        "Memo: work");
    }

    @Test
    void ofALocationThatMoves() {
        long other = office.customer("Ann Becker").get("id").longValue();
        String cabin = CABIN.formatted(",\"latitude\":null,\"longitude\":null");
        ok(office.api.post(
                office.locations, "{\"customerId\":%d,\"name\":\"Cabin\",\"address\":%s}".formatted(customer, cabin)));
        ok(office.api.patch(office.locations + "/" + location, "{\"customerId\":" + other + "}"));
        assertThat(history("/locations/" + location)).contains("Customer: Jordan Reyes → Ann Becker");
        assertThat(history("/customers/" + customer)).contains("Location Jordan Reyes moved to Ann Becker");
        assertThat(history("/customers/" + other)).contains("Location Jordan Reyes came from Jordan Reyes");
    }

    @Test
    void ofABooking() {
        BookingProviderTag provider = office.tenant.provider("Website");
        Api api = office.tenant.api(provider);
        String bookings = api.path("crm/v2", "/booking-provider/" + provider.id() + "/bookings");
        long booking = ok(api.post(bookings, """
                        {"externalId":"1","source":"Web","name":"Jordan Reyes","summary":"","isFirstTimeClient":false,
                         "address":{"street":"12 Oak St","city":"Dayton","state":"OH","zip":"45402","country":"USA"}}
                        """)).get("id").longValue();
        ok(api.patch(bookings + "/" + booking, """
                {"address":%s,"isFirstTimeClient":true,"start":"2026-12-01T15:00:00Z","priority":"High",
                 "uploadedImages":["https://pictures.example/1.jpg","https://pictures.example/2.jpg"]}
                """.formatted(CABIN.formatted(""))));
        assertThat(history("/calls/" + booking))
                .contains(
                        "address: 12 Oak St, Dayton, OH 45402, USA → 9 Elm Ave, 4, Troy, OH 45373, USA",
                        "isFirstTimeClient: false → true",
                        "start: 2026-12-01T15:00:00Z",
                        "priority: High",
                        "uploadedImages: [https://pictures.example/1.jpg, https://pictures.example/2.jpg]");
    }

    /** The headings and fields, each on one line, without what the page is made of. */
    private List<String> history(String record) {
        String page = visitor.get(record + "/history").body().replaceAll("\\s+", " ");
        return Arrays.stream(page.split("<li>|<strong>|</strong>"))
                .map(line -> line.replaceAll("</?\\w[^>]*>", "").strip())
                .toList();
    }
}
