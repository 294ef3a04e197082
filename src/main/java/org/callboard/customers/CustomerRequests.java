package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Name;
import org.callboard.customers.AddressRequests.NewAddress;
import org.callboard.customers.AddressRequests.NewAddressOfCustomer;
import org.callboard.customers.LocationRequests.NewLocationModel;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.ContactRequests;
import org.callboard.details.ContactRequests.NewContact;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataCreate;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.callboard.details.NewRecord;
import org.callboard.details.RecordKind;
import org.callboard.mergedids.MergedId;
import org.callboard.validation.NullOrNotBlank;
import org.jspecify.annotations.Nullable;

/** What clients send about customers. A missing or null field of a change leaves the customer's as it is. */
final class CustomerRequests {

    private CustomerRequests() {}

    record UpdateCustomerRequest(
            @NullOrNotBlank @Name @Nullable String name,

            @Nullable CustomerType type,
            @Valid @Nullable NewAddressOfCustomer address,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Valid @Nullable ExternalDataUpdate externalData,
            @Nullable Boolean doNotMail,
            @Nullable Boolean doNotService,
            @Nullable Boolean nationalAccount,
            @Nullable Boolean active,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Nullable Boolean taxExempt,
            @Nullable Long paymentTermId,
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal creditLimit,
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal creditLimitBalance) {

        private static final Copy<CustomerDetails> COPY =
                Copy.change(CustomerDetails.class, UpdateCustomerRequest.class, "address", "coordinates");

        CustomerDetails applyTo(CustomerDetails old) {
            NewAddress now = address == null ? null : address.whole();
            return COPY.changed(
                    old,
                    this,
                    now == null ? old.address() : now.toAddress(),
                    now == null ? old.coordinates() : now.coordinates());
        }

        CustomDataDraft customData() {
            return new CustomDataDraft(tagTypeIds, customFields, externalData);
        }
    }

    record CreateCustomerNote(
            @NotBlank @LongText String text,
            @Nullable Boolean pinToTop,
            @Nullable Boolean addToLocations) {}

    /** Both lists are needed; an empty one would do nothing and is taken for a mistake. */
    record BulkTags(
            @MergedId(RecordKind.Customer) @NotNull @NotEmpty @Size(max = 5000)
            List<Long> customerIds,

            @NotNull @NotEmpty @Size(max = 200) List<Long> tagTypeIds) {}

    /** What a new customer is to be, with its locations. */
    record CreateCustomerRequest(
            @NotBlank @Name String name,
            @Nullable CustomerType type,
            @Nullable Boolean doNotMail,
            @Nullable Boolean doNotService,
            @Nullable Boolean nationalAccount,

            @NotEmpty(message = "At least one location is required.") @Size(max = 200)
            List<@Valid NewLocationModel> locations,

            @NotNull @Valid NewAddress address,
            @Size(max = 50) @Nullable List<@Valid NewContact> contacts,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Valid @Nullable ExternalDataCreate externalData,
            @Nullable Boolean taxExempt,
            @Nullable Long paymentTermId,
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal creditLimit,
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal creditLimitBalance) {

        CustomDataDraft customData() {
            return CustomDataDraft.created(tagTypeIds, customFields, externalData);
        }

        /** What hangs on each location, as far as it was read. */
        List<CustomDataDraft> ofLocations() {
            return Stream.ofNullable(locations)
                    .flatMap(List::stream)
                    .map(place -> place == null ? CustomDataDraft.NONE : place.customData())
                    .toList();
        }

        CreateCustomer.Complete toComplete() {
            return new CreateCustomer.Complete(
                    new NewRecord<>(details(), customData(), ContactRequests.drafts(contacts)),
                    locations.stream().map(place -> place.toNew()).toList());
        }

        private static final Copy<CustomerDetails> COPY =
                Copy.change(CustomerDetails.class, CreateCustomerRequest.class, "address", "coordinates");

        private CustomerDetails details() {
            Address billing = address.toAddress();
            CustomerDetails usual = CustomerDetails.of(name, CustomerType.Residential, billing);
            return COPY.changed(usual, this, billing, address.coordinates());
        }
    }
}
