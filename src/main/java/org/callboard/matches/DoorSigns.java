package org.callboard.matches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Likeness;
import org.callboard.addresses.ParsedAddress;
import org.callboard.matches.MatchStore.AtDoor;
import org.callboard.matches.Traits.SharedDoor;

/**
 * Which customers are at the addresses of some probes. The doors find where a house number and a street meet; what is left
 * is compared as people would.
 */
final class DoorSigns {

    /** An address of a probe. */
    record Asked(int probe, ParsedAddress address) {}

    /** A location in the house of an address that is asked for. */
    private record Near(Asked asked, AtDoor place, ParsedAddress address, Likeness likeness) {}

    private record Compared(Asked asked, long location) {}

    private final List<DoorRange> doors = new ArrayList<>();
    private final List<Asked> asking = new ArrayList<>();
    private final List<Near> near = new ArrayList<>();

    DoorSigns(List<Asked> all) {
        for (Asked asked : all) {
            for (DoorRange door : DoorRange.of(asked.address)) {
                doors.add(door);
                asking.add(asked);
            }
        }
    }

    /** The doors to look behind. */
    List<DoorRange> doors() {
        return doors;
    }

    /** Takes what stands behind the doors. */
    void compare(List<AtDoor> behind) {
        Set<Compared> compared = new HashSet<>(); // a street of two words has two doors
        for (AtDoor place : behind) {
            Asked asked = asking.get(place.position());
            if (compared.add(new Compared(asked, place.location())) && asked.address.isInSamePlace(place.address())) {
                ParsedAddress address = AddressParser.parse(place.address());
                if (asked.address.compareHouse(address) != Likeness.Different) {
                    near.add(new Near(asked, place, address, asked.address.compare(address)));
                }
            }
        }
    }

    /** Who may be at one of the addresses; not whoever is in another unit of the house. */
    Set<Long> customers() {
        Set<Long> customers = new HashSet<>();
        near.stream()
                .filter(one -> one.likeness != Likeness.Different)
                .forEach(one -> customers.add(one.place.customer()));
        return customers;
    }

    /**
     * Notes who is where.
     *
     * @param people the customers that count
     * @param signs gives those of a customer for a probe
     */
    void note(Set<Long> people, BiFunction<Integer, Long, Signs> signs) {
        Map<Asked, Set<Long>> together = new HashMap<>();
        for (Near one : near) {
            if (people.contains(one.place.customer()) && isVeryAddress(one)) {
                together.computeIfAbsent(one.asked, asked -> new HashSet<>()).add(one.place.customer());
            }
        }
        for (Near one : near) {
            if (people.contains(one.place.customer())) {
                boolean telling = !isVeryAddress(one)
                        || together.getOrDefault(one.asked, Set.of()).size() <= Traits.MOST;
                signs.apply(one.asked.probe, one.place.customer())
                        .addPlace(one.place.location(), one.likeness, new SharedDoor(one.address, telling));
            }
        }
    }

    private static boolean isVeryAddress(Near one) {
        return one.likeness == Likeness.Same && one.asked.address.compareUnits(one.address) == Likeness.Same;
    }
}
