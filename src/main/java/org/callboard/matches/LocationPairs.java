package org.callboard.matches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.matches.PairStore.Place;
import org.callboard.matches.ScoredPair.Ids;
import org.callboard.matches.Traits.SharedDoor;
import org.springframework.stereotype.Service;

/** Finds which locations of a customer may be one, for many customers at once, as {@link MatchScore} says. */
@Service
public class LocationPairs {

    /** So many in one house are compared each with each; of more, each with the oldest alone. */
    private static final int MOST_OF_A_HOUSE = 20;

    private final PairStore store;

    LocationPairs(PairStore store) {
        this.store = store;
    }

    /** The pairs of locations in use of each of some customers, from {@link Band#Possible} on. */
    public List<ScoredPair> of(long tenant, Set<Long> customers) {
        Map<Long, Place> places = new HashMap<>();
        Map<Long, ParsedAddress> addresses = new HashMap<>();
        Map<Long, Map<String, List<Long>>> houses = new LinkedHashMap<>();
        for (Place place : store.places(tenant, customers)) {
            ParsedAddress address = AddressParser.parse(place.address());
            places.put(place.id(), place);
            addresses.put(place.id(), address);
            Map<String, List<Long>> own = houses.computeIfAbsent(place.customer(), any -> new LinkedHashMap<>());
            address.doors()
                    .forEach(door ->
                            own.computeIfAbsent(door, any -> new ArrayList<>()).add(place.id()));
        }
        Set<Ids> candidates = new LinkedHashSet<>();
        houses.values().forEach(own -> own.values().forEach(house -> pairs(house, addresses, candidates)));
        Set<Long> involved = new HashSet<>();
        candidates.forEach(pair -> involved.addAll(List.of(pair.low(), pair.high())));
        PointBlocks points = new PointBlocks(store.pointsOfLocations(tenant, involved));
        List<ScoredPair> scored = new ArrayList<>();
        for (Ids pair : candidates) {
            Traits one = traits(places, addresses, points, pair.low(), pair.high());
            Traits other = traits(places, addresses, points, pair.high(), pair.low());
            ScoredPair result = ScoredPair.of(pair, MatchScore.ofLocations(one, other));
            if (result.isPossible()) {
                scored.add(result);
            }
        }
        return scored;
    }

    /** Where many units of a house are, the one that names none is the building, and not a unit that was put in twice. */
    private static void pairs(List<Long> house, Map<Long, ParsedAddress> addresses, Set<Ids> candidates) {
        Map<String, List<Long>> units = house.stream()
                .collect(Collectors.groupingBy(
                        id -> Objects.requireNonNull(addresses.get(id)).standardKey()));
        Collection<List<Long>> compared = units.size() > Traits.MOST ? units.values() : List.of(house);
        for (List<Long> some : compared) {
            List<Long> ids = some.stream().sorted().toList();
            int firsts = ids.size() > MOST_OF_A_HOUSE ? 1 : ids.size();
            for (int i = 0; i < firsts; i++) {
                for (int j = i + 1; j < ids.size(); j++) {
                    candidates.add(new Ids(ids.get(i), ids.get(j)));
                }
            }
        }
    }

    private static Traits traits(
            Map<Long, Place> places, Map<Long, ParsedAddress> addresses, PointBlocks points, long one, long other) {
        return new Traits(
                Set.of(Objects.requireNonNull(places.get(one)).name()),
                null,
                points.common(one, other),
                List.of(new SharedDoor(Objects.requireNonNull(addresses.get(one)), true)));
    }
}
