package org.callboard.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.addresses.PhoneSearch;
import org.callboard.platform.Where;
import org.jspecify.annotations.Nullable;

/** The filters that the list of customers alone has. */
record CustomerFilter(
        @Schema(description = "A number of a contact in any format, or at least its last 3 digits.") @Nullable
        String phone,

        @Schema(
                description =
                        "Accounting changes, such as of the balance, never move modifiedOn here; so both are alike.")
        @Nullable
        Boolean excludeAccountingChangesFromModifiedDateRange) {

    /** Adds the conditions; 400 for a phone number that is none. */
    Where applyTo(Where where, String region) {
        if (phone == null) {
            return where;
        }
        PhoneSearch search = PhoneSearch.of("phone", phone, region);
        return search.bind(where)
                .and("id in (select customer_id from customer_contact" + " where tenant_id = :tenant and active and "
                        + search.condition() + ")");
    }
}
