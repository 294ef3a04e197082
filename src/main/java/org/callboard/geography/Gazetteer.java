package org.callboard.geography;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.addresses.Coordinates;
import org.callboard.addresses.CountryRules;
import org.jspecify.annotations.Nullable;

/**
 * The postal codes, places, states and countries that come with the program. It is read when it is first asked for; where its
 * data are from is said in NOTICE beside them.
 */
public final class Gazetteer {

    /** How far a point may lie outside of the outline of its state, which leaves out what is small. */
    static final double OUTLINE_KM = 2;

    private static final int ZIP_DIGITS = 5;

    private final String version;
    private final List<String> zones;
    private final ZoneTree zoneTree;
    private final List<Region> regions;
    private final Map<String, Region> regionOfCode;
    private final Map<String, String> zoneOfCountry = new TreeMap<>();
    private final int[] zips;
    private final int[] regionOfZip;
    private final int[] zoneOfZip;
    private final int[] zoneOfPlace;
    private final CityNames cities;
    private final Outlines states;
    private final Outlines countries;

    private Gazetteer(PackedInput in) throws IOException {
        version = in.text();
        zones = in.list(in::text);
        int inTree = in.unsigned();
        zoneTree = new ZoneTree(in.text(), zones.subList(0, inTree));
        regions = regions(in);
        regionOfCode = regions.stream()
                .collect(Collectors.toMap(region -> region.country() + region.code(), Function.identity()));
        in.list(() -> zoneOfCountry.put(in.text(), zones.get(in.unsigned())));
        List<String> names = in.list(in::text);
        int size = in.unsigned();
        zips = in.deltas(size);
        regionOfZip = in.deltas(size);
        int[] nameOfZip = in.deltas(size);
        int[] latitudeOfZip = in.deltas(size);
        int[] longitudeOfZip = in.deltas(size);
        zoneOfZip = in.deltas(size);
        size = in.unsigned();
        int[] regionOfPlace = in.deltas(size);
        int[] nameOfPlace = in.deltas(size);
        int[] latitudeOfPlace = in.deltas(size);
        int[] longitudeOfPlace = in.deltas(size);
        zoneOfPlace = in.deltas(size);
        cities = new CityNames(
                names,
                joined(regionOfZip, regionOfPlace),
                joined(nameOfZip, nameOfPlace),
                joined(latitudeOfZip, latitudeOfPlace),
                joined(longitudeOfZip, longitudeOfPlace));
        states = Outlines.read(in);
        countries = Outlines.read(in);
    }

    private List<Region> regions(PackedInput in) throws IOException {
        List<Region> read = new ArrayList<>();
        in.list(() -> {
            String country = in.text();
            String code = in.text();
            String name = in.text();
            return read.add(new Region(
                    read.size(),
                    country,
                    code,
                    name,
                    CityNames.key(name),
                    Pattern.compile(in.text()),
                    in.list(() -> zones.get(in.unsigned()))));
        });
        return List.copyOf(read);
    }

