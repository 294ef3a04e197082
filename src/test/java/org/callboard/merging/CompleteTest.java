package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.merging.MergingShop.CUSTOMER;
import static org.callboard.merging.MergingShop.LOCATION;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.RecordKind;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/**
 * Every column that may name a customer or a location has a rule for merging: a table that comes with a reference of its own
 * fails here until somebody has decided what becomes of it.
 */
class CompleteTest {

    private enum Rule {
        /** The rows become the kept record's. */
        MOVED,
        /** The kept record gets rows of its own, and the removed one keeps its. */
        COPIED,
        /** It stays with the removed record, or with one that moves itself. */
        KEPT,
        /** It tells what was, and is never rewritten. */
        PAST,
        /** It follows another column, or says itself which records live on. */
        MADE,
        /** Candidates, which are found again from the records. */
        FOUND_AGAIN,
        /** No customer and no location. */
        OTHER
    }

    /** What becomes of a column when customers are merged, and when locations are. */
    private record Column(Rule ofCustomers, Rule ofLocations) {}

    private static final Map<String, Column> COLUMNS = columns("""
            call.customer_id MOVED KEPT
            call.location_id KEPT MOVED
            change.record_id PAST PAST
            contact_entry.customer_id MOVED KEPT
            contact_entry.location_id KEPT MOVED
            contact_entry.owner_id MOVED MOVED
            contact_point.owner_id MOVED MOVED
            contact_relationship.customer_id MOVED KEPT
            contact_relationship.location_id KEPT MOVED
            contact_relationship.related_id MADE MADE
            custom_field_value.customer_id COPIED KEPT
            custom_field_value.location_id KEPT COPIED
            custom_field_value.owner_id COPIED COPIED
            customer.live_id MADE MADE
            customer.merged_to_id MOVED KEPT
            duplicate_pair.high_id FOUND_AGAIN FOUND_AGAIN
            duplicate_pair.low_id FOUND_AGAIN FOUND_AGAIN
            external_data.customer_id COPIED KEPT
            external_data.location_id KEPT COPIED
            external_data.owner_id COPIED COPIED
            import_outcome.match_id PAST PAST
            import_outcome.record_id PAST PAST
            import_row.decision_target PAST PAST
            invoice.customer_id MOVED KEPT
            invoice.location_id KEPT MOVED
            job.customer_id MOVED KEPT
            job.location_id KEPT MOVED
            lead.customer_id MOVED KEPT
            lead.location_id KEPT MOVED
            lead.owner_id OTHER OTHER
            location.customer_id MOVED KEPT
            location.live_id MADE MADE
            location.merged_to_id KEPT MOVED
            location_check.location_id KEPT KEPT
            location_door.location_id KEPT KEPT
            location_owner_history.customer_id PAST PAST
            location_owner_history.location_id PAST PAST
            merge.kept_customer_id PAST PAST
            merge.kept_id PAST PAST
            merge.kept_location_id PAST PAST
            merge.removed_customer_id PAST PAST
            merge.removed_id PAST PAST
            merge.removed_location_id PAST PAST
            merge_item.record_id PAST PAST
            note.customer_id MOVED KEPT
            note.location_id KEPT MOVED
            note.owner_id MOVED MOVED
            outgoing_message.record_id OTHER OTHER
            tag.customer_id COPIED KEPT
            tag.location_id KEPT COPIED
            tag.owner_id COPIED COPIED
            webhook_delivery.record_id PAST PAST
            """);

    private static Map<String, Column> columns(String table) {
        Map<String, Column> columns = new TreeMap<>();
        table.lines()
                .map(line -> line.split(" "))
                .forEach(words -> columns.put(words[0], new Column(Rule.valueOf(words[1]), Rule.valueOf(words[2]))));
        return columns;
    }

    /** By its key, or by what such columns are called. */
    @Test
    void everyColumnThatMayNameARecordHasARule() {
        String found = Server.askOwner("select 1", """
                select distinct c.relname || '.' || a.attname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname not in ('tenant_id', 'id')
                    and (a.attname ~ ('(customer_id|location_id|match_id|record_id|merged_to_id|kept_id|removed_id|low_id|high_id'
                            || '|live_id|related_id|owner_id|decision_target)$')
                        or exists (
                            select from pg_constraint k
                            where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
                                and k.confrelid in ('customer'::regclass, 'location'::regclass)))
                """);
        assertThat(new TreeSet<>(found.lines().toList())).isEqualTo(new TreeSet<>(COLUMNS.keySet()));
    }

