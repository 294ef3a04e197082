package org.callboard.geography;

import org.callboard.addresses.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a ZIP.
 *
 * @param zip five digits
 * @param city the name that mail has there most
 * @param state two letters
 * @param center the middle of it; null where mail goes on to the military
 * @param timeZone null where {@code center} is
 */
public record PostalPlace(
        String zip,
        String city,
        String state,
        @Nullable Coordinates center,
        @Nullable String timeZone) {}
