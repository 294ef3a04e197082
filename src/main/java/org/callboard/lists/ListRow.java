package org.callboard.lists;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.customers.CustomerType;
import org.jspecify.annotations.Nullable;

/**
 * One customer or location, with what tells it from others at a glance.
 *
 * @param doNotService the customer's mark; a location has that of its customer
 * @param phones in the order in which they were added, mobile ones among them
 * @param customer what only a customer has; null for a location
 * @param owner whose a location is; null for a customer
 */
public record ListRow(
        long id,
        boolean active,
        String name,
        Address address,
        boolean doNotService,
        @Nullable Long mergedToId,
        List<String> phones,
        List<String> emails,
        List<Long> tagTypeIds,
        Instant createdOn,
        Instant modifiedOn,
        @Nullable OfCustomer customer,
        @Nullable Owner owner) {

    /** @param locations how many are in use */
    public record OfCustomer(CustomerType type, boolean doNotMail, int locations) {}

    public record Owner(long id, String name) {}
}
