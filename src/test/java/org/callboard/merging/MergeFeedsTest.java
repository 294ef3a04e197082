package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.merging.MergingShop.CUSTOMER;
import static org.callboard.merging.MergingShop.LOCATION;
import static org.callboard.merging.MergingShop.pair;
import static org.callboard.testing.Office.ok;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.contactpoints.ContactType;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody who keeps a copy by the feeds while records are merged, and merges are undone. */
class MergeFeedsTest {

    private static final List<String> FEEDS =
            List.of("customers", "customers/contacts", "locations", "locations/contacts", "leads");

    private final MergingShop shop = new MergingShop();
    private final long kept = shop.customer("Jordan Reyes");
    private final long removed = shop.customer("J. Reyes", "90 Elm St", null);
    private final Api api = shop.shop.tenant.api();
    private final Copy copy = new Copy();

    /** What the reader has, and where it goes on. */
    private final class Copy {

        private final Map<String, Map<Long, JsonNode>> records = new HashMap<>();
        private final Map<String, String> tokens = new HashMap<>();

        /** Gives the ids that came, as often as they came. */
        List<Long> read(String feed) {
            List<Long> came = new ArrayList<>();
            boolean more = true;
            while (more) {
                JsonNode page =
                        ok(api.get(api.path("crm/v2", "/export/" + feed + "?from=" + tokens.getOrDefault(feed, ""))));
                for (JsonNode record : page.get("data")) {
                    long id = record.get("id").longValue();
                    records.computeIfAbsent(feed, any -> new HashMap<>()).put(id, record);
                    came.add(id);
                }
                tokens.put(feed, page.get("continueFrom").stringValue());
                more = page.get("hasMore").booleanValue();
            }
            return came;
        }

        void readAll() {
            FEEDS.forEach(this::read);
        }

        JsonNode get(String feed, long id) {
            return records.get(feed).get(id);
        }

        /** Nothing names a record that was merged. */
        void hasNoChildOfAMergedRecord() {
            records.forEach((feed, all) -> all.values().forEach(record -> {
                live(feed, record, "customerId", "customers");
                live(feed, record, "locationId", "locations");
            }));
        }

        private void live(String feed, JsonNode record, String field, String owners) {
            if (record.path(field).isNumber()) {
                JsonNode owner = get(owners, record.get(field).longValue());
                assertThat(owner.get("mergedToId").isNull())
                        .as("%s of %s %s".formatted(owner, feed, record))
                        .isTrue();
            }
        }
    }

    /** Reads on until all is settled, and compares how often each came; an open transaction may hold the end back a little. */
    private void comesOnce(String feed, Long... ids) {
        List<Long> came = new ArrayList<>();
        Eventually.is(true, () -> {
            came.addAll(copy.read(feed));
            return came.size() >= ids.length;
        });
        assertThat(came).as(feed).containsExactlyInAnyOrder(ids);
    }

    private void undo(Merge merge) {
        shop.shop.tenant.caller.run(() -> {
            UndoMerge undo = Server.bean(UndoMerge.class);
            String tag = undo.preview(shop.tenant, merge.id(), UndoChoices.NONE).planTag();
            undo.undo(shop.tenant, merge.id(), UndoChoices.NONE, tag);
        });
    }

    @Test
    void theCopyFollowsAMergeAndItsUndo() {
        long place = shop.place(removed);
        long own = shop.place(kept);
        long same = shop.location(removed, "Cabin", "12 Oak Street");
        long lead = shop.lead(removed, same);
        long moved = shop.contact(removed, ContactType.Phone, "937-555-0101");
        long kepts = shop.contact(kept, ContactType.Email, "jo@example.com");
        long dropped = shop.contact(removed, ContactType.Email, "JO@example.com");
        long atPlace = shop.contact(LOCATION, same, ContactType.Phone, "937-555-0199");
        Long[] contacts = shop.ids("select id from contact_entry where customer_id = " + removed)
                .toArray(Long[]::new);
        assertThat(contacts).contains(moved, dropped);
        Eventually.is(true, () -> {
            copy.readAll();
            return copy.records.keySet().containsAll(FEEDS) && copy.get("locations/contacts", atPlace) != null;
        });

        Merge merge = shop.merge(CUSTOMER, kept, removed, pair(own, same));
        comesOnce("customers", kept, removed);
        comesOnce("locations", place, own, same);
        comesOnce("customers/contacts", contacts);
        comesOnce("locations/contacts", atPlace);
        comesOnce("leads", lead);
        assertThat(copy.get("customers", removed).get("active").booleanValue()).isFalse();
        assertThat(copy.get("customers", removed).get("mergedToId").longValue()).isEqualTo(kept);
        assertThat(copy.get("locations", same).get("mergedToId").longValue()).isEqualTo(own);
        assertThat(copy.get("locations", place).get("customerId").longValue()).isEqualTo(kept);
        assertThat(copy.get("leads", lead).get("customerId").longValue()).isEqualTo(kept);
        assertThat(copy.get("leads", lead).get("locationId").longValue()).isEqualTo(own);
        assertThat(copy.get("customers/contacts", moved).get("customerId").longValue())
                .isEqualTo(kept);
        assertThat(copy.get("customers/contacts", dropped).get("active").booleanValue())
                .isFalse();
        assertThat(copy.get("locations/contacts", atPlace).get("locationId").longValue())
                .isEqualTo(own);
        assertThat(copy.get("customers/contacts", kepts).get("active").booleanValue())
                .isTrue();
        copy.hasNoChildOfAMergedRecord();

        undo(merge);
        comesOnce("customers", kept, removed);
        comesOnce("locations", place, own, same);
        comesOnce("customers/contacts", contacts);
        comesOnce("locations/contacts", atPlace);
        comesOnce("leads", lead);
        assertThat(copy.get("customers", removed).get("active").booleanValue()).isTrue();
        assertThat(copy.get("leads", lead).get("customerId").longValue()).isEqualTo(removed);
        copy.hasNoChildOfAMergedRecord();
        isWhatANewReaderGets();
    }

    @Test
    void theCopyFollowsARecordThatIsMergedOn() {
        long later = shop.customer("Jordan Reyes Sr");
        Eventually.is(true, () -> {
            copy.readAll();
            return copy.records.containsKey("customers") && copy.get("customers", later) != null;
        });
        shop.merge(kept, removed);
        comesOnce("customers", kept, removed);
        copy.readAll();
        Merge second = shop.merge(later, kept);
        comesOnce("customers", kept, removed, later);
        assertThat(copy.get("customers", removed).get("mergedToId").longValue()).isEqualTo(later);
        Eventually.is(3, () -> {
            copy.readAll();
            return (int) copy.records.get("locations").values().stream()
                    .filter(one -> one.get("customerId").longValue() == later)
                    .count();
        });
        copy.hasNoChildOfAMergedRecord();
        undo(second);
        comesOnce("customers", kept, removed, later);
        Eventually.is(2, () -> {
            copy.readAll();
            return (int) copy.records.get("locations").values().stream()
                    .filter(one -> one.get("customerId").longValue() == kept)
                    .count();
        });
        copy.hasNoChildOfAMergedRecord();
        isWhatANewReaderGets();
    }

    private void isWhatANewReaderGets() {
        Copy fresh = new Copy();
        fresh.readAll();
        assertThat(copy.records).isEqualTo(fresh.records);
    }
}