    private static int[] joined(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    /** Reads it unless that was done; takes a moment the first time. */
    public static Gazetteer get() {
        return Holder.GAZETTEER;
    }

    /** Reads it after a pause, beside everything else, so that nobody has to wait for it. */
    public static void readAfter(Duration pause) {
        Thread.ofVirtual().name("gazetteer").start(() -> {
            try {
                Thread.sleep(pause);
                get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Read once, by whoever comes first. */
    private static final class Holder {
        static final Gazetteer GAZETTEER = read();

        private static Gazetteer read() {
            try (PackedInput in = PackedInput.ofResource("/geography/places.bin.gz")) {
                return new Gazetteer(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The month whose state of the world it has, such as {@code 2026-11}. */
    public String version() {
        return version;
    }

    /** A ZIP of the United States and its territories by five digits; null where it is not known. */
    public @Nullable PostalPlace zip(String zip) {
        int at = zip.length() == ZIP_DIGITS && zip.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Arrays.binarySearch(zips, Integer.parseInt(zip))
                : -1;
        return at < 0 ? null : place(at);
    }

    /** The ZIP that a text begins with, as one of nine digits does; null where it does not, or the ZIP is not known. */
    public @Nullable PostalPlace zipAtStart(String text) {
        return text.length() < ZIP_DIGITS ? null : zip(text.substring(0, ZIP_DIGITS));
    }

    private PostalPlace place(int zip) {
        Region region = regions.get(regionOfZip[zip]);
        boolean military = region.isMilitary();
        return new PostalPlace(
                "%05d".formatted(zips[zip]),
                cities.name(zip),
                region.code(),
                military ? null : cities.point(zip),
                military ? null : region.zones().get(zoneOfZip[zip]));
    }

    /** The state or territory of the United States that a point is in, by two letters, or is within 2 km of; null elsewhere. */
    public @Nullable String state(Coordinates at) {
        return states.near(at, OUTLINE_KM);
    }

    /** The country that a point is in, by the two letters of ISO 3166, or the United States within 2 km of them; null at sea. */
    public @Nullable String country(Coordinates at) {
        String inside = states.at(at) == null ? countries.at(at) : "US";
        String code = inside == null && state(at) != null ? "US" : inside;
        return code == null ? null : CountryRules.of(code, null).code().toUpperCase(Locale.ROOT);
    }

    /** The lines around a state or territory by its two letters, each as degrees east and north by turns; empty for others. */
    public List<float[]> outline(String state) {
        return states.lines(state);
    }

    Outlines states() {
        return states;
    }

    Outlines countries() {
        return countries;
    }

    /** The zone at a point, out at sea one of those by hours. */
    String zone(Coordinates at) {
        return zoneTree.at(at);
    }

    /** The zone of a country that has one for nearly all of its places, by two letters; null elsewhere. */
    @Nullable
    String zoneOfCountry(String country) {
        return zoneOfCountry.get(country);
    }

    /** The states of a country that fit. */
    List<Region> regions(String country, Predicate<Region> fits) {
        return regions.stream()
                .filter(region -> region.country().equals(country) && fits.test(region))
                .toList();
    }

    /** Whether a code such as {@code OH} is that of a state, of a country by two letters. */
    public boolean hasState(String country, String code) {
        return region(country, code) != null;
    }

    /** A state by its code. */
    @Nullable
    Region region(String country, String code) {
        return regionOfCode.get(country + code);
    }

    /** Where a state has a place of that name, the middles of the ZIPs of that name among them. */
    List<Coordinates> points(Region region, String key) {
        return Arrays.stream(cities.entries(region.number(), key))
                .mapToObj(cities::point)
                .toList();
    }

    boolean has(Region region, String key) {
        return cities.entries(region.number(), key).length > 0;
    }

    /** The zone of a place, and null where the ones of its name do not agree or it is not known. */
    @Nullable
    String zoneOfPlace(Region region, String key) {
        List<String> all = Arrays.stream(cities.entries(region.number(), key))
                .filter(entry -> entry >= zips.length)
                .mapToObj(entry -> region.zones().get(zoneOfPlace[entry - zips.length]))
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : null;
    }

    /** The ZIPs of a state whose mail goes by that name. */
    List<String> zips(Region region, String key) {
        List<String> all = new ArrayList<>();
        for (int entry : cities.entries(region.number(), key)) {
            if (entry < zips.length) {
                all.add("%05d".formatted(zips[entry]));
            }
        }
        return all;
    }

    /** The name of a place in a state that was probably meant; null where none is like it, or two are. */
    @Nullable
    String meant(Region region, String key, @Nullable Coordinates near, double km) {
        CityNames.Meant meant = cities.meant(region.number(), key, near, km);
        return meant == null ? null : meant.name();
    }
}
