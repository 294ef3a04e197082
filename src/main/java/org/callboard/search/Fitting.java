package org.callboard.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.search.Ranked.Rank;
import org.callboard.search.SearchQuery.Guesses;
import org.callboard.search.SearchQuery.Reach;
import org.callboard.search.SearchStore.Answer;
import org.callboard.search.SearchStore.Asking;
import org.callboard.search.SearchStore.Found;
import org.springframework.stereotype.Component;

/**
 * Finds the records that fit all pieces of what was typed: first by whole words, then by their beginnings and by what people
 * are called for short where that left room, and where nothing fits at all by what may have been meant.
 */
@Component
class Fitting {

    /** So many that fit are looked at, those whose names fit being the better ones, and so many are ranked. */
    private static final int LOOKED_AT = 300;

    /** So many in their order; what is too rare to fill the room from those the index finds quickly. */
    private static final int LOOKED_AT_IN_ORDER = 500;

    /** So many of which few have what very many have; each is read, which takes long where they lie far apart. */
    private static final int LOOKED_AT_MORE = 5_000;

    private static final int RANKED = 100;

    /** More pieces that very many have are seldom found together in some records. */
    private static final int MOST_BROAD = 2;

    /** What begins with so many digits is not a beginning of an id any more. */
    private static final long LONG_ID = 100_000_000;

    /** Words in whose place others are put where nothing fits. */
    private static final int GUESSED_WORDS = 4;

    private static final int GUESSES = 100;

    private final SearchStore store;
    private final SearchWordStore words;
    private final LineStore lines;
    private final LiveCallStore live;

    Fitting(SearchStore store, SearchWordStore words, LineStore lines, LiveCallStore live) {
        this.store = store;
        this.words = words;
        this.lines = lines;
        this.live = live;
    }

