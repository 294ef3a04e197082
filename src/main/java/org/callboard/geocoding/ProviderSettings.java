package org.callboard.geocoding;

import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Which geocoder a company asks, and how often.
 *
 * @param provider null for none: then nobody is asked
 * @param url where it is; null for the provider's usual place
 * @param callsASecond the most in a second
 * @param callsADay the most in a day of the company
 */
public record ProviderSettings(
        @Nullable ProviderKind provider,
        @Nullable String url,
        @Nullable Integer callsASecond,
        @Nullable Integer callsADay) {

    public static final int MAX_A_SECOND = 50;
    public static final int MAX_A_DAY = 1_000_000;

    /** Nobody is asked. */
    public static final ProviderSettings OFF = new ProviderSettings(null, null, 1, 1000);

    /** Where it is asked. */
    String place() {
        return url != null ? url : provider == null || provider.usualUrl() == null ? "" : provider.usualUrl();
    }

    void check(FieldErrors errors, @Nullable String wrongUrl) {
        errors.addIf(
                provider != null && url == null && provider.usualUrl() == null,
                "url",
                "Enter the address of your server.");
        errors.addIf(wrongUrl != null, "url", String.valueOf(wrongUrl));
        between(errors, "callsASecond", callsASecond, MAX_A_SECOND);
        between(errors, "callsADay", callsADay, MAX_A_DAY);
    }

    private static void between(FieldErrors errors, String field, @Nullable Integer value, int most) {
        errors.addIf(
                value == null || value < 1 || value > most, field, "Enter a number from 1 to %,d.".formatted(most));
    }
}
