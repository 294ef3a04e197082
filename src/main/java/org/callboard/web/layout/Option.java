package org.callboard.web.layout;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A choice in a form. */
public record Option(String value, String label) {

    public static Option of(long id, String label) {
        return new Option(Long.toString(id), label);
    }

    /** The time zones that have a place in their name, and UTC. */
    public static List<Option> timeZones() {
        return Stream.concat(
                        Stream.of("UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.matches(
                                        "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                                .sorted())
                .map(id -> new Option(id, id.replace('_', ' ')))
                .toList();
    }

    /** Every country by its English name; the value is its code of two letters. */
    public static List<Option> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }
}
