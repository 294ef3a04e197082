package org.callboard.matches;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.callboard.matches.MatchStore.Person;
import org.callboard.matches.PairStore.Behind;
import org.callboard.matches.PairStore.Point;
import org.callboard.matches.ScoredPair.Ids;
import org.springframework.stereotype.Service;

/**
 * Finds who on record may be whom, for many customers at once and in a few statements: whoever has a number, an e-mail
 * address or a door in common, as {@link MatchScore} says. What more than five have makes candidates of those alone whose
 * names are alike, so a number that everybody has costs no comparison of each with each.
 */
@Service
public class CustomerPairs {

    private final MatchStore records;
    private final PairStore store;

    CustomerPairs(MatchStore records, PairStore store) {
        this.records = records;
        this.store = store;
    }

    /**
     * The pairs in use in which at least one of some customers is, from {@link Band#Possible} on. A customer with a number
     * that a thousand have is compared with the thousand that come first.
     */
    public List<ScoredPair> with(long tenant, Set<Long> customers) {
        return find(tenant, customers, pair -> customers.contains(pair.low()) || customers.contains(pair.high()));
    }

    /** The same for whoever goes through all customers: only pairs whose lower id is among these. */
    public List<ScoredPair> from(long tenant, Set<Long> customers) {
        return find(tenant, customers, pair -> customers.contains(pair.low()));
    }

    private List<ScoredPair> find(long tenant, Set<Long> customers, Predicate<Ids> counts) {
        Set<Point> points = new HashSet<>(store.points(tenant, customers));
        points.addAll(store.holders(
                tenant, points.stream().map(Point::form).distinct().toList()));
        List<Behind> behind = store.behind(tenant, customers);
        Set<Long> all = new HashSet<>(customers);
        points.forEach(point -> all.add(point.owner()));
        behind.forEach(one -> all.add(one.customer()));
        Map<Long, Person> people = records.people(tenant, all);
        points.removeIf(point -> !people.containsKey(point.owner()));
        PointBlocks contacts = new PointBlocks(points);
        DoorBlocks doors = new DoorBlocks(behind.stream()
                .filter(one -> people.containsKey(one.customer()))
                .toList());
        Set<Ids> candidates = new LinkedHashSet<>();
        Consumer<Ids> found = pair -> {
            if (counts.test(pair)) {
                candidates.add(pair);
            }
        };
        NameBlocks names = new NameBlocks(people, counts);
        contacts.pairs(names, found);
        doors.pairs(names, found);
        doors.read(store.addresses(tenant, doors.needed(candidates)));
        List<ScoredPair> scored = new ArrayList<>();
        for (Ids pair : candidates) {
            Traits one = traits(people, contacts, doors, pair, pair.low(), pair.high());
            Traits other = traits(people, contacts, doors, pair, pair.high(), pair.low());
            ScoredPair result = ScoredPair.of(pair, MatchScore.of(one, other));
            if (result.isPossible()) {
                scored.add(result);
            }
        }
        return scored;
    }

    private static Traits traits(
            Map<Long, Person> people, PointBlocks points, DoorBlocks doors, Ids pair, long one, long other) {
        Person person = Objects.requireNonNull(people.get(one));
        return new Traits(person.names(), person.kind(), points.common(one, other), doors.common(pair, one));
    }
}
