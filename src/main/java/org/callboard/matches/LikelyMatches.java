package org.callboard.matches;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Likeness;
import org.callboard.addresses.ParsedAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.http.OwnHeaders;
import org.callboard.matches.MatchStore.Holder;
import org.callboard.matches.MatchStore.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds who on record may be the person who asks: by phone and e-mail of customers and of locations, and by address. The
 * name alone makes no match, but a similar one puts a match ahead.
 */
@Service
public class LikelyMatches {

    /** The header with the ids of customers that a new record may be a second time. */
    public static final String HEADER = OwnHeaders.POSSIBLE_DUPLICATES;

    /** What an operation that answers with the header says of it. */
    public static final String DESCRIPTION = "The header " + HEADER
            + " of the answer has the ids of customers that may be the same, the likeliest first:"
            + " with the same number or e-mail address, or a similar name at the same address.";

    private static final int MAX = 6;
    private static final int MAX_OF_NUMBER = 50;
    private static final int MAX_DUPLICATES = 20;
    private static final int MAX_ADDRESSES = 20;

    /**
     * What is known of the person, as far as it was said or typed.
     *
     * @param name empty where it is not known yet
     */
    public record Probe(String name, @Nullable ParsedAddress address, List<ContactDraft> contacts) {

        public static Probe of(String name, @Nullable Address address, List<ContactDraft> contacts) {
            return new Probe(name, address == null ? null : AddressParser.parse(address), contacts);
        }
    }

    /** A customer with a number. */
    public record NumberHolder(long customerId, String name, boolean doNotService) {

        /** Who calls, where these have the number: the first, and how many others. */
        public static String name(List<NumberHolder> holders) {
            String first = holders.getFirst().name;
            int others = holders.size() - 1;
            return others == 0 ? first : first + " or " + (others == 1 ? "one other" : others + " others");
        }
    }

    private final MatchStore store;
    private final Tenants tenants;

    LikelyMatches(MatchStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** The likeliest first, at most six; all matches of one number are in, also two people behind it. */
    public List<LikelyMatch> of(long tenant, Probe probe) {
        return of(tenant, probe, MAX);
    }

    /** The same, as many as are likely, at most fifty: who answers the telephone sees everybody behind a number. */
    public List<LikelyMatch> all(long tenant, Probe probe) {
        return of(tenant, probe, MAX_OF_NUMBER);
    }

    /** Customers in use who were found in another way, in the order in which they are named; nothing speaks for them here. */
    public List<LikelyMatch> known(long tenant, Collection<Long> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        Map<Long, Person> people = store.people(tenant, Set.copyOf(customers));
        Map<Long, List<LikelyMatch.Place>> places = store.places(tenant, List.copyOf(customers), Map.of());
        return customers.stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(person -> new LikelyMatch(
                        person.id(),
                        person.name(),
                        person.doNotService(),
                        false,
                        List.of(),
                        places.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private List<LikelyMatch> of(long tenant, Probe probe, int most) {
        List<Scored> likeliest =
                rank(tenant, List.of(probe)).stream().limit(most).toList();
        Map<Long, Likeness> alike = new HashMap<>();
        likeliest.forEach(one -> alike.putAll(one.signs().places()));
        Map<Long, List<LikelyMatch.Place>> places = likeliest.isEmpty()
                ? Map.of()
                : store.places(
                        tenant, likeliest.stream().map(one -> one.person().id()).toList(), alike);
        return likeliest.stream()
                .map(one -> new LikelyMatch(
                        one.person().id(),
                        one.person().name(),
                        one.person().doNotService(),
                        one.attaches(),
                        one.likelihood().reasons(),
                        places.getOrDefault(one.person().id(), List.of())))
                .toList();
    }

    /**
     * The customers that a new record may be a second time, the likeliest first, at most twenty: those whose {@link
     * MatchScore} says that it is possible.
     *
     * @param probes all that is known of the record: names, addresses and contacts of each count for all
     * @param self the customer that it belongs to, who is none of them; null for a new one
     */
    public List<Long> duplicates(long tenant, List<Probe> probes, @Nullable Long self) {
        return rank(tenant, probes).stream()
                .filter(one -> one.likelihood().score() >= Band.Possible.from())
                .map(one -> one.person().id())
                .filter(id -> !id.equals(self))
                .limit(MAX_DUPLICATES)
                .toList();
    }

    /** Those of the bookings with a number or an e-mail address of a customer who is marked <i>Do not service</i>. */
    public Set<Long> barred(long tenant, Collection<Long> bookings) {
        return bookings.isEmpty() ? Set.of() : store.barred(tenant, bookings);
    }

    /**
     * The table of the customers in use with a number, whose {@code id} and {@code name} it has: the rule of {@link #holders}
     * for what is narrowed or sorted by it. Its statement has the parameter {@code tenant}.
     *
     * @param number gives the number, E.164, in SQL
     */
    public static String holdersOf(String number) {
        return MatchStore.holdersOf(number);
    }

    /** The customers in use with each of several numbers (E.164), by name; a number that nobody has is not there. */
    public Map<String, List<NumberHolder>> holders(long tenant, Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : store.numberHolders(tenant, numbers);
    }

    /** Says in an answer of the API which customers may be the same; without any it says nothing. */
    public static void announce(HttpServletResponse response, List<Long> customers) {
        if (!customers.isEmpty()) {
            response.setHeader(HEADER, customers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private List<Scored> rank(long tenant, List<Probe> probes) {
        ContactSigns contacts = new ContactSigns(probes, tenants.get(tenant).region());
        DoorSigns doors = new DoorSigns(addresses(probes));
        List<Holder> holders = store.holders(tenant, contacts.asked(), true);
        if (!doors.doors().isEmpty()) {
            doors.compare(store.behind(tenant, doors.doors()));
        }
        Set<Long> customers = doors.customers();
        holders.forEach(holder -> customers.add(holder.customer()));
        Map<Long, Person> people = store.people(tenant, customers);
        Map<Long, Signs> signs = new HashMap<>();
        BiFunction<Integer, Long, Signs> of = (all, customer) -> signs.computeIfAbsent(customer, id -> new Signs());
        contacts.note(holders, people.keySet(), of);
        doors.note(people.keySet(), of);
        return people.values().stream()
                .map(person -> Scored.of(probes, person, signs.getOrDefault(person.id(), new Signs())))
                .sorted(Scored.LIKELIEST_FIRST)
                .toList();
    }

    /** Each counts for all probes. */
    private static List<DoorSigns.Asked> addresses(List<Probe> probes) {
        Map<String, ParsedAddress> addresses = new LinkedHashMap<>();
        probes.stream()
                .map(Probe::address)
                .filter(Objects::nonNull)
                .forEach(address -> addresses.putIfAbsent(address.standardKey(), address));
        return addresses.values().stream()
                .limit(MAX_ADDRESSES)
                .map(address -> new DoorSigns.Asked(0, address))
                .toList();
    }
}
