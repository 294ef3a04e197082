package org.callboard.geography;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A state, territory or province.
 *
 * @param number its place among all
 * @param country its country, by two letters
 * @param code as addresses write it, such as {@code OH}
 * @param name in English
 * @param key what all spellings of the name have in common
 * @param begins how its postcodes begin
 * @param zones those that are used there, the most usual first; none of the military
 */
record Region(int number, String country, String code, String name, String key, Pattern begins, List<String> zones) {

    private static final List<String> LARGE = List.of("AK", "MT", "NV", "NM", "WY");
    private static final int SHORTEST_NAME = 4;
    private static final int WEST_OF_TEXAS = -100;

    /** The state that a text is the code or the name of; null where it is none. */
    static @Nullable Region named(String country, String text) {
        String key = CityNames.key(text);
        return Gazetteer.get()
                .regions(country, region -> region.code.equalsIgnoreCase(text) || region.key.equals(key))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The one state whose name was probably meant; null where none is like it, or several. */
    static @Nullable Region meant(String country, String text) {
        String key = CityNames.key(text);
        List<Region> all = key.length() < SHORTEST_NAME
                ? List.of()
                : Gazetteer.get().regions(country, region -> EditDistance.isSlip(key, region.key));
        return all.size() == 1 ? all.getFirst() : null;
    }

    boolean mayHave(String postcode) {
        return begins.matcher(postcode).lookingAt();
    }

    /** Whether it is where mail goes on to soldiers and sailors. */
    boolean isMilitary() {
        return code.equals("AA") || code.equals("AE") || code.equals("AP");
    }

    /** The zone of all of it; null where it has several. */
    @Nullable
    String onlyZone() {
        return zones.size() == 1 ? zones.getFirst() : null;
    }

    /** Whether its ZIPs are so large that their middles say little. */
    boolean hasLargeZips(double longitude) {
        return LARGE.contains(code) || code.equals("TX") && longitude < WEST_OF_TEXAS;
    }
}
