package org.callboard.customers;

import java.math.BigDecimal;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.search.Findable;
import org.jspecify.annotations.Nullable;

/** What a customer is to be, beside what hangs on it. */
public record CustomerDraft(
        String name,
        CustomerType type,
        Address address,
        @Nullable Coordinates coordinates,
        boolean doNotMail,
        boolean doNotService,
        boolean nationalAccount,
        boolean taxExempt,
        @Nullable Long paymentTermId,
        @Nullable BigDecimal creditLimit,
        @Nullable BigDecimal creditLimitBalance) {

    public static CustomerDraft of(String name, CustomerType type, Address address) {
        return new CustomerDraft(name, type, address, null, false, false, false, false, null, null, null);
    }

    /** What the customer is found by. */
    Findable findable() {
        return new Findable(name, address);
    }

    public static CustomerDraft of(Customer customer) {
        return new CustomerDraft(
                customer.name(),
                customer.type(),
                customer.address(),
                customer.coordinates(),
                customer.doNotMail(),
                customer.doNotService(),
                customer.nationalAccount(),
                customer.taxExempt(),
                customer.paymentTermId(),
                customer.creditLimit(),
                customer.creditLimitBalance());
    }
}
