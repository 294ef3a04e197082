package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.customers.LocationContactFeed.ExportLocationContactResponse;
import org.callboard.customers.LocationJson.LocationsContactResponse;
import org.callboard.details.ContactEntries;
import org.callboard.details.ContactEntry;
import org.callboard.details.ContactFeed;
import org.callboard.details.RecordKind;
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
