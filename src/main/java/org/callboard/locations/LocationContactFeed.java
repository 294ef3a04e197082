package org.callboard.locations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.callboard.addresses.ContactType;
import org.callboard.platform.FeedSource;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.ContactJson.PhoneSettings;
import org.callboard.records.ContactJson.PreferencesResponse;
import org.callboard.records.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contact entries of locations as feeds give them out; a removed one is not active. */
@Component
public class LocationContactFeed implements FeedSource<LocationContactFeed.ExportLocationContactResponse> {

    /** The wire shape: {@code ExportLocationContactResponse} of the contract. */
    @Schema(name = "ExportLocationContactResponse")
    public record ExportLocationContactResponse(
            long id,
            long locationId,
            ContactType type,
            String value,
            @Nullable String memo,
            PhoneSettings phoneSettings,
            PreferencesResponse preferences,
            Instant createdOn,
            Instant modifiedOn,
            boolean active) {

        static ExportLocationContactResponse from(ContactEntry entry) {
            return new ExportLocationContactResponse(
                    entry.id(),
                    entry.ownerId(),
                    entry.type(),
                    entry.value(),
                    entry.memo(),
                    PhoneSettings.from(entry),
                    PreferencesResponse.from(entry.preferences()),
                    entry.createdOn(),
                    entry.modifiedOn(),
                    entry.active());
        }
    }

    private final ContactEntries entries;

    LocationContactFeed(ContactEntries entries) {
        this.entries = entries;
    }

    @Override
    public String kind() {
        return "location-contact";
    }

    @Override
    public long id(ExportLocationContactResponse shape) {
        return shape.id();
    }

    @Override
    public List<ExportLocationContactResponse> byIds(long tenant, Collection<Long> ids) {
        return shapes(entries.withRemoved(RecordKind.Location, tenant, ids));
    }

    @Override
    public List<ExportLocationContactResponse> after(long tenant, long id, int most) {
        return shapes(entries.withRemovedAfter(RecordKind.Location, tenant, id, most));
    }

    private static List<ExportLocationContactResponse> shapes(List<ContactEntry> entries) {
        return entries.stream().map(ExportLocationContactResponse::from).toList();
    }
}
