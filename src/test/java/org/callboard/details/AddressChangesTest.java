package org.callboard.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.util.List;
import java.util.Map;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.providers.BookingProviderTag;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A program changes the address of a record, part by part; the change log tells each of them. */
class AddressChangesTest {

    private static final Map<String, String> OTHERS = Map.of(
            "street", "14 Oak St",
            "unit", "Rear",
            "city", "Troy",
            "state", "ON",
            "zip", "K1A 0B1",
            "country", "Canada");

    private final Office office = new Office();
    private final JsonNode customer = office.customer("Jordan Reyes");
    private final long location = customer.at("/locations/0/id").longValue();

    @Test
    void theLogTellsEachPartOfAnAddress() {
        BookingProviderTag provider = office.tenant.provider("Website");
        Api providers = office.tenant.api(provider);
        String bookings = providers.path("crm/v2", "/booking-provider/" + provider.id() + "/bookings");
        long booking = ok(providers.post(bookings, """
                        {"externalId":"1","source":"Web","name":"Jordan Reyes","summary":"","isFirstTimeClient":false,
                         "address":{"street":"12 Oak St","city":"Dayton","state":"OH","zip":"45402","country":"USA"}}
                        """)).get("id").longValue();
        changeEachPart(
                office.api, "customer", office.customers, customer.get("id").longValue(), true);
        changeEachPart(office.api, "location", office.locations, location, true);
        changeEachPart(providers, "booking", bookings, booking, false);
    }

    private void changeEachPart(Api api, String kind, String records, long id, boolean placed) {
        OTHERS.forEach((part, value) -> {
            ObjectNode address = (ObjectNode) Api.JSON.readTree(Office.ADDRESS);
            if (!placed) {
                address.remove(List.of("latitude", "longitude"));
            }
            address.put("unit", "").put(part, value);
            ok(api.patch(records + "/" + id, "{\"address\":" + address + "}"));
            Diff.Field logged = last(kind, id).stream()
                    .filter(field -> field.name().equals("address"))
                    .findFirst()
                    .orElseThrow();
            assertThat(logged.after()).as(kind + " " + part).asInstanceOf(MAP).containsEntry(part, value);
            assertThat(logged.before()).as(kind + " " + part).asInstanceOf(MAP).doesNotContainEntry(part, value);
        });
    }

    @Test
    void coordinatesStayInTheSameHouseUntilTheyAreNamed() {
        String own = office.locations + "/" + location;
        String address =
                "{\"address\":{\"street\":\"12 Oak Street\",\"unit\":\"\",\"city\":\"Dayton\",\"state\":\"OH\","
                        + "\"zip\":\"45402\",\"country\":\"USA\"%s}}";
        JsonNode kept = ok(Contract.check("Locations_Update", api(own, address.formatted(""))));
        assertThat(kept.at("/address/street").stringValue()).isEqualTo("12 Oak Street");
        assertThat(kept.at("/address/latitude").doubleValue()).isEqualTo(39.7589);
        assertThat(kept.at("/address/longitude").doubleValue()).isEqualTo(-84.1916);
        assertThat(wrong(api(own, address.formatted(",\"latitude\":40")))).containsExactly("address.longitude");
        Api.Answer beyond = api(own, address.formatted(",\"latitude\":91,\"longitude\":-181"));
        assertThat(wrong(beyond)).containsExactly("address.latitude", "address.longitude");
        assertThat(beyond.text()).contains("At most 90 is expected.").contains("At least -180 is expected.");
        assertThat(wrong(api(own, address.formatted(",\"latitude\":null")))).containsExactly("address.longitude");
        assertThat(wrong(api(own, address.formatted(",\"longitude\":null")))).containsExactly("address.latitude");
        JsonNode cleared = ok(Contract.check(
                "Locations_Update", api(own, address.formatted(",\"latitude\":null,\"longitude\":null"))));
        assertThat(cleared.at("/address/latitude").isNull()).isTrue();
        JsonNode set = ok(Contract.check(
                "Locations_Update", api(own, address.formatted(",\"latitude\":40.1,\"longitude\":-84.2"))));
        assertThat(set.at("/address/longitude").doubleValue()).isEqualTo(-84.2);
        JsonNode next = ok(Contract.check(
                "Locations_Update", api(own, address.formatted("").replace("12 Oak Street", "14 Oak Street"))));
        assertThat(next.at("/address/longitude").isNull())
                .as("the point of the house before")
                .isTrue();

        String theirs = office.customers + "/" + customer.get("id").longValue();
        assertThat(wrong(Contract.check("Customers_Update", api(theirs, address.formatted("")))))
                .containsExactly("address.latitude", "address.longitude");
        assertThat(ok(office.api.get(theirs)).at("/address/latitude").doubleValue())
                .isEqualTo(39.7589);
    }

    /** A program reads a record, changes one thing and sends the address back as it came. */
    @Test
    void anAddressGoesBackAsItCame() {
        String bare =
                Office.customerBody("Riley Fox").replace("39.7589", "null").replace("-84.1916", "null");
        JsonNode riley = ok(office.api.post(office.customers, bare));
        BookingProviderTag provider = office.tenant.provider("Website");
        Api providers = office.tenant.api(provider);
        String bookings = providers.path("crm/v2", "/booking-provider/" + provider.id() + "/bookings");
        long booking = ok(providers.post(bookings, """
                        {"externalId":"1","source":"Web","name":"Jordan Reyes","summary":"","isFirstTimeClient":false,
                         "address":{"street":"12 Oak St","city":"Dayton","state":"OH","zip":"45402","country":"USA"}}
                        """)).get("id").longValue();
        String ofRiley = "/" + riley.get("id").longValue();
        goesBack(office.api, "Customers_Update", office.customers + ofRiley);
        goesBack(
                office.api,
                "Customers_Update",
                office.customers + "/" + customer.get("id").longValue());
        goesBack(office.api, "Locations_Update", office.locations + "/" + location);
        goesBack(
                office.api,
                "Locations_Update",
                office.locations + "/" + riley.at("/locations/0/id").longValue());
        goesBack(providers, "Bookings_Update", bookings + "/" + booking);
    }

    private static void goesBack(Api api, String operation, String own) {
        JsonNode address = ok(api.get(own)).get("address");
        assertThat(address.get("unit").isNull()).isTrue();
        assertThat(ok(Contract.check(operation, api.patch(own, "{\"address\":" + address + "}")))
                        .get("address"))
                .isEqualTo(address);
        for (String needed : List.of("unit", "city")) {
            ObjectNode part = (ObjectNode) address.deepCopy();
            part.remove(needed);
            assertThat(wrong(api.patch(own, "{\"address\":" + part + "}"))).containsExactly("address." + needed);
        }
    }

    @Test
    void aContactsMemoIsInTheLog() {
        String contacts = office.customers + "/" + customer.get("id").longValue() + "/contacts";
        long contact = ok(office.api.post(
                        contacts, "{\"type\":\"Phone\",\"value\":\"937-555-0142\",\"memo\":\"work\"}"))
                .get("id")
                .longValue();
        assertThat(office.api.delete(contacts + "/" + contact).status()).isEqualTo(200);
        assertThat(last("customer-contact", contact))
                .extracting(Diff.Field::before)
                .contains("937-555-0142", "work");
    }

    private Api.Answer api(String path, String body) {
        return office.api.patch(path, body);
    }

    private List<Diff.Field> last(String kind, long id) {
        return office.tenant.caller.call(() -> Server.bean(Changes.class)
                .of(office.tenant.id, EntityKind.of(kind), id)
                .getFirst()
                .fields());
    }
}
