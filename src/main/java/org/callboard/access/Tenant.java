package org.callboard.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One company.
 *
 * @param region the country whose phone numbers need no country code, such as {@code US}
 * @param showBookingsOnCalls whether bookings appear on the Calls screen
 */
public record Tenant(
        long id, String name, ZoneId timeZone, String region, boolean showBookingsOnCalls, Instant createdOn) {

    /** When a day of the company begins: the one that has this moment, or so many days later. */
    public Instant startOfDay(Instant moment, int daysLater) {
        return LocalDate.ofInstant(moment, timeZone)
                .plusDays(daysLater)
                .atStartOfDay(timeZone)
                .toInstant();
    }
}
