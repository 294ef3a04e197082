package org.callboard.matches;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.callboard.addresses.Likeness;
import org.callboard.addresses.ParsedAddress;
import org.callboard.matches.Traits.SharedDoor;

/**
 * Where two are at home, as far as it is one place: the nearest that any of their addresses are to each other.
 *
 * @param keys the addresses where that is so, each as it is known again
 */
record CommonDoor(Place place, Collection<String> keys) {

    /** The nearest first. */
    enum Place {
        /** One house, and one unit where there are any. */
        Same,

        /** What would tell the houses apart is said in one alone. */
        Similar,

        /** More than five customers are there. */
        Shared,

        /** One of them does not say the unit. */
        House,

        OtherUnit,

        Elsewhere
    }

    static CommonDoor nearest(Traits one, Traits other) {
        Map<Place, Collection<String>> found = new EnumMap<>(Place.class);
        for (SharedDoor here : one.doors()) {
            for (SharedDoor there : other.doors()) {
                Place place = compare(here, there);
                if (place != Place.Elsewhere
                        && found.keySet().stream().noneMatch(nearer -> nearer.compareTo(place) < 0)) {
                    found.computeIfAbsent(place, any -> new TreeSet<>()).add(key(here.address(), there.address()));
                }
            }
        }
        return found.entrySet().stream()
                .findFirst()
                .map(nearest -> new CommonDoor(nearest.getKey(), nearest.getValue()))
                .orElse(new CommonDoor(Place.Elsewhere, new TreeSet<>()));
    }

    private static Place compare(SharedDoor here, SharedDoor there) {
        Likeness house = here.address().compareHouse(there.address());
        if (house == Likeness.Different) {
            return Place.Elsewhere;
        }
        return switch (here.address().compareUnits(there.address())) {
            case Different -> Place.OtherUnit;
            case Possible -> Place.House;
            case Same ->
                house == Likeness.Possible
                        ? Place.Similar
                        : here.telling() && there.telling() ? Place.Same : Place.Shared;
        };
    }

    private static String key(ParsedAddress one, ParsedAddress other) {
        String here = one.standardKey();
        String there = other.standardKey();
        return here.compareTo(there) <= 0 ? here : there;
    }
}
