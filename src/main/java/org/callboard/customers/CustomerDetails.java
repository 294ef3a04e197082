package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.Name;
import org.callboard.search.Findable;
import org.jspecify.annotations.Nullable;

/** What people say of a customer, beside what hangs on it. The address is the billing address. */
public record CustomerDetails(
        @NotBlank @Name String name,
        CustomerType type,
        @Valid Address address,
        @Nullable Coordinates coordinates,
        boolean doNotMail,
        boolean doNotService,
        boolean nationalAccount,
        boolean taxExempt,
        @Nullable Long paymentTermId,
        @Nullable BigDecimal creditLimit,
        @Nullable BigDecimal creditLimitBalance) {

    /** Those of a customer of whom nothing else is known. */
    public static CustomerDetails of(String name, CustomerType type, Address address) {
        return of(name, type, address, false, false);
    }

    /** The same, with the marks that are set when a customer is entered. */
    public static CustomerDetails of(
            String name, CustomerType type, Address address, boolean doNotMail, boolean doNotService) {
        return new CustomerDetails(name, type, address, null, doNotMail, doNotService, false, false, null, null, null);
    }

    /** What the customer is found by. */
    Findable findable() {
        return new Findable(name, address);
    }
}
