package org.callboard.matches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.matches.PairStore.Point;
import org.callboard.matches.ScoredPair.Ids;
import org.callboard.matches.Traits.SharedPoint;

/** The numbers and e-mail addresses of some records, and who has one in common. */
final class PointBlocks {

    private final Map<String, Set<Long>> byForm = new HashMap<>();
    private final Map<String, Set<Long>> byIdentity = new HashMap<>();
    private final Map<Long, Map<String, Set<Point>>> byOwner = new HashMap<>();

    PointBlocks(Collection<Point> points) {
        for (Point point : points) {
            byForm.computeIfAbsent(point.form(), form -> new HashSet<>()).add(point.owner());
            byIdentity.computeIfAbsent(identity(point), form -> new HashSet<>()).add(point.owner());
            byOwner.computeIfAbsent(point.owner(), owner -> new HashMap<>())
                    .computeIfAbsent(point.form(), form -> new HashSet<>())
                    .add(point);
        }
    }

    private static String identity(Point point) {
        return NormalizedContact.identity(point.form(), point.extension());
    }

    /**
     * Gives each two who have one in common, perhaps more than once. Of what more than five have only those whose names are
     * alike: it tells nobody apart.
     */
    void pairs(NameBlocks names, Consumer<Ids> found) {
        byForm.values().forEach(owners -> {
            if (owners.size() > Traits.MOST) {
                names.pairs(owners, found);
            }
        });
        List.of(byForm, byIdentity)
                .forEach(by -> by.values().forEach(owners -> {
                    if (owners.size() > 1 && owners.size() <= Traits.MOST) {
                        eachTwo(List.copyOf(owners), found);
                    }
                }));
    }

    private static void eachTwo(List<Long> owners, Consumer<Ids> found) {
        for (int i = 0; i < owners.size(); i++) {
            for (int j = i + 1; j < owners.size(); j++) {
                found.accept(Ids.of(owners.get(i), owners.get(j)));
            }
        }
    }

    /** Those of one that another has too, whatever the extensions. */
    List<SharedPoint> common(long one, long other) {
        Map<String, Set<Point>> own = byOwner.getOrDefault(one, Map.of());
        List<SharedPoint> common = new ArrayList<>();
        for (String form : byOwner.getOrDefault(other, Map.of()).keySet()) {
            for (Point point : own.getOrDefault(form, Set.of())) {
                boolean telling = point.attaches()
                        && byIdentity.getOrDefault(identity(point), Set.of()).size() <= Traits.MOST;
                common.add(new SharedPoint(point.email(), form, point.extension(), telling));
            }
        }
        return common;
    }
}
