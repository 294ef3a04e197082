package org.callboard.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;
import static org.callboard.testing.Office.wrong;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.changes.ChangeFeed.Position;
import org.callboard.changes.EntityKind;
import org.callboard.contactpoints.ContactType;
import org.callboard.people.Users;
import org.callboard.providers.BookingProviderTag;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technicians;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An integrator who keeps a copy: the export feeds over HTTP, and the files for a first load. */
class ExportsApiTest {

    private final Office office = new Office();
    private final Api api = office.api;

    private JsonNode export(String operation, String feed, String query) {
        return ok(Contract.check(operation, api.get(api.path("crm/v2", "/export/" + feed + query))));
    }

    private JsonNode customers(String query) {
        return export("ExportCustomers_GetCustomers", "customers", query);
    }

    private static String token(JsonNode page) {
        return page.get("continueFrom").stringValue();
    }

    @Test
    void aReaderGetsEachRecordAsItIsAndThenOnlyWhatChanged() {
        long ada = office.customer("Ada").get("id").longValue();
        long bob = office.customer("Bob").get("id").longValue();
        ok(api.patch(office.customers + "/" + ada, "{\"name\":\"Ada L\"}"));
        JsonNode first = customers("");
        assertThat(Office.ids(first.get("data")))
                .as("in the order of their last changes")
                .containsExactly(bob, ada);
        assertThat(first.at("/data/1/name").stringValue()).isEqualTo("Ada L");
        assertThat(first.get("hasMore").booleanValue()).isFalse();

        JsonNode nothing = customers("?from=" + token(first));
        assertThat(nothing.get("data")).isEmpty();
        assertThat(token(nothing)).as("a reader at the end stays there").isEqualTo(token(first));
        assertThat(customers("?from=" + token(nothing)).get("data")).isEmpty();
        assertThat(customers("?from=&includeRecentChanges=True").get("data")).hasSize(2);

        ok(api.patch(office.customers + "/" + bob, "{\"doNotMail\":true}"));
        JsonNode second = customers("?from=" + token(nothing));
        assertThat(Office.ids(second.get("data"))).containsExactly(bob);
        office.deactivate("customer", ada);
        ok(api.patch(office.customers + "/" + ada, "{\"name\":\"Ada gone\"}"));
        assertThat(customers("?from=" + token(second)).at("/data/0/active").booleanValue())
                .isFalse();
    }

    @Test
    void aDateIsABeginningToo() {
        office.customer("Ada");
        assertThat(customers("?from=2020-01-01").get("data")).hasSize(1);
        assertThat(customers("?from=2020-01-01T10:00:00%2B02:00").get("data")).hasSize(1);
        assertThat(customers("?from=2020-01-01T10:00:00.1234567Z").get("data")).hasSize(1);
        JsonNode later = customers("?from=9000-01-01");
        assertThat(later.get("data")).isEmpty();
        assertThat(customers("?from=" + token(later)).get("data"))
                .as("the date still counts")
                .isEmpty();
    }

    @Test
    void removedContactsAndMovedLocationsComeAsTheyAreNow() {
        JsonNode made = ok(api.post(
                office.customers,
                Office.customerBody("Ada")
                        .replaceFirst(
                                "\"name\"",
                                "\"contacts\":[{\"type\":\"Phone\",\"value\":\"937-555-0142\"}],\"name\"")));
        long ada = made.get("id").longValue();
        long contact = made.at("/contacts/0/id").longValue();
        long location = made.at("/locations/0/id").longValue();
        long bob = office.customer("Bob").get("id").longValue();
        JsonNode contacts = export("ExportContacts_CustomersContacts", "customers/contacts", "");
        assertThat(contacts.at("/data/0/customerId").longValue()).isEqualTo(ada);
        assertThat(contacts.at("/data/0/active").booleanValue()).isTrue();
        api.delete(office.customers + "/" + ada + "/contacts/" + contact);
        JsonNode gone = export("ExportContacts_CustomersContacts", "customers/contacts", "?from=" + token(contacts));
        assertThat(Office.ids(gone.get("data"))).containsExactly(contact);
        assertThat(gone.at("/data/0/active").booleanValue()).isFalse();

        ok(api.post(
                office.locations,
                "{\"customerId\":%d,\"name\":\"Another\",\"address\":%s}".formatted(ada, Office.ADDRESS)));
        JsonNode locations = export("ExportLocations_Locations", "locations", "");
        ok(api.patch(office.locations + "/" + location, "{\"customerId\":" + bob + "}"));
        JsonNode moved = export("ExportLocations_Locations", "locations", "?from=" + token(locations));
        assertThat(moved.at("/data/0/customerId").longValue()).isEqualTo(bob);

        ok(api.post(
                office.locations + "/" + location + "/contacts", "{\"type\":\"Email\",\"value\":\"ada@example.com\"}"));
        JsonNode entry = export("ExportContacts_LocationsContacts", "locations/contacts", "");
        assertThat(entry.at("/data/0/locationId").longValue()).isEqualTo(location);
        assertThat(entry.at("/data/0/type").stringValue()).isEqualTo(ContactType.Email.name());
    }

