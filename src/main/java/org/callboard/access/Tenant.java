package org.callboard.access;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One company.
 *
 * @param region the country whose phone numbers need no country code, such as {@code US}
 * @param showBookingsOnCalls whether bookings appear on the Calls screen
 */
public record Tenant(
        long id, String name, ZoneId timeZone, String region, boolean showBookingsOnCalls, Instant createdOn) {}
