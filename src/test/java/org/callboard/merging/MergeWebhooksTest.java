package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.merging.MergingShop.CUSTOMER;
import static org.callboard.merging.MergingShop.LOCATION;
import static org.callboard.merging.MergingShop.pair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Receiver;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Programs that are told of merges: of the merge first, and then once of every record that it changed. */
class MergeWebhooksTest {

    private static final String MERGED = "tn.crm.customer-merged";
    private static final String UNMERGED = "tn.crm.customer-unmerged";
    private static final String LOCATION_MERGED = "tn.crm.location-merged";
    private static final String LOCATION_UNMERGED = "tn.crm.location-unmerged";
    private static final String CUSTOMER_UPDATED = "tn.crm.customer-updated";
    private static final String LOCATION_UPDATED = "tn.crm.location-updated";
    private static final String LEAD_UPDATED = "tn.crm.lead-updated";

    private final MergingShop shop = new MergingShop();
    private final long kept = shop.customer("Jordan Reyes");
    private final long removed = shop.customer("J. Reyes", "90 Elm St", null);
    private final Api api = shop.shop.tenant.api();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private String hooks() {
        return api.path("callboard/v1", "/webhooks");
    }

    private long subscribe(Receiver to, String... events) {
        return to.subscribe(api, hooks(), events).at("/webhook/id").longValue();
    }

    private List<JsonNode> next(Receiver at, int many) {
        return Stream.generate(() -> at.next().json()).limit(many).toList();
    }

    private static String type(JsonNode event) {
        return event.get("type").stringValue();
    }

    /** Such as {@code customer 1001}. */
    private static String record(JsonNode event) {
        return Stream.of("customer", "location", "lead")
                .filter(kind -> event.get("data").has(kind))
                .map(kind -> kind + " " + event.at("/data/" + kind + "/id").longValue())
                .findFirst()
                .orElseGet(() -> "merge " + event.at("/data/mergeId").longValue());
    }

    private static List<Long> ids(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        list.forEach(id -> ids.add(id.longValue()));
        return ids;
    }

    private void undo(Merge merge) {
        shop.shop.tenant.caller.run(() -> {
            UndoMerge undo = Server.bean(UndoMerge.class);
            String tag = undo.preview(shop.tenant, merge.id(), UndoChoices.NONE).planTag();
            undo.undo(shop.tenant, merge.id(), UndoChoices.NONE, tag);
        });
    }