    @Test
    void bookingsOfAllProvidersAreExported() {
        BookingProviderTag provider = office.tenant.provider("Website");
        Api bound = office.tenant.api(provider);
        ok(bound.post(bound.path("crm/v2", "/booking-provider/" + provider.id() + "/bookings"), """
                {"source":"Web","name":"Ada","summary":"No heat","isFirstTimeClient":true,"externalId":"1",
                 "contacts":[{"type":"Phone","value":"937-555-0142"}]}"""));
        JsonNode page = export("ExportBookings_Get", "bookings", "");
        assertThat(page.at("/data/0/name").stringValue()).isEqualTo("Ada");
        assertThat(page.at("/data/0/active").booleanValue()).isTrue();
        assertThat(bound.get(bound.path("crm/v2", "/export/bookings")).status())
                .as("a provider sees its own, and not by this way")
                .isEqualTo(403);
    }

    @Test
    void whatACompanySetsUpAndWhoWorksThereAreExported() {
        Shop shop = new Shop();
        Api own = shop.tenant.api();
        long technician = shop.technician("Sam Lee");
        shop.tenant.caller.run(() -> Server.bean(TagTypes.class).add(own.tenant, new TagType.Details("VIP")));
        long user = shop.tenant.user(Role.CSR).id();
        for (String kind : List.of("business-units", "employees", "tag-types", "technicians")) {
            assertThat(settings(own, kind, "").get("data"))
                    .as(kind)
                    .isEqualTo(ok(own.get(own.path("settings/v2", "/" + kind + "?active=Any")))
                            .get("data"));
        }
        String technicians = token(settings(own, "technicians", ""));
        String employees = token(settings(own, "employees", ""));
        shop.tenant.caller.run(() -> {
            Server.bean(Technicians.class).activate(own.tenant, technician, false);
            Server.bean(Users.class)
                    .update(
                            own.tenant,
                            user,
                            new Users.Draft("Dana Reed", "dana." + user + "@example.com", Role.Manager, null));
        });
        JsonNode gone = settings(own, "technicians", "?from=" + technicians);
        assertThat(Office.ids(gone.get("data"))).containsExactly(technician);
        assertThat(gone.at("/data/0/active").booleanValue()).isFalse();
        JsonNode renamed = settings(own, "employees", "?from=" + employees);
        assertThat(Office.ids(renamed.get("data"))).as("who signs in too").containsExactly(user);
        assertThat(renamed.at("/data/0/name").stringValue()).isEqualTo("Dana Reed");
        assertThat(renamed.at("/data/0/userId").longValue()).isEqualTo(user);
    }

    private static JsonNode settings(Api api, String kind, String query) {
        return ok(api.get(api.path("settings/v2", "/export/" + kind + query)));
    }

    @Test
    void leadsAreExported() {
        Shop shop = new Shop();
        Api own = shop.tenant.api();
        ok(own.post(own.path("crm/v2", "/leads"), """
                {"campaignId":%d,"summary":"Wants a quote","callReasonId":%d,"leadCustomerName":"Ada"}
                """.formatted(shop.campaign, shop.reason)));
        JsonNode page = ok(Contract.check("ExportLeads_Leads", own.get(own.path("crm/v2", "/export/leads"))));
        assertThat(page.at("/data/0/leadCustomerName").stringValue()).isEqualTo("Ada");
        assertThat(page.at("/data/0/active").booleanValue()).isTrue();
    }

