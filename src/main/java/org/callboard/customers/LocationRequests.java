package org.callboard.customers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Name;
import org.callboard.customers.AddressRequests.NewAddress;
import org.callboard.customers.AddressRequests.NewAddressOfLocation;
import org.callboard.customers.LocationDetails.CoordinatesSource;
import org.callboard.customers.LocationDetails.VerificationStatus;
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

/** What clients send about locations. A missing or null field of a change leaves the location's as it is. */
final class LocationRequests {

    private LocationRequests() {}

    /** A location of a customer that is created with it. */
    record NewLocationModel(
            @NotBlank @Name String name,
            @NotNull @Valid NewAddress address,
            @Size(max = 50) @Nullable List<@Valid NewContact> contacts,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Valid @Nullable ExternalDataCreate externalData,
            @Nullable CoordinatesSource coordinatesSource,
            @Nullable VerificationStatus coordinatesVerificationStatus) {

        NewRecord<LocationDetails> toNew() {
            Coordinates at = address.coordinates();
            LocationDetails details = new LocationDetails(
                    name,
                    address.toAddress(),
                    at,
                    coordinatesSource == null && at != null ? CoordinatesSource.Imported : coordinatesSource,
                    coordinatesVerificationStatus == null && at != null
                            ? VerificationStatus.Unverified
                            : coordinatesVerificationStatus,
                    null);
            return new NewRecord<>(details, customData(), ContactRequests.drafts(contacts));
        }

        CustomDataDraft customData() {
            return CustomDataDraft.created(tagTypeIds, customFields, externalData);
        }
    }

    record CreateLocationRequest(
            @MergedId(RecordKind.Customer) @NotNull Long customerId,
            @NotBlank @Name String name,
            @NotNull @Valid NewAddress address,
            @Size(max = 50) @Nullable List<@Valid NewContact> contacts,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Valid @Nullable ExternalDataCreate externalData,
            @Nullable CoordinatesSource coordinatesSource,
            @Nullable VerificationStatus coordinatesVerificationStatus) {

        private static final Copy<NewLocationModel> COPY = Copy.of(NewLocationModel.class, CreateLocationRequest.class);

        NewLocationModel model() {
            return COPY.from(this);
        }
    }

    record UpdateLocationRequest(
            @MergedId(RecordKind.Customer) @Nullable Long customerId,

            @NullOrNotBlank @Name @Nullable String name,

            @Valid @Nullable NewAddressOfLocation address,
            @Nullable Boolean active,
            @Positive @Nullable Long taxZoneId,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Valid @Nullable ExternalDataUpdate externalData) {

        long owner(long old) {
            return customerId == null ? old : customerId;
        }

        private static final Copy<LocationDetails> COPY =
                Copy.change(LocationDetails.class, UpdateLocationRequest.class, "address", "coordinates");

        LocationDetails applyTo(LocationDetails old) {
            LocationDetails moved = address == null ? old : address.appliedTo(old);
            return COPY.changed(moved, this, moved.address(), moved.coordinates());
        }

        CustomDataDraft customData() {
            return new CustomDataDraft(tagTypeIds, customFields, externalData);
        }
    }

    record CreateLocationNote(
            @NotBlank @LongText String text,
            @Nullable Boolean pinToTop,
            @Nullable Boolean addToCustomer) {}
}
