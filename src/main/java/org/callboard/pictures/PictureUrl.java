package org.callboard.pictures;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a picture of ours, as uploads answer with it and bookings are sent with it. The path alone says what it
 * is, and alone is stored: one installation may be reached under several names, and a request may name any.
 *
 * @param tenant null in an address that people use
 */
public record PictureUrl(@Nullable Long tenant, UUID picture, String path) {

    private static final Pattern SHAPE =
            Pattern.compile("(?:(?i:https?)://[^/?#]+)?(?<path>(?:/callboard/v1/tenant/(?<tenant>\\d{1,18})"
                    + "(?:/booking-provider/\\d{1,18})?)?/pictures/"
                    + "(?<picture>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}))/?");

    /** Reads a path, or an address at whatever host; empty where it is not of the shape of ours. */
    public static Optional<PictureUrl> of(String url) {
        Matcher matcher = SHAPE.matcher(url);
        return matcher.matches()
                ? Optional.of(new PictureUrl(
                        matcher.group("tenant") == null ? null : Long.valueOf(matcher.group("tenant")),
                        UUID.fromString(matcher.group("picture")),
                        matcher.group("path")))
                : Optional.empty();
    }

    /** What is stored of an address: of one of ours the path, of any other all. */
    public static String stored(String url) {
        return of(url).map(PictureUrl::path).orElse(url);
    }

    /** The path under which programs get a picture. */
    public static String path(long tenant, @Nullable Long provider, UUID picture) {
        return "/callboard/v1/tenant/" + tenant + (provider == null ? "" : "/booking-provider/" + provider)
                + "/pictures/" + picture;
    }

    boolean belongsTo(long company) {
        return tenant == null || tenant == company;
    }
}
