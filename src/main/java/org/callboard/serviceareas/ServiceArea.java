package org.callboard.serviceareas;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CoordinatesText;
import org.callboard.addresses.ParsedAddress;
import org.callboard.geography.Gazetteer;
import org.callboard.geography.PostalPlace;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A part of the world where a company works: all that any of its rules lets in. */
public record ServiceArea(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<ServiceArea.Details> {

    /**
     * All that is as near to a place.
     *
     * @param center the place as somebody named it: a ZIP, or latitude and longitude
     * @param radius in miles
     */
    public record Circle(String center, double centerLatitude, double centerLongitude, int radius) {

        /** A circle around a place that can't be read, or is not known, is nowhere. */
        public static Circle around(String typed, int radius) {
            Coordinates at = Objects.requireNonNullElse(place(typed), new Coordinates(Double.NaN, Double.NaN));
            return new Circle(VisibleText.strip(typed), at.latitude(), at.longitude(), radius);
        }

        boolean somewhere() {
            return Coordinates.isOnEarth(new Coordinates(centerLatitude, centerLongitude));
        }

        private static @Nullable Coordinates place(String typed) {
            Coordinates at = CoordinatesText.read(typed);
            if (at != null) {
                return Coordinates.isOnEarth(at) ? at : null;
            }
            PostalPlace zip = Gazetteer.get().zip(VisibleText.strip(typed));
            return zip == null ? null : zip.center();
        }

        boolean contains(Coordinates at) {
            return new Coordinates(centerLatitude, centerLongitude).kilometersTo(at) <= radius * Coordinates.KM_OF_MILE;
        }

        @Override
        public String toString() {
            return radius + (radius == 1 ? " mile around " : " miles around ") + center;
        }
    }

    /**
     * What it covers.
     *
     * @param codes postal codes, such as {@code 45402}, beginnings of some, such as {@code 454*}, and ranges of them, such as
     *     {@code 45402-45410}
     * @param states such as {@code OH}
     */
    public record Details(
            String name,
            List<String> codes,
            List<String> states,
            @Nullable Circle circle) implements Named {

        public Details {
            name = VisibleText.strip(name);
            codes = codes.stream().map(PostalCodeRule::of).distinct().toList();
            states = states.stream().map(Details::state).distinct().toList();
        }

        /** Codes as somebody types them, parted by commas, line breaks or, where they are digits, blanks. */
        public static List<String> codes(String typed) {
            return PostalCodeRule.parted(typed);
        }

        /** States as somebody types them. */
        public static List<String> states(String typed) {
            return Stream.of(typed.split("[,;\\n]", -1)).filter(VisibleText::in).toList();
        }

        private static String state(String typed) {
            return ParsedAddress.stateKey(typed).toUpperCase(Locale.ROOT);
        }
    }
}
