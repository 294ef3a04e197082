package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.callboard.customers.LocationJson.CreateLocationResponse;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.ContactEntry;
import org.callboard.details.ContactJson.ContactEntryResponse;
import org.callboard.details.ContactJson.NewContactResponse;
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

        private static final Copy<CustomerResponse> COPY = Copy.of(CustomerResponse.class, Customer.class, "address");

        public static CustomerResponse from(Customer customer) {
            return COPY.from(
                    customer,
                    PlacedAddress.from(
                            customer.details().address(), customer.details().coordinates()));
        }
    }

    @Schema(name = "CustomersContactResponse")
    record CustomersContactResponse(@JsonUnwrapped ContactEntryResponse entry, long customerId) {

        static CustomersContactResponse from(ContactEntry entry) {
            return new CustomersContactResponse(ContactEntryResponse.from(entry), entry.ownerId());
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
            return new CustomerTagsResponse(customer.id(), customer.customData().tagTypeIds());
        }
    }

    @Schema(name = "CreatedCustomerResponse")
    record CreatedCustomerResponse(
            @JsonUnwrapped CustomerResponse customer,
            List<CreateLocationResponse> locations,
            List<NewContactResponse> contacts) {

        static CreatedCustomerResponse from(CreateCustomer.Created created) {
            return new CreatedCustomerResponse(
                    CustomerResponse.from(created.customer()),
                    created.locations().stream()
                            .map(location -> CreateLocationResponse.from(
                                    location, created.locationContacts().getOrDefault(location.id(), List.of())))
                            .toList(),
                    created.contacts().stream().map(NewContactResponse::from).toList());
        }
    }
}
