package org.callboard.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.PhoneSearch;
import org.callboard.paging.Where;
import org.callboard.validation.CheckedQuery;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** The filters that the list of customers alone has. */
record CustomerFilter(
        @Schema(description = "A number of a contact in any format, or at least its last 3 digits.") @Nullable
        String phone,

        @Schema(
                description =
                        "Accounting changes, such as of the balance, never move modifiedOn here; so both are alike.")
        @Nullable
        Boolean excludeAccountingChangesFromModifiedDateRange)
        implements CheckedQuery {

    private static final int FEWEST = 3;

    @Override
    public void check(FieldErrors errors) {
        boolean few = phone != null && PhoneSearch.digits(phone).length() < FEWEST;
        errors.addIf(few, "phone", "At least " + FEWEST + " digits are expected.");
    }

    /** Adds the conditions. */
    Where applyTo(Where where, String region) {
        return phone == null ? where : PhoneSearch.of(phone, region).applyTo(where, ContactOwner.customer);
    }
}
