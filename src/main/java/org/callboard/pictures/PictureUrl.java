package org.callboard.pictures;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a picture of ours, as uploads answer with it and bookings hold it. The path alone says what it is: one
 * installation may be reached under several names.
 *
 * @param tenant null in an address that people use
 */
public record PictureUrl(@Nullable Long tenant, UUID picture) {

    private static final Pattern SHAPE = Pattern.compile("https?://[^/?#]+(?:/callboard/v1/tenant/(\\d{1,18})"
            + "(?:/booking-provider/\\d{1,18})?)?/pictures/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/?");

    /** Reads an address; empty where it is not of the shape of ours. */
    public static Optional<PictureUrl> of(String url) {
        Matcher matcher = SHAPE.matcher(url);
        return matcher.matches()
                ? Optional.of(new PictureUrl(
                        matcher.group(1) == null ? null : Long.valueOf(matcher.group(1)),
                        UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    /**
     * The address under which programs get a picture.
     *
     * @param base where Callboard is, such as {@code https://crm.example.com}
     */
    public static String write(String base, long tenant, @Nullable Long provider, UUID picture) {
        return base + "/callboard/v1/tenant/" + tenant + (provider == null ? "" : "/booking-provider/" + provider)
                + "/pictures/" + picture;
    }

    boolean belongsTo(long company) {
        return tenant == null || tenant == company;
    }
}