    /** Those that fit, in no order; some of them where they are many. */
    List<Ranked> of(long tenant, List<Typed> pieces, Set<Kind> kinds, int most) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        OneSearch asked = new OneSearch(tenant, pieces, kinds, most);
        asked.byNumber();
        asked.ask(Reach.Whole);
        asked.extend();
        asked.lookAtCalls();
        asked.guess();
        return withoutRepeats(asked.ranked());
    }

    private static List<Ranked> withoutRepeats(List<Ranked> all) {
        Set<Long> customers = new HashSet<>();
        all.stream()
                .filter(one -> one.line().kind() == Kind.Customer)
                .forEach(one -> customers.add(one.line().id()));
        return all.stream()
                .filter(one ->
                        !one.line().repeats() || !customers.contains(one.line().customerId()))
                .toList();
    }

    /** One search. */
    private final class OneSearch {

        private final long tenant;
        private final List<Typed> pieces;
        private final Set<Kind> kinds;
        private final int most;
        private final Map<Kind, Map<Long, Rank>> found = new EnumMap<>(Kind.class);
        private final Map<Kind, String> asked = new EnumMap<>(Kind.class);
        private final LiveCalls calls;
        private Map<Kind, SearchQuery> queries;

        OneSearch(long tenant, List<Typed> pieces, Set<Kind> kinds, int most) {
            this.tenant = tenant;
            this.pieces = pieces;
            this.kinds = kinds;
            this.most = most;
            this.calls = new LiveCalls(tenant, kinds.stream().anyMatch(Kind::isLive) ? live.all(tenant) : List.of());
            this.queries = queries(false, Guesses.NONE);
            kinds.forEach(kind -> found.put(kind, new LinkedHashMap<>()));
        }

        private Map<Kind, SearchQuery> queries(boolean settled, Guesses guesses) {
            Map<Kind, SearchQuery> all = new EnumMap<>(Kind.class);
            for (Kind kind : kinds) {
                Lexemes lexemes = kind.owner != null
                        ? Lexemes.of(kind.owner, tenant)
                        : kind.isLive() ? Lexemes.ofLive(tenant) : null;
                if (lexemes != null) {
                    all.put(kind, new SearchQuery(lexemes, pieces, settled, guesses));
                }
            }
            return all;
        }

        boolean isEmpty() {
            return found.values().stream().allMatch(Map::isEmpty);
        }

        /** A number alone may be that of any record; among other words it is that of one that fits these too. */
        void byNumber() {
            List<Long> numbers =
                    pieces.stream().map(Typed::id).filter(Objects::nonNull).toList();
            if (numbers.isEmpty()) {
                return;
            }
            if (pieces.size() > 1) {
                store.numbered(tenant, queries.keySet(), numbers).forEach(this::note);
                return;
            }
            long number = numbers.getFirst();
            kinds.stream()
                    .filter(kind -> !kind.isLive())
                    .forEach(kind -> store.begun(
                                    tenant, kind, number, kind.isCounted() && number > 0 && number < LONG_ID)
                            .forEach(id -> of(kind).put(id, Rank.ofNumber(kind, id == number))));
        }

        /**
         * Asks the kinds that have room. Pieces that very many have are looked up in the records that the others find; where
         * there are no others, in some records, which have them where they are as common as that: of one or two letters
         * nobody wants all. Where something was found before, few are looked at.
         */
        void ask(Reach reach) {
            boolean settled = !isEmpty();
            List<Asking> first = new ArrayList<>();
            List<Asking> inOrder = new ArrayList<>();
            List<Asking> rest = new ArrayList<>();
            List<Asking> more = new ArrayList<>();
            queries.forEach((kind, query) -> {
                String text = query.text(reach);
                if (kind.isLive() || text == null || isFull(kind) || text.equals(asked.put(kind, text))) {
                    return;
                }
                String narrow = query.narrow(reach);
                String names = query.inNames(reach);
                Asking all = new Asking(kind, text, "", names);
                if (narrow.equals(text)) {
                    first.add(all);
                } else if (!narrow.isEmpty()) {
                    first.add(new Asking(kind, narrow, text, names));
                    if (!settled) {
                        more.add(first.getLast());
                    }
                } else if (pieces.size() <= MOST_BROAD) {
                    inOrder.add(new Asking(kind, "", text, names));
                    (query.isShort() ? rest : first).add(all);
                } else if (reach == Reach.Whole) {
                    first.add(all);
                }
            });
            Set<Kind> done = EnumSet.noneOf(Kind.class);
            ask(inOrder, LOOKED_AT_IN_ORDER, done);
            ask(first, LOOKED_AT, done);
            if (isEmpty()) {
                ask(rest, LOOKED_AT, done);
            }
            ask(more, LOOKED_AT_MORE, done);
        }

        /** Asks those kinds that are not done, and adds those to them that have no more, or no room for more. */
        private void ask(List<Asking> asking, int looked, Set<Kind> done) {
            asking.removeIf(one -> done.contains(one.kind()));
            if (!asking.isEmpty()) {
                Answer answer = store.fitting(tenant, asking, looked, RANKED);
                answer.found().forEach(this::note);
                done.addAll(answer.narrow());
                asking.stream().map(Asking::kind).filter(this::isFull).forEach(done::add);
            }
        }

        /** Asks for beginnings and nicknames. */
        void extend() {
            boolean settled = !isEmpty();
            if (settled) {
                queries = queries(true, Guesses.NONE);
            }
            if (settled || mayBegin()) {
                ask(Reach.Nickname);
            }
        }

        /** Nobody knows the number of a call; all else may be typed. */
        void lookAtCalls() {
            calls.documents().stream().filter(one -> kinds.contains(one.kind())).forEach(this::note);
        }

        /**
         * Whether each word may be a beginning of one on record. Looking for the beginnings of the other words takes long,
         * and is in vain where one is mistyped.
         */
        private boolean mayBegin() {
            Set<String> telling = pieces.stream()
                    .filter(Typed::isWords)
                    .flatMap(piece -> piece.words().stream())
                    .filter(word -> SearchWordStore.isKept(word) && SearchQuery.standsForItself(word))
                    .collect(Collectors.toSet());
            return telling.isEmpty() || words.begun(tenant, telling).size() == telling.size();
        }

        /** Where nothing fits, asks for what may have been meant, until something does. */
        void guess() {
            if (isEmpty()) {
                Guesses mistyped = mistyped();
                // a word that nobody has is the one with the error
                guess(mistyped.ofUnknown());
                guess(mistyped);
                guess(mistyped.farthest());
            }
            if (isEmpty()) {
                guess(parts());
            }
        }

        /** Asks with other words in the place of those that were typed, where there are any. */
        private void guess(Guesses guesses) {
            if (isEmpty() && !guesses.isEmpty()) {
                queries = queries(false, guesses);
                ask(guesses.reach());
                lookAtCalls();
            }
        }

        private void note(Found one) {
            Rank rank = Rank.of(one, Objects.requireNonNull(queries.get(one.kind())));
            if (rank != null) {
                of(one.kind()).merge(one.id(), rank, Rank::better);
            }
        }

        private boolean isFull(Kind kind) {
            return of(kind).size() >= most;
        }

        private Map<Long, Rank> of(Kind kind) {
            return Objects.requireNonNull(found.get(kind));
        }

        /** The words on record that each word may be with one typing error. */
        private Guesses mistyped() {
            Map<String, Set<String>> others = new LinkedHashMap<>();
            words(Typos::mayBeIn).forEach(word -> others.put(word, Typos.around(word)));
            Set<String> all = others.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            all.addAll(others.keySet());
            Set<String> known = Set.copyOf(words.known(tenant, all));
            Map<String, List<String>> guesses = new HashMap<>();
            others.forEach((word, around) ->
                    guesses.put(word, around.stream().filter(known::contains).toList()));
            return new Guesses(Reach.Mistyped, guesses, known);
        }

        /** The words on record that have each word in their middle. */
        private Guesses parts() {
            Set<String> parts = words(SearchWordStore::isKept);
            List<String> around = words.around(tenant, parts, GUESSES);
            Map<String, List<String>> guesses = new HashMap<>();
            parts.forEach(word -> guesses.put(
                    word, around.stream().filter(one -> one.contains(word)).toList()));
            return new Guesses(Reach.Guess, guesses, Set.of());
        }

        private Set<String> words(Predicate<String> which) {
            return pieces.stream()
                    .flatMap(piece -> piece.words().stream())
                    .filter(word -> !SearchQuery.isCommon(word) && which.test(word))
                    .limit(GUESSED_WORDS)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private List<LineStore.Line> lines(Kind kind, Set<Long> ids) {
            return kind.isLive() ? calls.lines(kind, ids) : lines.of(kind, tenant, ids);
        }

        List<Ranked> ranked() {
            List<Ranked> all = new ArrayList<>();
            found.forEach((kind, ranks) -> lines(kind, ranks.keySet())
                    .forEach(line -> all.add(new Ranked(line, Objects.requireNonNull(ranks.get(line.id()))))));
            return all;
        }
    }
}
