package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.database.RecordShape.Copy;
import org.callboard.details.ContactEntry;
import org.callboard.details.ContactJson.ContactEntryResponse;
import org.callboard.details.ContactJson.NewContactResponse;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.DetailOwner;
import org.callboard.details.ExternalEntry;
import org.jspecify.annotations.Nullable;

/** The wire shapes of locations: {@code Locations.LocationResponse} of the contract, and those around it. */
public final class LocationJson {

    private LocationJson() {}

    @Schema(name = "LocationResponse")
    public record LocationResponse(
            long id,
            long customerId,
            boolean active,
            String name,
            PlacedAddress address,
            List<CustomFieldValue> customFields,
            Instant createdOn,
            long createdById,
            Instant modifiedOn,
            @Nullable Long mergedToId,
            @Nullable Long zoneId,
            boolean taxExempt,
            List<Long> tagTypeIds,
            List<ExternalEntry> externalData,
            @Nullable Long taxZoneId) {

        private static final Copy<LocationResponse> COPY = Copy.of(LocationResponse.class, Location.class, "address");

        static LocationResponse from(Location location) {
            return COPY.from(
                    location,
                    PlacedAddress.from(
                            location.details().address(), location.details().coordinates()));
        }
    }

    /** The reply to a creation, which shows the contacts too. */
    @Schema(name = "CreateLocationResponse")
    record CreateLocationResponse(@JsonUnwrapped LocationResponse location, List<NewContactResponse> contacts) {

        static CreateLocationResponse from(Location location, List<ContactEntry> contacts) {
            return new CreateLocationResponse(
                    LocationResponse.from(location),
                    contacts.stream().map(NewContactResponse::from).toList());
        }
    }

    @Schema(name = "LocationsContactResponse")
    record LocationsContactResponse(@JsonUnwrapped ContactEntryResponse entry, long locationId) {

        static LocationsContactResponse from(ContactEntry entry) {
            return new LocationsContactResponse(ContactEntryResponse.from(entry), entry.ownerId());
        }
    }

    @Schema(name = "ExportLocationContactResponse")
    public record ExportLocationContactResponse(
            @JsonUnwrapped LocationsContactResponse contact, boolean active) {

        static ExportLocationContactResponse from(ContactEntry entry) {
            return new ExportLocationContactResponse(LocationsContactResponse.from(entry), entry.active());
        }
    }

    @Schema(name = "CreateLocationTagResponse")
    record LocationTagsResponse(long locationId, List<Long> tagTypeIds) {

        static LocationTagsResponse from(DetailOwner location) {
            return new LocationTagsResponse(location.id(), location.customData().tagTypeIds());
        }
    }
}
