package org.callboard.merging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.customers.Customer;
import org.callboard.customers.Location;
import org.callboard.details.ContactEntry;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.DetailOwner;
import org.callboard.details.ExternalDatum;
import org.callboard.merging.Preview.Moving;
import org.jspecify.annotations.Nullable;

/**
 * One of two records, as far as a plan needs it.
 *
 * @param contacts all entries that it has or had
 * @param forms what those in use are understood as; an entry in which nothing is understood is not among them
 * @param tags the names of its tags, by their types
 * @param moving what it has of each kind that moves, and the first of it
 * @param openLeads how many of its leads are open
 * @param locations of a customer
 */
record MergeSide(
        DetailOwner record,
        Map<String, @Nullable Object> values,
        List<ContactEntry> contacts,
        Map<Long, Set<String>> forms,
        Map<Long, String> tags,
        List<ExternalDatum> external,
        List<Moving> moving,
        long openLeads,
        List<Location> locations) {

    long id() {
        return record.id();
    }

    String name() {
        return record instanceof Customer customer
                ? customer.details().name()
                : ((Location) record).details().name();
    }

    List<CustomFieldValue> customFields() {
        return record.customData().customFields();
    }

    long count(MovedKind kind) {
        return moving.stream()
                .filter(one -> one.kind() == kind)
                .mapToLong(Moving::count)
                .sum();
    }
}