    /** What moves names records that live on, and what tells the past or is copied names any. */
    @Test
    void theKeysSayTheSame() {
        List<String> live = Server.askOwner("select 1", """
                select c.relname || '.' || a.attname
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
                join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[2]
                where k.contype = 'f' and k.confrelid in ('customer'::regclass, 'location'::regclass)
                    and there.attname = 'live_id'
                """).lines().toList();
        Set<String> moved = new TreeSet<>();
        COLUMNS.forEach((column, rules) -> {
            boolean keyed = !column.endsWith(".owner_id");
            if (keyed && (rules.ofCustomers == Rule.MOVED || rules.ofLocations == Rule.MOVED)) {
                moved.add(column);
            }
        });
        assertThat(new TreeSet<>(live)).isEqualTo(moved);
    }

    private final MergingShop shop = new MergingShop();

    @Test
    void ofACustomerNothingIsLeftThatMoves() {
        long kept = shop.customer("Jordan Reyes");
        long removed = shop.customer("J. Reyes", "90 Elm St", null);
        shop.merge(removed, shop.customer("Jo"));
        fill(CUSTOMER, removed, removed, shop.place(removed));
        shop.merge(kept, removed);
        check(CUSTOMER, kept, removed);
    }

    @Test
    void ofALocationNothingIsLeftThatMoves() {
        long customer = shop.customer("Jordan Reyes");
        long kept = shop.place(customer);
        long removed = shop.location(customer, "Same", "14 Oak St");
        shop.merge(LOCATION, removed, shop.location(customer, "Third", "15 Oak St"), Choices.NONE);
        fill(LOCATION, removed, customer, removed);
        shop.merge(LOCATION, kept, removed, Choices.NONE);
        check(LOCATION, kept, removed);
    }

    /** One of each that a record may have. */
    private void fill(RecordKind kind, long id, long customer, long location) {
        shop.job(customer, location);
        shop.lead(customer, location);
        shop.contact(kind, id, ContactType.Phone, "937-555-0177");
        shop.shop.tenant.caller.run(() -> shop.edit.addNote(kind, shop.tenant, id, "Dog", false, false));
        long tag = shop.tagType("VIP");
        shop.shop.tenant.caller.run(() -> shop.edit.addTag(kind, shop.tenant, id, tag));
        long field = shop.field(kind, "Gate code");
        UUID person = UUID.randomUUID();
        Arrays.asList(
                        "insert into call (tenant_id, direction, received_on, desk, customer_id, location_id, created_on,"
                                + " modified_on) values (%d, 'Inbound', now(), 'Open', %d, %d, now(), now())"
                                        .formatted(shop.tenant, customer, location),
                        "insert into custom_field_value (tenant_id, owner_kind, owner_id, type_id, value)"
                                + " values (%d, '%s', %d, %d, '1234')".formatted(shop.tenant, kind.word(), id, field),
                        "insert into external_data (tenant_id, owner_kind, owner_id, application_guid, key, value)"
                                + " values (%d, '%s', %d, '%s', 'id', 'R-1')"
                                        .formatted(shop.tenant, kind.word(), id, UUID.randomUUID()),
                        "insert into contact (tenant_id, id, created_on, modified_on) values (%d, '%s', now(), now())"
                                .formatted(shop.tenant, person),
                        "insert into contact_relationship (tenant_id, id, contact_id, %s_id, created_on)"
                                        .formatted(kind.word())
                                + " values (%d, '%s', '%s', %d, now())"
                                        .formatted(shop.tenant, UUID.randomUUID(), person, id))
                .forEach(shop::sql);
    }

    private void check(RecordKind kind, long kept, long removed) {
        COLUMNS.forEach((column, rules) -> {
            Rule rule = kind == CUSTOMER ? rules.ofCustomers : rules.ofLocations;
            if (rule == Rule.MOVED || rule == Rule.COPIED) {
                String[] parts = column.split("\\.");
                String owned = parts[1].equals("owner_id") ? " and owner_kind = '" + kind.word() + "'" : "";
                String rows = parts[0] + " where " + parts[1] + " = %d" + owned;
                assertThat(shop.count(rows.formatted(kept)))
                        .as(column + " of the kept one")
                        .isPositive();
                assertThat(shop.count(rows.formatted(removed)) > 0)
                        .as(column + " of the removed one")
                        .isEqualTo(rule == Rule.COPIED);
            }
        });
    }
}
