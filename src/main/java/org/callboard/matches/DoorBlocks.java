package org.callboard.matches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.addresses.ParsedAddress;
import org.callboard.matches.PairStore.Behind;
import org.callboard.matches.ScoredPair.Ids;
import org.callboard.matches.Traits.SharedDoor;

/** Which customers have locations behind the same doors. */
final class DoorBlocks {

    private record Door(String door, String postcode) {}

    private final Map<Door, Map<Long, Set<Long>>> locations = new HashMap<>();
    private final Map<Long, Set<Door>> doors = new HashMap<>();
    private final Map<Long, ParsedAddress> addresses = new HashMap<>();
    private final Map<String, Set<Long>> crowds = new HashMap<>();

    DoorBlocks(List<Behind> all) {
        for (Behind one : all) {
            Door door = new Door(one.door(), one.postcode());
            locations
                    .computeIfAbsent(door, any -> new HashMap<>())
                    .computeIfAbsent(one.customer(), any -> new HashSet<>())
                    .add(one.location());
            doors.computeIfAbsent(one.customer(), any -> new HashSet<>()).add(door);
        }
    }

    /** Gives each two at one door whose names are alike, perhaps more than once: others at it are neighbors, or moved away. */
    void pairs(NameBlocks names, Consumer<Ids> found) {
        locations.values().forEach(customers -> names.pairs(customers.keySet(), found));
    }

    /** The locations whose addresses tell how near the customers of each pair live, and how many are there. */
    Set<Long> needed(Set<Ids> pairs) {
        Set<Long> needed = new HashSet<>();
        for (Ids pair : pairs) {
            for (Door door : common(pair.low(), pair.high())) {
                Map<Long, Set<Long>> customers = locations.getOrDefault(door, Map.of());
                if (customers.size() > Traits.MOST) {
                    customers.values().forEach(needed::addAll);
                } else {
                    needed.addAll(customers.getOrDefault(pair.low(), Set.of()));
                    needed.addAll(customers.getOrDefault(pair.high(), Set.of()));
                }
            }
        }
        return needed;
    }

    /** Takes the addresses of {@link #needed} locations. */
    void read(Map<Long, ParsedAddress> all) {
        addresses.putAll(all);
        for (Map<Long, Set<Long>> customers : locations.values()) {
            if (customers.size() > Traits.MOST) {
                customers.forEach((customer, own) -> own.forEach(location -> {
                    ParsedAddress address = addresses.get(location);
                    if (address != null) {
                        crowds.computeIfAbsent(address.standardKey(), any -> new HashSet<>())
                                .add(customer);
                    }
                }));
            }
        }
    }

    /** Where one of two is, as far as it is behind a door of the other. */
    List<SharedDoor> common(Ids pair, long one) {
        Set<Long> own = new HashSet<>();
        common(pair.low(), pair.high())
                .forEach(door ->
                        own.addAll(locations.getOrDefault(door, Map.of()).getOrDefault(one, Set.of())));
        List<SharedDoor> common = new ArrayList<>();
        for (long location : own) {
            ParsedAddress address = addresses.get(location);
            if (address != null) {
                boolean telling =
                        crowds.getOrDefault(address.standardKey(), Set.of()).size() <= Traits.MOST;
                common.add(new SharedDoor(address, telling));
            }
        }
        return common;
    }

    private Set<Door> common(long one, long other) {
        Set<Door> common = new HashSet<>(doors.getOrDefault(one, Set.of()));
        common.retainAll(doors.getOrDefault(other, Set.of()));
        return common;
    }
}
