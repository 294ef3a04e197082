package org.callboard.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.callboard.access.Tenants;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Likeness;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.search.MatchStore.AtDoor;
import org.callboard.search.MatchStore.Door;
import org.callboard.search.MatchStore.Holder;
import org.callboard.search.MatchStore.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What {@link LikelyMatches} does for one, for a whole list at once, in a few statements. */
@Service
public class ManyMatches {

    /**
     * The customer that one of the list most likely is.
     *
     * @param locationId the location that is at the address, where there is one
     */
    public record Found(
            long customerId,
            String name,
            List<MatchReason> reasons,
            @Nullable Long locationId) {}

    /** What speaks for one customer. */
    private static final class Signs {
        private boolean phone;
        private boolean email;
        private final List<Long> places = new ArrayList<>();
    }

    /** Which of the probes asks for a number or an address. */
    private record Asking(int probe, String identity) {}

    private final MatchStore store;
    private final Tenants tenants;

    ManyMatches(MatchStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /**
     * For each probe the likeliest of the customers that it may be: with the same number or e-mail address, or a similar
     * name at the same address.
     *
     * @param passedOver customers that don't count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Optional<Found>> of(long tenant, List<Probe> probes, LongPredicate passedOver) {
        List<Map<Long, Signs>> signs = new ArrayList<>();
        probes.forEach(probe -> signs.add(new HashMap<>()));
        store.planForValues(true);
        lookAtContacts(tenant, probes, signs);
        lookAtAddresses(tenant, probes, signs);
        store.planForValues(false);
        Set<Long> all = new HashSet<>();
        signs.forEach(some -> all.addAll(some.keySet()));
        all.removeIf(passedOver::test);
        Map<Long, String> names = all.isEmpty() ? Map.of() : store.names(tenant, all);
        List<Optional<Found>> found = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            found.add(likeliest(probes.get(i), signs.get(i), names));
        }
        return found;
    }

    private static Optional<Found> likeliest(Probe probe, Map<Long, Signs> signs, Map<Long, String> names) {
        return signs.entrySet().stream()
                .filter(entry -> names.containsKey(entry.getKey()))
                .map(entry -> scored(probe, entry.getKey(), names.get(entry.getKey()), entry.getValue()))
                .filter(Scored::mayBeTheSame)
                .min(Scored.LIKELIEST_FIRST)
                .map(one -> new Found(
                        one.known().id(),
                        one.known().name(),
                        one.reasons(),
                        one.known().places().stream().findFirst().orElse(null)));
    }

    private static Scored scored(Probe probe, long customer, @Nullable String name, Signs signs) {
        String known = String.valueOf(name);
        return new Scored(
                new Known(customer, known, false, signs.phone, signs.email, signs.places),
                signs.places.isEmpty() ? Likeness.Different : Likeness.Same,
                Alike.names(probe.name(), known));
    }

    private void lookAtContacts(long tenant, List<Probe> probes, List<Map<Long, Signs>> signs) {
        String region = tenants.get(tenant).region();
        Map<String, List<Asking>> asking = new HashMap<>();
        for (int i = 0; i < probes.size(); i++) {
            for (ContactDraft contact : probes.get(i).contacts()) {
                if (contact.attaches()) {
                    asking.computeIfAbsent(contact.normalized(), value -> new ArrayList<>())
                            .add(new Asking(i, contact.identity(region)));
                }
            }
        }
        if (asking.isEmpty()) {
            return;
        }
        for (Holder holder : store.holders(tenant, asking.keySet())) {
            String identity = holder.contact().identity(region);
            for (Asking one : asking.getOrDefault(holder.contact().normalized(), List.of())) {
                if (one.identity.equals(identity)) {
                    Signs of = signs.get(one.probe).computeIfAbsent(holder.customer(), customer -> new Signs());
                    boolean email = holder.contact().type() == ContactType.Email;
                    of.email |= email;
                    of.phone |= !email;
                }
            }
        }
    }

    /** An address that is only perhaps the same says nothing here, where nobody looks at what was found. */
    private void lookAtAddresses(long tenant, List<Probe> probes, List<Map<Long, Signs>> signs) {
        List<Door> doors = new ArrayList<>();
        List<Integer> asking = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            ParsedAddress address = probes.get(i).address();
            Words.Word place = address == null ? null : Words.place(address);
            if (address != null && place != null) {
                for (String door : address.doors()) {
                    doors.add(new Door(door, place));
                    asking.add(i);
                }
            }
        }
        if (doors.isEmpty()) {
            return;
        }
        Map<Long, ParsedAddress> read = new HashMap<>();
        for (AtDoor standing : store.behind(tenant, doors)) {
            int i = asking.get(standing.position());
            ParsedAddress there =
                    read.computeIfAbsent(standing.location(), id -> AddressParser.parse(standing.address()));
            if (there.compare(Objects.requireNonNull(probes.get(i).address())) == Likeness.Same) {
                List<Long> places = signs.get(i).computeIfAbsent(standing.customer(), customer -> new Signs()).places;
                if (!places.contains(standing.location())) {
                    places.add(standing.location());
                }
            }
        }
    }
}
