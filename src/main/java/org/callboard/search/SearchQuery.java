package org.callboard.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Synonyms;
import org.callboard.matches.Nicknames;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as the documents of one kind of records in one company are asked for it. Each piece stands for several
 * lexemes, its readings, one of which a document must have; all pieces must be found.
 */
final class SearchQuery {

    /** How far a reading is from what was typed; each is asked for where the ones before leave room. */
    enum Reach {
        Whole,
        Beginning,
        Nickname,
        /** A word with a typing error in it, where nothing fits. */
        Mistyped,
        /** What else may have been meant: a word that has it in its middle, the area of a number. */
        Guess
    }

    /**
     * A lexeme that a piece may stand for.
     *
     * @param field where it stands; null for a part of a contact
     * @param begins whether any lexeme that begins so will do
     * @param broad whether very many documents have it
     */
    record Reading(@Nullable Field field, String lexeme, boolean begins, boolean broad, Reach reach) {

        private boolean isWithin(Reach farthest) {
            return reach.compareTo(farthest) <= 0;
        }

        boolean fits(String other) {
            return begins ? other.startsWith(lexeme) : other.equals(lexeme);
        }
    }

    /**
     * A piece with its readings.
     *
     * @param words for each of its words
     * @param contacts as a part of a number or an e-mail address
     */
    record Piece(Typed typed, List<List<Reading>> words, List<Reading> contacts) {}

    /**
     * What may have been meant where nothing fits.
     *
     * @param reach how far that is from what was typed
     * @param words the words on record that each of the typed ones may stand for; may lack words
     * @param known words that are on record as they were typed, among others: those are no beginnings of others then
     */
    record Guesses(Reach reach, Map<String, List<String>> words, Set<String> known) {

        static final Guesses NONE = new Guesses(Reach.Guess, Map.of(), Set.of());

        boolean isEmpty() {
            return words.values().stream().allMatch(List::isEmpty);
        }

        /** The same for those words alone that nobody has. */
        Guesses ofUnknown() {
            Map<String, List<String>> unknown = new HashMap<>(words);
            unknown.keySet().removeAll(known);
            return new Guesses(reach, unknown, known);
        }

        /** The same beside all else that may have been meant. */
        Guesses farthest() {
            return new Guesses(Reach.Guess, words, known);
        }

        private List<String> of(String word) {
            return words.getOrDefault(word, List.of());
        }

        private boolean mayBegin(String word, boolean last) {
            return !known.contains(word) && (last || of(word).isEmpty());
        }
    }

    /** Beginnings so short are those of a great part of all words. */
    static final int SHORT = 2;

    /** The same where nothing else was typed. */
    private static final int SHORT_ALONE = 3;

    /** Shorter beginnings are those of too many words that stand for others. */
    private static final int SHORTEST_ABBREVIATION = 2;

    /** Fewer digits begin or end the numbers of very many. */
    private static final int TELLING_DIGITS = 4;

    private static final int WHOLE_NUMBER = 7;

    private final Lexemes lexemes;
    private final Guesses guesses;
    private final boolean settled;
    private final boolean alone;
    private final boolean numbersAlone;

    final List<Piece> pieces;

    /**
     * @param settled whether whole words found something: then the last piece alone may be the beginning of another
     */
    SearchQuery(Lexemes lexemes, List<Typed> typed, boolean settled, Guesses guesses) {
        this.lexemes = lexemes;
        this.guesses = guesses;
        this.settled = settled;
        this.alone = typed.size() == 1;
        this.numbersAlone = typed.stream().allMatch(piece -> piece.digits() != null);
        this.pieces = typed.stream()
                .map(piece -> new Piece(
                        piece,
                        piece.words().stream()
                                .map(word -> readings(piece, word))
                                .toList(),
                        contacts(piece)))
                .toList();
    }

    private List<Reading> readings(Typed piece, String word) {
        Set<Reading> all = new LinkedHashSet<>();
        add(all, word, false, isCommon(word), Reach.Whole);
        for (Field field : Field.IN_DOCUMENTS) {
            Synonyms synonyms = field.synonyms();
            add(all, field, synonyms.contains(word) ? synonyms.kept(word) : List.of(), Reach.Whole);
        }
        // a letter alone is an initial, though W means West too
        boolean initial = word.length() == 1;
        if (!piece.whole(word)
                && guesses.mayBegin(word, piece.open())
                && (initial || (piece.open() || !settled) && (alone || !Synonyms.STREET.meansCommon(word)))) {
            add(all, word, true, word.length() <= (alone ? SHORT_ALONE : SHORT), Reach.Beginning);
            if (word.length() >= SHORTEST_ABBREVIATION) {
                for (Field field : Field.IN_DOCUMENTS) {
                    add(all, field, field.synonyms().standingIn(word), Reach.Beginning);
                }
            }
        }
        add(all, Field.NAME, Nicknames.ALL.of(word), Reach.Nickname);
        guesses.of(word).forEach(guess -> add(all, guess, false, false, guesses.reach));
        return List.copyOf(all);
    }

    /** Whether a whole company may have it: the word for a state or a country, or for a kind of street. */
    static boolean isCommon(String word) {
        return Synonyms.STATE.contains(word) || Synonyms.COUNTRY.contains(word) || Synonyms.STREET.meansCommon(word);
    }

    /** Whether a word is never a short or another form of others. */
    static boolean standsForItself(String word) {
        return Nicknames.ALL.of(word).isEmpty()
                && Field.IN_DOCUMENTS.stream()
                        .map(Field::synonyms)
                        .noneMatch(synonyms -> synonyms.contains(word)
                                || !synonyms.standingIn(word).isEmpty());
    }