    /** More rows than are read from the log at once, so the merge was told of in an earlier part than the locations. */
    @Test
    void theMergeIsToldFirstAndEachRecordOnceAfterIt() {
        Set<String> expected = new HashSet<>(Set.of("customer " + kept, "customer " + removed));
        shop.sql("""
                insert into contact_entry (tenant_id, owner_kind, owner_id, type, value, created_on, modified_on)
                select %d, 'customer', %d, 'Email', 'jo' || n || '@example.com', now(), now()
                from generate_series(1, 600) n""".formatted(shop.tenant, removed));
        for (int i = 0; i < 99; i++) {
            shop.location(removed, "Place " + i, i + 1 + " Oak St");
        }
        List<Long> places = shop.ids("select id from location where customer_id = " + removed + " order by id");
        places.forEach(place -> expected.add("location " + place));
        expected.add("lead " + shop.lead(removed, places.getFirst()));
        long webhook = subscribe(receiver, MERGED, UNMERGED, CUSTOMER_UPDATED, LOCATION_UPDATED, LEAD_UPDATED);
        receiver.then(500);
        Merge merge = shop.merge(kept, removed);

        List<JsonNode> first = next(receiver, 2);
        assertThat(first)
                .as("not taken, and tried again before all else")
                .allSatisfy(event -> assertThat(type(event)).isEqualTo(MERGED));
        assertThat(first.getFirst().get("id")).isEqualTo(first.getLast().get("id"));
        JsonNode data = first.getLast().get("data");
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder(
                        "keptId", "removedId", "mergeId", "movedLocationIds", "tenantId", "tenantName");
        assertThat(data.get("keptId").longValue()).isEqualTo(kept);
        assertThat(data.get("removedId").longValue()).isEqualTo(removed);
        assertThat(data.get("mergeId").longValue()).isEqualTo(merge.id());
        assertThat(data.get("tenantId").longValue()).isEqualTo(shop.tenant);
        assertThat(ids(data.get("movedLocationIds"))).containsExactlyInAnyOrderElementsOf(places);
        assertThat(next(receiver, expected.size()))
                .extracting(MergeWebhooksTest::record)
                .containsExactlyInAnyOrderElementsOf(expected);

        receiver.then(500);
        undo(merge);
        List<JsonNode> undone = next(receiver, 2);
        assertThat(undone).allSatisfy(event -> assertThat(type(event)).isEqualTo(UNMERGED));
        assertThat(ids(undone.getFirst().at("/data/movedLocationIds"))).containsExactlyInAnyOrderElementsOf(places);
        assertThat(next(receiver, expected.size()))
                .extracting(MergeWebhooksTest::record)
                .containsExactlyInAnyOrderElementsOf(expected);
        Eventually.is(0L, () -> shop.count("webhook_delivery where state = 'Pending' and webhook_id = " + webhook));
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void aPairOfLocationsIsToldAfterItsCustomersAndBeforeAllElse() {
        long own = shop.place(kept);
        long same = shop.location(removed, "Cabin", "12 Oak Street");
        try (Receiver ofLocations = new Receiver()) {
            subscribe(receiver, MERGED, LOCATION_MERGED, LOCATION_UNMERGED, UNMERGED, LOCATION_UPDATED);
            subscribe(ofLocations, LOCATION_MERGED, LOCATION_UPDATED);
            Merge merge = shop.merge(CUSTOMER, kept, removed, pair(own, same));
            List<JsonNode> told = next(receiver, 5);
            assertThat(told.subList(0, 2)).extracting(MergeWebhooksTest::type).containsExactly(MERGED, LOCATION_MERGED);
            assertThat(told.get(1).at("/data/keptId").longValue()).isEqualTo(own);
            assertThat(told.get(1).at("/data/removedId").longValue()).isEqualTo(same);
            assertThat(told.get(1).at("/data/movedLocationIds")).isEmpty();
            List<String> places = List.of(
                    "location " + own,
                    "location " + same,
                    "location "
                            + shop.ids("select id from location where name = 'J. Reyes'")
                                    .getFirst());
            assertThat(told.subList(2, 5))
                    .extracting(MergeWebhooksTest::record)
                    .containsExactlyInAnyOrderElementsOf(places);
            List<JsonNode> places4 = next(ofLocations, 4);
            assertThat(type(places4.getFirst())).isEqualTo(LOCATION_MERGED);
            assertThat(places4.subList(1, 4))
                    .extracting(MergeWebhooksTest::record)
                    .containsExactlyInAnyOrderElementsOf(places);

            undo(merge);
            List<JsonNode> undone = next(receiver, 5);
            assertThat(undone.subList(0, 2))
                    .extracting(MergeWebhooksTest::type)
                    .containsExactly(UNMERGED, LOCATION_UNMERGED);
        }
    }

    @Test
    void ofLocationsThatAreMergedTheMergeIsToldFirstToo() {
        long place = shop.place(kept);
        long other = shop.location(kept, "Cabin", "14 Oak St");
        long lead = shop.lead(kept, other);
        subscribe(receiver, LOCATION_MERGED, LOCATION_UPDATED, LEAD_UPDATED);
        Merge merge = shop.merge(LOCATION, place, other, Choices.NONE);
        List<JsonNode> told = next(receiver, 4);
        assertThat(told.getFirst().at("/data/mergeId").longValue()).isEqualTo(merge.id());
        assertThat(told.subList(1, 4))
                .extracting(MergeWebhooksTest::record)
                .containsExactlyInAnyOrder("location " + place, "location " + other, "lead " + lead);
    }

    @Test
    void whatIsGivenUpHoldsNothingBackAndWhoIsToldOfNoMergesWaitsForNone() {
        try (Receiver plain = new Receiver()) {
            long waiting = subscribe(receiver, MERGED, CUSTOMER_UPDATED);
            long free = subscribe(plain, CUSTOMER_UPDATED);
            receiver.then(500);
            shop.merge(kept, removed);
            assertThat(next(plain, 2))
                    .extracting(MergeWebhooksTest::record)
                    .containsExactlyInAnyOrder("customer " + kept, "customer " + removed);
            assertThat(type(receiver.next().json())).isEqualTo(MERGED);
            assertThat(receiver.rest()).isEmpty();
            assertThat(shop.count("webhook_delivery where waits_for is not null and webhook_id = " + waiting))
                    .isEqualTo(2);
            assertThat(shop.count("webhook_delivery where waits_for is not null and webhook_id = " + free))
                    .isZero();
            shop.sql("update webhook_delivery set state = 'Failed', closed_on = now() where event = '" + MERGED + "'");
            assertThat(next(receiver, 2)).extracting(MergeWebhooksTest::type).containsOnly(CUSTOMER_UPDATED);
        }
    }

    @Test
    void aBookingProviderIsToldOfNoMergesAndAFilterOfBookingsKeepsNoneOut() {
        Api bound = shop.shop.tenant.api(shop.shop.provider);
        String path = bound.path("callboard/v1", "/booking-provider/" + shop.shop.provider.id() + "/webhooks");
        assertThat(bound.post(path, "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(receiver.url(), MERGED))
                        .status())
                .isEqualTo(403);
        String filtered = "{\"url\":\"%s\",\"events\":[\"%s\"],\"bookingProviderId\":%d}"
                .formatted(receiver.url(), MERGED, shop.shop.provider.id());
        assertThat(api.post(hooks(), filtered).status()).isEqualTo(200);
        shop.merge(kept, removed);
        assertThat(type(receiver.next().json())).isEqualTo(MERGED);
    }
}