    @Test
    void aTokenIsGoodForItsOwnFeedAlone() {
        office.customer("Ada");
        String mine = token(customers(""));
        String locations = token(export("ExportLocations_Locations", "locations", ""));
        Office other = new Office();
        String foreign = token(ok(other.api.get(other.api.path("crm/v2", "/export/customers"))));
        String broken = mine.substring(0, 10) + (mine.charAt(10) == 'A' ? 'B' : 'A') + mine.substring(11);
        for (String from : List.of(locations, foreign, broken, mine + "AAAA", "x", "%20%3F", "12345", "2026-13-01")) {
            assertThat(wrong(Contract.check(
                            "ExportCustomers_GetCustomers",
                            api.get(api.path("crm/v2", "/export/customers?from=" + from)))))
                    .as(from)
                    .containsExactly("from");
        }
        Api reader = office.tenant.api(EnumSet.of(Scope.CUSTOMERS_READ), null);
        assertThat(reader.get(reader.path("crm/v2", "/export/customers")).status())
                .isEqualTo(403);
    }

    @Test
    void aReaderThatKnowsOfWhatIsLostIsToldToStartAgain() {
        long ada = office.customer("Ada").get("id").longValue();
        FeedTokens tokens = Server.bean(FeedTokens.class);
        Position place = tokens.read(office.tenant.id, EntityKind.CUSTOMER, token(customers("")));
        assertThat(place.mark()).isNotNull();
        Position lost =
                new Position(place.epoch(), UUID.randomUUID(), place.transaction(), place.sequence(), Instant.EPOCH);
        Api.Answer refused = Contract.check(
                "ExportCustomers_GetCustomers",
                api.get(api.path(
                        "crm/v2",
                        "/export/customers?from=" + tokens.write(office.tenant.id, EntityKind.CUSTOMER, lost))));
        assertThat(wrong(refused)).containsExactly("from");
        assertThat(refused.json().at("/data/code").stringValue()).isEqualTo("feed-restored");
        assertThat(Office.ids(customers("").get("data")))
                .as("so it starts again")
                .containsExactly(ada);
    }

    @Test
    void aTokenFromBeforeEpochsHadMarksGoesOn() {
        office.customer("Ada");
        FeedTokens tokens = Server.bean(FeedTokens.class);
        Position place = tokens.read(office.tenant.id, EntityKind.CUSTOMER, token(customers("")));
        long bob = office.customer("Bob").get("id").longValue();
        String old = tokens.seal(
                office.tenant.id,
                EntityKind.CUSTOMER,
                ByteBuffer.allocate(29)
                        .put((byte) 1)
                        .putInt(place.epoch())
                        .putLong(place.transaction())
                        .putLong(place.sequence())
                        .putLong(0)
                        .array());
        assertThat(Office.ids(customers("?from=" + old).get("data"))).containsExactly(bob);
    }

    @Test
    void aFullLoadIsAFileAndTheFeedGoesOnFromIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            office.customer("Customer " + i);
        }
        Api.Answer answer = api.get(api.path("callboard/v1", "/export/customers.ndjson"));
        assertThat(answer.status()).isEqualTo(200);
        List<String> lines = answer.text().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(Api.JSON.readTree(lines.get(2)).get("name").stringValue()).isEqualTo("Customer 2");
        assertThat(lines.getFirst()).isEqualTo(customers("").at("/data/0").toString());
        long later = office.customer("Later").get("id").longValue();
        String from = URLEncoder.encode(answer.header("Callboard-Continue-From"), StandardCharsets.UTF_8);
        assertThat(Office.ids(customers("?from=" + from).get("data"))).containsExactly(later);

        HttpRequest zipped = api.request(
                "GET", api.path("callboard/v1", "/export/customers.ndjson"), null, "Accept-Encoding", "gzip");
        try (var body = new GZIPInputStream(
                Api.HTTP.send(zipped, BodyHandlers.ofInputStream()).body())) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(4);
        }
        for (String kind : List.of("customer-contacts", "locations", "location-contacts", "bookings", "leads")) {
            assertThat(api.get(api.path("callboard/v1", "/export/" + kind + ".ndjson"))
                            .status())
                    .as(kind)
                    .isEqualTo(200);
        }
        assertThat(api.get(api.path("callboard/v1", "/export/secrets.ndjson")).status())
                .isEqualTo(404);
    }
}