    private void add(Set<Reading> all, String word, boolean begins, boolean broad, Reach reach) {
        for (Field field : Field.IN_DOCUMENTS) {
            all.add(new Reading(field, lexemes.word(field, word), begins, broad, reach));
        }
    }

    private void add(Set<Reading> all, Field field, Collection<String> words, Reach reach) {
        for (String word : words) {
            all.add(new Reading(field, lexemes.word(field, word), false, isCommon(word), reach));
        }
    }

    private List<Reading> contacts(Typed piece) {
        List<Reading> all = new ArrayList<>();
        String digits = piece.digits();
        if (digits != null) {
            boolean broad = digits.length() < TELLING_DIGITS;
            if (broad && settled && !piece.open()) {
                return all;
            }
            // three digits before words are those of a house, and seldom an area
            Reach reach = !broad ? Reach.Whole : piece.open() || numbersAlone ? Reach.Beginning : Reach.Guess;
            all.add(new Reading(null, lexemes.number(digits), true, broad, reach));
            all.add(new Reading(null, lexemes.numberEnding(digits), true, broad, reach));
            // who gives a whole number may say the zero that is dialed before it
            String national = digits.length() < WHOLE_NUMBER ? "" : digits.replaceFirst("^0+", "");
            if (!national.equals(digits) && !national.isEmpty()) {
                all.add(new Reading(null, lexemes.number(national), true, broad, reach));
            }
        }
        String email = piece.email();
        if (email != null) {
            boolean parted = email.contains(".") || email.contains("@");
            all.add(new Reading(null, lexemes.email(email), true, false, parted ? Reach.Whole : Reach.Beginning));
            if (parted) {
                all.add(new Reading(null, lexemes.emailEnding(email), true, false, Reach.Whole));
            }
        }
        return all;
    }

    /** The text of the tsquery for all readings as far as that; null where a piece has none. */
    @Nullable
    String text(Reach reach) {
        List<String> all = pieces.stream().map(piece -> text(reach, piece)).toList();
        return all.contains("") ? null : String.join(" & ", all);
    }

    /**
     * The same without the words whose beginnings very many lexemes have, since each of these would be gathered; empty where
     * no piece is one that few documents have. What is common as a word is in it: the index skips through those.
     */
    String narrow(Reach reach) {
        if (pieces.stream().noneMatch(piece -> isTelling(reach, piece))) {
            return "";
        }
        return pieces.stream()
                .map(piece -> narrow(reach, piece))
                .filter(Objects::nonNull)
                .map(piece -> text(reach, piece))
                .collect(Collectors.joining(" & "));
    }

    /** Whether each word is one or two letters: the first records have such a one, or hardly any has. */
    boolean isShort() {
        return pieces.stream()
                .allMatch(piece -> piece.contacts.isEmpty()
                        && piece.typed.words().stream().allMatch(word -> word.length() <= SHORT));
    }

    /** Whether few documents have it: one of its words, where it is words, and what it is of a contact. */
    private static boolean isTelling(Reach reach, Piece piece) {
        return (piece.words.isEmpty()
                        || piece.words.stream()
                                .anyMatch(word -> within(reach, word).noneMatch(Reading::broad)))
                && within(reach, piece.contacts).noneMatch(Reading::broad);
    }

    /** A piece without those of its words that begin very many others; null where nothing of it is left to be asked for. */
    private static @Nullable Piece narrow(Reach reach, Piece piece) {
        Predicate<List<Reading>> gathers =
                readings -> within(reach, readings).anyMatch(reading -> reading.broad && reading.begins);
        List<List<Reading>> words =
                piece.words.stream().filter(Predicate.not(gathers)).toList();
        return words.isEmpty() && !piece.words.isEmpty() || gathers.test(piece.contacts)
                ? null
                : new Piece(piece.typed, words, piece.contacts);
    }

    private static Stream<Reading> within(Reach reach, List<Reading> readings) {
        return readings.stream().filter(reading -> reading.isWithin(reach));
    }

    private static String text(Reach reach, Piece piece) {
        List<String> ways = new ArrayList<>();
        if (!piece.words.isEmpty()) {
            ways.add(piece.words.stream()
                    .map(readings -> any(upTo(reach, readings)))
                    .collect(Collectors.joining(" & ", "(", ")")));
        }
        List<Reading> contacts = upTo(reach, piece.contacts);
        if (!contacts.isEmpty()) {
            ways.add(any(contacts));
        }
        return ways.isEmpty() ? "" : ways.stream().collect(Collectors.joining(" | ", "(", ")"));
    }

    /** The text of the tsquery for any of the words in a name; empty where there are no words, or numbers alone. */
    String inNames(Reach reach) {
        if (numbersAlone) {
            return "";
        }
        return pieces.stream()
                .flatMap(piece -> piece.words.stream())
                .map(readings -> any(upTo(reach, readings).stream()
                        .filter(reading -> reading.field == Field.NAME)
                        .toList()))
                .collect(Collectors.joining(" | "));
    }

    private static String any(List<Reading> readings) {
        return readings.stream()
                .map(reading -> Lexemes.asked(reading.lexeme, reading.begins))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    /** Without those whose beginning is asked for too. */
    private static List<Reading> upTo(Reach reach, List<Reading> readings) {
        List<Reading> near = within(reach, readings).toList();
        return near.stream()
                .filter(one ->
                        near.stream().noneMatch(other -> other.begins && !other.equals(one) && other.fits(one.lexeme)))
                .toList();
    }
}
