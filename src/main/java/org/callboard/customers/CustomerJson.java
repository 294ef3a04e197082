package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.callboard.addresses.ContactType;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntry;
import org.callboard.details.ContactJson.PhoneSettings;
import org.callboard.details.ContactJson.PreferencesResponse;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.DetailOwner;
import org.callboard.details.ExternalEntry;
import org.jspecify.annotations.Nullable;

/** The wire shapes of customers: {@code Customers.CustomerResponse} of the contract, and those around it. */
public final class CustomerJson {

    private CustomerJson() {}

    @Schema(name = "CustomerResponse")
    public record CustomerResponse(
            long id,
            boolean active,
            String name,
            CustomerType type,
            PlacedAddress address,
            List<CustomFieldValue> customFields,
            BigDecimal balance,
            boolean taxExempt,
            List<Long> tagTypeIds,
            boolean doNotMail,
            boolean doNotService,
            boolean nationalAccount,
            Instant createdOn,
            long createdById,
            Instant modifiedOn,
            @Nullable Long mergedToId,
            @Nullable Long paymentTermId,
            @Nullable BigDecimal creditLimit,
            @Nullable BigDecimal creditLimitBalance,
            List<ExternalEntry> externalData) {

        public static CustomerResponse from(Customer customer) {
            CustomerDetails details = customer.details();
            return new CustomerResponse(
                    customer.id(),
                    customer.active(),
                    details.name(),
                    details.type(),
                    PlacedAddress.from(details.address(), details.coordinates()),
                    customer.attached().customFields(),
                    customer.balance(),
                    details.taxExempt(),
                    customer.attached().tagTypeIds(),
                    details.doNotMail(),
                    details.doNotService(),
                    details.nationalAccount(),
                    customer.createdOn(),
                    customer.createdById(),
                    customer.modifiedOn(),
                    customer.mergedToId(),
                    details.paymentTermId(),
                    details.creditLimit(),
                    details.creditLimitBalance(),
                    customer.attached().externalData());
        }
    }

    @Schema(name = "CustomersContactResponse")
    record CustomersContactResponse(
            long id,
            long customerId,
            ContactType type,
            String value,
            @Nullable String memo,
            PhoneSettings phoneSettings,
            PreferencesResponse preferences,
            Instant createdOn,
            Instant modifiedOn) {

        static CustomersContactResponse from(ContactEntry entry) {
            ContactContent content = entry.content();
            return new CustomersContactResponse(
                    entry.id(),
                    entry.ownerId(),
                    content.type(),
                    content.value(),
                    content.memo(),
                    PhoneSettings.from(content),
                    PreferencesResponse.from(content.preferences()),
                    entry.createdOn(),
                    entry.modifiedOn());
        }
    }

    @Schema(name = "ExportCustomerContactResponse")
    public record ExportCustomerContactResponse(
            @JsonUnwrapped CustomersContactResponse contact, boolean active) {

        static ExportCustomerContactResponse from(ContactEntry entry) {
            return new ExportCustomerContactResponse(CustomersContactResponse.from(entry), entry.active());
        }
    }

    @Schema(name = "CreateCustomerTagResponse")
    record CustomerTagsResponse(long customerId, List<Long> tagTypeIds) {

        static CustomerTagsResponse from(DetailOwner customer) {
            return new CustomerTagsResponse(customer.id(), customer.attached().tagTypeIds());
        }
    }
}
