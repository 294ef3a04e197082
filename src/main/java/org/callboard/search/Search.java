package org.callboard.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callboard.addresses.Address;
import org.callboard.records.RecordKind;
import org.callboard.search.Candidates.Candidate;
import org.callboard.search.Candidates.Contact;
import org.callboard.search.Vocabulary.Found;
import org.callboard.tenants.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The search box: customers and locations by part of a name, number, e-mail address, address or id. It does a limited
 * amount of work, whatever was typed and however many fit; of very many it shows some.
 */
@Service
public class Search {

    /** How far an index is followed for a single piece, and for one of several. */
    private static final int SHORT_WALK = 60;

    private static final int LONG_WALK = 3000;

    /** The records of a word are counted so far, to find the rarest. */
    private static final int COUNTED = 20_000;

    private static final int MOST_WORDS = 12;

    /**
     * One line of the result.
     *
     * @param customerId the customer itself, or the location's
     * @param mergedToId the record that this one was merged into
     * @param why what was found where that is not in the line itself, such as a phone number; null otherwise
     */
    public record Hit(
            RecordKind kind,
            long id,
            long customerId,
            String name,
            Address address,
            boolean active,
            boolean doNotService,
            @Nullable Long mergedToId,
            @Nullable String why) {}

    private final Candidates candidates;
    private final Vocabulary vocabulary;
    private final Tenants tenants;

    Search(Candidates candidates, Vocabulary vocabulary, Tenants tenants) {
        this.candidates = candidates;
        this.vocabulary = vocabulary;
        this.tenants = tenants;
    }

    /**
     * What fits everything that was typed, the likeliest first; nothing for a blank text. A location whose line would
     * only repeat its customer's is left out.
     */
    public List<Hit> find(long tenant, String text, int most) {
        List<Typed> pieces = Typed.of(text);
        if (pieces.isEmpty()) {
            return List.of();
        }
        List<Ranked> ranked = new ArrayList<>(ranked(RecordKind.Customer, tenant, pieces));
        Set<Long> customers = ranked.stream().map(one -> one.candidate().id()).collect(Collectors.toSet());
        ranked(RecordKind.Location, tenant, pieces).stream()
                .filter(one -> !one.candidate().repeats()
                        || !customers.contains(one.candidate().customerId()))
                .forEach(ranked::add);
        List<Ranked> shown = ranked.stream().sorted(Ranked.ORDER).limit(most).toList();
        String region = shown.stream().allMatch(one -> one.found().isEmpty())
                ? ""
                : tenants.get(tenant).region();
        return shown.stream().map(one -> hit(one, region)).toList();
    }

    private List<Ranked> ranked(RecordKind kind, long tenant, List<Typed> pieces) {
        List<Candidate> fitting = candidates(kind, tenant, pieces);
        boolean contacts =
                pieces.stream().anyMatch(piece -> !piece.contactRanges().isEmpty());
        Map<Long, List<Contact>> found =
                candidates
                        .contacts(
                                kind,
                                tenant,
                                contacts ? fitting.stream().map(Candidate::id).toList() : List.of())
                        .stream()
                        .collect(Collectors.groupingBy(Contact::owner));
        return fitting.stream()
                .map(one -> Ranked.of(one, pieces, found.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private List<Candidate> candidates(RecordKind kind, long tenant, List<Typed> pieces) {
        if (pieces.size() == 1) {
            return candidates.of(kind, tenant, pieces, 0, null, SHORT_WALK);
        }
        List<List<Asked>> asked = new ArrayList<>();
        pieces.forEach(piece -> asked.add(piece.words().stream()
                .flatMap(word -> CandidateSql.FIELDS.stream().map(field -> piece.asked(field, word)))
                .toList()));
        List<Found> found = vocabulary.find(
                kind,
                tenant,
                asked.stream()
                        .flatMap(List::stream)
                        .limit((long) MOST_WORDS * CandidateSql.FIELDS.size())
                        .toList());
        Map<String, Integer> records = total(
                found,
                found.stream().map(one -> one.broad() ? COUNTED : one.records()).toList());
        int lead = rarest(pieces, records);
        if (pieces.get(lead).expected(records) < Vocabulary.ENOUGH) {
            return candidates.of(kind, tenant, pieces, lead, null, LONG_WALK);
        }
        lead = rarest(pieces, total(found, counted(kind, tenant, found)));
        return candidates.of(kind, tenant, pieces, lead, Atom.pair(found).orElse(null), LONG_WALK);
    }

    private List<Integer> counted(RecordKind kind, long tenant, List<Found> found) {
        List<Integer> counts = vocabulary.count(
                kind,
                tenant,
                found.stream()
                        .map(one -> one.broad() ? Atom.NONE : Atom.of(one))
                        .toList(),
                COUNTED);
        return IntStream.range(0, found.size())
                .mapToObj(i -> found.get(i).broad() ? COUNTED : counts.get(i))
                .toList();
    }

    private static Map<String, Integer> total(List<Found> found, List<Integer> counts) {
        Map<String, Integer> records = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            records.merge(found.get(i).asked().text(), counts.get(i), Integer::sum);
        }
        return records;
    }

    /** The piece that the fewest records have, as far as that can be told beforehand. */
    private static int rarest(List<Typed> pieces, Map<String, Integer> records) {
        return IntStream.range(0, pieces.size())
                .boxed()
                .min(Comparator.comparing(i -> pieces.get(i).expected(records)))
                .orElseThrow();
    }

    private static Hit hit(Ranked one, String region) {
        Candidate candidate = one.candidate();
        return new Hit(
                candidate.kind(),
                candidate.id(),
                candidate.customerId(),
                candidate.name(),
                candidate.address(),
                candidate.active(),
                candidate.doNotService(),
                candidate.mergedToId(),
                one.why(region));
    }
}
