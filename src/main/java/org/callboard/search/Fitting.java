package org.callboard.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.callboard.details.RecordKind;
import org.callboard.search.CandidateSql.Plan;
import org.callboard.search.Candidates.Candidate;
import org.callboard.search.Vocabulary.Found;
import org.springframework.stereotype.Component;

/**
 * Finds the records that fit all pieces of what was typed, with a limited amount of work. The piece that the fewest records
 * have leads. Pieces that not too many have are gathered whole and compared; the others are looked up in each record.
 */
@Component
class Fitting {

    /** A single piece: so many are shown of each place where it may stand. */
    private static final Plan ALONE = new Plan(0, null, Set.of(), 40, 150);

    /** Pieces with fewer records than these lead without more ado. */
    private static final int FEW = 300;

    /** Pieces with more records are looked up one by one. */
    private static final int MANY = 20_000;

    /** So many records of a piece that leads are looked at where all others are too many to be gathered. */
    private static final int LOOKED_AT = 2_000;

    /** Enough to choose from. */
    private static final int MAX = 100;

    private static final int MAX_WORDS = 12;

    private final Candidates candidates;
    private final Vocabulary vocabulary;

    Fitting(Candidates candidates, Vocabulary vocabulary) {
        this.candidates = candidates;
        this.vocabulary = vocabulary;
    }

    /** Those that fit, in no order; some of them where they are many. */
    Collection<Candidate> of(RecordKind kind, long tenant, List<Typed> pieces) {
        if (pieces.size() == 1) {
            return candidates.of(kind, tenant, pieces, ALONE);
        }
        List<Found> found = vocabulary.find(kind, tenant, asked(pieces));
        int[] contacts = contacts(kind, tenant, pieces);
        int[] expected =
                expected(pieces, total(found, found.stream().map(Found::records).toList()), contacts);
        if (expected[rarest(expected)] < Vocabulary.ENOUGH) {
            return candidates.of(kind, tenant, pieces, new Plan(rarest(expected), null, Set.of(), MANY, MAX));
        }
        Map<Long, Candidate> all = new LinkedHashMap<>();
        Optional<Atom> pair = Atom.pair(found);
        if (pair.isPresent()) {
            Plan plan = new Plan(-1, pair.get(), Set.of(), LOOKED_AT, MAX);
            candidates.of(kind, tenant, pieces, plan).forEach(one -> all.put(one.id(), one));
        }
        if (all.size() < MAX) {
            expected = expected(pieces, total(found, counted(kind, tenant, found)), contacts);
            candidates.of(kind, tenant, pieces, plan(expected)).forEach(one -> all.put(one.id(), one));
        }
        return all.values();
    }

    private static Plan plan(int[] expected) {
        int lead = rarest(expected);
        Set<Integer> sets = new LinkedHashSet<>();
        for (int i = 0; i < expected.length; i++) {
            if (i != lead && expected[lead] >= FEW && expected[i] < MANY) {
                sets.add(i);
            }
        }
        boolean whole = !sets.isEmpty() || expected[lead] < FEW;
        return new Plan(lead, null, sets, whole ? MANY : LOOKED_AT, MAX);
    }

    private static List<Asked> asked(List<Typed> pieces) {
        return pieces.stream()
                .flatMap(piece -> piece.words().stream()
                        .flatMap(word -> CandidateSql.FIELDS.stream().map(field -> piece.asked(field, word))))
                .limit((long) MAX_WORDS * CandidateSql.FIELDS.size())
                .toList();
    }

    private int[] contacts(RecordKind kind, long tenant, List<Typed> pieces) {
        return pieces.stream()
                .mapToInt(piece -> candidates.count(kind, tenant, piece.contactRanges(), MANY))
                .toArray();
    }

    /** Counts the records of each word where it has not been done yet. */
    private List<Integer> counted(RecordKind kind, long tenant, List<Found> found) {
        List<Found> more = found.stream()
                .filter(one -> !one.broad() && one.records() >= Vocabulary.ENOUGH)
                .toList();
        List<Integer> counts =
                vocabulary.count(kind, tenant, more.stream().map(Atom::of).toList(), MANY);
        List<Integer> all = new ArrayList<>();
        for (Found one : found) {
            int place = more.indexOf(one);
            all.add(
                    place >= 0
                            ? counts.get(place)
                            : one.broad() ? Integer.valueOf(MANY) : Integer.valueOf(one.records()));
        }
        return all;
    }

    private static Map<String, Integer> total(List<Found> found, List<Integer> counts) {
        Map<String, Integer> records = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            records.merge(found.get(i).asked().text(), counts.get(i), Integer::sum);
        }
        return records;
    }

    private static int[] expected(List<Typed> pieces, Map<String, Integer> ofWords, int[] ofContacts) {
        return IntStream.range(0, ofContacts.length)
                .map(i -> pieces.get(i).expected(ofWords, ofContacts[i]))
                .toArray();
    }

    private static int rarest(int[] expected) {
        return IntStream.range(0, expected.length)
                .boxed()
                .min(Comparator.comparing(i -> expected[i]))
                .orElseThrow();
    }
}
