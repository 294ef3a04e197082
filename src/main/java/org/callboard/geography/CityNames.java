package org.callboard.geography;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.ParsedAddress;
import org.jspecify.annotations.Nullable;

/**
 * Names of places by their states, however they are written. An entry is a place, or a ZIP with the name that mail has there:
 * both have a state, a name and a point.
 */
final class CityNames {

    /** A name that may have been meant, and how many letters it is away. */
    record Meant(String name, int slips) {}

    private static final int ENTRY_BITS = 20;
    private static final int KEY_BITS = 24;

    private final String[] keys;
    private final int[] keyOfName;

    /** State, key and entry in one number, in order. */
    private final long[] index;

    private final List<String> names;
    private final int[] nameOfEntry;
    private final int[] latitudes;
    private final int[] longitudes;

    CityNames(List<String> names, int[] states, int[] nameOfEntry, int[] latitudes, int[] longitudes) {
        this.names = names;
        this.nameOfEntry = nameOfEntry;
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        String[] keyed = names.stream().map(CityNames::key).toArray(String[]::new);
        keys = Arrays.stream(keyed).distinct().sorted().toArray(String[]::new);
        keyOfName = Arrays.stream(keyed)
                .mapToInt(key -> Arrays.binarySearch(keys, key))
                .toArray();
        index = IntStream.range(0, nameOfEntry.length)
                .mapToLong(entry -> number(states[entry], keyOfName[nameOfEntry[entry]], entry))
                .sorted()
                .toArray();
    }

    /** What all spellings of a name have in common: {@code St. Mary's} and {@code Saint Marys} are one. */
    static String key(String name) {
        return String.join("", ParsedAddress.cityWords(name));
    }

    private static long number(int state, int key, int entry) {
        return ((long) state << KEY_BITS | key) << ENTRY_BITS | entry;
    }

    /** The entries of a state that have a name. */
    int[] entries(int state, String key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? new int[0] : range(number(state, at, 0), number(state, at + 1, 0));
    }

    private int[] range(long from, long to) {
        int start = position(from);
        int end = position(to);
        int[] entries = new int[end - start];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (int) (index[start + i] & (1 << ENTRY_BITS) - 1);
        }
        return entries;
    }

    private int position(long number) {
        int at = Arrays.binarySearch(index, number);
        return at < 0 ? ~at : at;
    }

    String name(int entry) {
        return names.get(nameOfEntry[entry]);
    }

    Coordinates point(int entry) {
        return new Coordinates(latitudes[entry] / 10000d, longitudes[entry] / 10000d);
    }

    /**
     * The name in a state that was probably meant, one that is near rather than one that is not; null where none is like it, or
     * two are equally so.
     *
     * @param near where it must be, null where it may be anywhere in the state
     */
    @Nullable
    Meant meant(int state, String typed, @Nullable Coordinates near, double km) {
        int from = position(number(state, 0, 0));
        int to = position(number(state + 1, 0, 0));
        int best = Integer.MAX_VALUE;
        int meant = -1;
        boolean several = false;
        int latitude = near == null ? 0 : (int) (near.latitude() * 10000);
        int margin = near == null ? Integer.MAX_VALUE : (int) (km / Coordinates.KM_OF_DEGREE * 10000) + 1;
        for (int i = from; i < to; i++) {
            int entry = (int) (index[i] & (1 << ENTRY_BITS) - 1);
            String key = keys[keyOfName[nameOfEntry[entry]]];
            if (Math.abs(key.length() - typed.length()) > 2
                    || Math.abs(latitudes[entry] - latitude) > margin
                    || near != null && near.kilometersTo(point(entry)) > km) {
                continue;
            }
            int slips = EditDistance.of(typed, key);
            if (slips > EditDistance.most(key) || slips > best) {
                continue;
            }
            boolean another = meant < 0 || keyOfName[nameOfEntry[meant]] != keyOfName[nameOfEntry[entry]];
            several = slips == best && (several || another);
            if (slips < best || !another) {
                meant = entry;
                best = slips;
            }
        }
        return meant < 0 || several ? null : new Meant(name(meant), best);
    }
}
