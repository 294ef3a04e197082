package org.callboard.locations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import org.callboard.changes.EntityKind;
import org.callboard.locations.LocationJson.LocationsContactResponse;
import org.callboard.platform.FeedSource;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.RecordKind;
import org.springframework.stereotype.Component;

/** The contact entries of locations as feeds give them out; a removed one is not active. */
@Component
public class LocationContactFeed implements FeedSource<LocationContactFeed.ExportLocationContactResponse> {

    /** The wire shape: {@code ExportLocationContactResponse} of the contract. */
    @Schema(name = "ExportLocationContactResponse")
    public record ExportLocationContactResponse(
            @JsonUnwrapped LocationsContactResponse contact, boolean active) {

        static ExportLocationContactResponse from(ContactEntry entry) {
            return new ExportLocationContactResponse(LocationsContactResponse.from(entry), entry.active());
        }
    }

    private final ContactEntries entries;

    LocationContactFeed(ContactEntries entries) {
        this.entries = entries;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.LOCATION_CONTACT;
    }

    @Override
    public long id(ExportLocationContactResponse shape) {
        return shape.contact().id();
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
