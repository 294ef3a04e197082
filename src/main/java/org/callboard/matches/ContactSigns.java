package org.callboard.matches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.MatchStore.Holder;
import org.callboard.matches.Traits.SharedPoint;

/**
 * Which customers have the numbers and e-mail addresses of some probes. One with another extension is another one; the main
 * number leads to all of them, but tells none apart. Neither does what more than five customers have.
 */
final class ContactSigns {

    private record Asking(int probe, NormalizedContact contact) {}

    private final Map<String, NormalizedContact> asked = new LinkedHashMap<>();
    private final Map<String, List<Asking>> byForm = new HashMap<>();

    ContactSigns(List<Probe> probes, String region) {
        for (int i = 0; i < probes.size(); i++) {
            int probe = i;
            probes.get(i).contacts().stream()
                    .flatMap(contact -> contact.read(region).all().stream())
                    .forEach(one -> {
                        asked.put(one.identity(), one);
                        byForm.computeIfAbsent(one.form(), form -> new ArrayList<>())
                                .add(new Asking(probe, one));
                    });
        }
    }

    /** All that are asked for, each once. */
    Collection<NormalizedContact> asked() {
        return asked.values();
    }

    /**
     * Notes who has what.
     *
     * @param all who have what was asked for
     * @param people the customers that count
     * @param signs gives those of a customer for a probe
     */
    void note(Collection<Holder> all, Set<Long> people, BiFunction<Integer, Long, Signs> signs) {
        List<Holder> holders = all.stream()
                .filter(holder -> people.contains(holder.customer()))
                .toList();
        Map<String, Set<Long>> customers = new HashMap<>();
        holders.forEach(holder -> customers
                .computeIfAbsent(holder.identity(), identity -> new HashSet<>())
                .add(holder.customer()));
        for (Holder holder : holders) {
            boolean shared = customers.getOrDefault(holder.identity(), Set.of()).size() > Traits.MOST;
            for (Asking asking : byForm.getOrDefault(holder.form(), List.of())) {
                NormalizedContact one = asking.contact;
                boolean same = one.extension().equals(holder.extension());
                if (same || one.extension().isEmpty() || holder.extension().isEmpty()) {
                    signs.apply(asking.probe, holder.customer())
                            .addContact(
                                    new SharedPoint(holder.email(), one.form(), one.extension(), one.attaches()),
                                    new SharedPoint(holder.email(), one.form(), holder.extension(), !shared));
                }
            }
        }
    }
}
