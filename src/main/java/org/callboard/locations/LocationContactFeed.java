package org.callboard.locations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.locations.LocationContactFeed.ExportLocationContactResponse;
import org.callboard.locations.LocationJson.LocationsContactResponse;
import org.callboard.records.ContactEntries;
import org.callboard.records.ContactEntry;
import org.callboard.records.ContactFeed;
import org.callboard.records.RecordKind;
import org.springframework.stereotype.Component;

/** The contact entries of locations as feeds give them out. */
@Component
public class LocationContactFeed extends ContactFeed<ExportLocationContactResponse> {

    /** The wire shape: {@code ExportLocationContactResponse} of the contract. */
    @Schema(name = "ExportLocationContactResponse")
    public record ExportLocationContactResponse(
            @JsonUnwrapped LocationsContactResponse contact, boolean active) {

        static ExportLocationContactResponse from(ContactEntry entry) {
            return new ExportLocationContactResponse(LocationsContactResponse.from(entry), entry.active());
        }
    }

    LocationContactFeed(ContactEntries entries) {
        super(
                RecordKind.Location,
                entries,
                ExportLocationContactResponse::from,
                shape -> shape.contact().id());
    }
}
