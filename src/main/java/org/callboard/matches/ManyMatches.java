package org.callboard.matches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import org.callboard.access.Tenants;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.matches.MatchStore.Holder;
import org.callboard.matches.MatchStore.Person;
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

    /** Why somebody who is found by a number, an e-mail address or an address is not taken for the same where nobody looks. */
    public enum Doubt {
        /** More than five customers have it. */
        Shared,
        /** The main number of one is an extension of the other. */
        Extension,
        /** Both name and address are known and are others. */
        Stranger,
        /** Only something of the address is the same. */
        SimilarAddress
    }

    /** A customer that one of the list may be, which somebody should look at. */
    public record Doubtful(Found who, Doubt why) {}

    /**
     * Whom on record one of the list is.
     *
     * @param found null where it is nobody as far as can be told
     * @param doubtful the likeliest of those whom it then may be; null where it may be nobody
     */
    public record Likely(@Nullable Found found, @Nullable Doubtful doubtful) {}

    private final MatchStore store;
    private final Tenants tenants;

    ManyMatches(MatchStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /**
     * For each probe the likeliest of the customers that it is: with the same number or e-mail address, unless that tells
     * nobody apart, or with a similar name at the same address. Where it is none, the likeliest that it may be.
     *
     * @param passedOver customers that don't count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Likely> of(long tenant, List<Probe> probes, LongPredicate passedOver) {
        ContactSigns contacts = new ContactSigns(probes, tenants.get(tenant).region());
        store.planForValues(true);
        List<Holder> holders = store.holders(
                tenant,
                contacts.asked().stream().filter(NormalizedContact::attaches).toList(),
                true);
        DoorSigns doors = new DoorSigns(addresses(probes));
        if (!doors.doors().isEmpty()) {
            doors.compare(store.behind(tenant, doors.doors()));
        }
        store.planForValues(false);
        Set<Long> all = doors.customers();
        holders.forEach(holder -> all.add(holder.customer()));
        all.removeIf(passedOver::test);
        Map<Long, Person> people = store.people(tenant, all);
        List<Map<Long, Signs>> signs = new ArrayList<>();
        probes.forEach(probe -> signs.add(new HashMap<>()));
        BiFunction<Integer, Long, Signs> of =
                (probe, customer) -> signs.get(probe).computeIfAbsent(customer, id -> new Signs());
        contacts.note(holders, people.keySet(), of);
        doors.note(people.keySet(), of);
        List<Likely> found = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            found.add(likeliest(probes.get(i), signs.get(i), people));
        }
        return found;
    }

    private static List<DoorSigns.Asked> addresses(List<Probe> probes) {
        List<DoorSigns.Asked> addresses = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            ParsedAddress address = probes.get(i).address();
            if (address != null) {
                addresses.add(new DoorSigns.Asked(i, address));
            }
        }
        return addresses;
    }

    private static Likely likeliest(Probe probe, Map<Long, Signs> signs, Map<Long, Person> people) {
        List<Scored> all = signs.entrySet().stream()
                .filter(entry -> people.containsKey(entry.getKey()))
                .map(entry ->
                        Scored.of(List.of(probe), Objects.requireNonNull(people.get(entry.getKey())), entry.getValue()))
                .filter(Scored::mayBeTheSame)
                .sorted(Scored.LIKELIEST_FIRST)
                .toList();
        Found found = all.stream()
                .filter(Scored::attaches)
                .findFirst()
                .map(ManyMatches::found)
                .orElse(null);
        return found != null || all.isEmpty()
                ? new Likely(found, null)
                : new Likely(
                        null, new Doubtful(found(all.getFirst()), all.getFirst().doubt()));
    }

    private static Found found(Scored one) {
        return new Found(
                one.person().id(),
                one.person().name(),
                one.reasons(),
                one.signs().placeAtAddress());
    }
}
