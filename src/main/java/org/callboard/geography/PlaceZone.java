package org.callboard.geography;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A time zone and what it is known from.
 *
 * @param id as in the time zone database, such as {@code America/New_York}
 */
@Schema(name = "PlaceTimeZone")
public record PlaceZone(String id, From from) {

    /** In the order in which they are believed. The constants are the wire's own words. */
    @Schema(name = "PlaceTimeZoneFrom")
    public enum From {
        Coordinates,
        PostalCode,
        City,
        State,
        Country,

        /** Nothing is known, so it is the company's own. */
        Tenant
    }
}
