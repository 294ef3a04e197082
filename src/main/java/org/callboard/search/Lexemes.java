package org.callboard.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.contactpoints.ContactOwner;

/**
 * The lexemes of the documents of one kind of records in one company. Kind and company stand in each of them, so that the
 * index goes straight to those of a company: {@code c1:smith} is a word of a customer of company 1, {@code c1:#4} one of
 * its unit, {@code c1:y:canada} of its country, {@code c1:p:9375552101} a number from one of its parts on, {@code
 * c1:r:1012555739} one from its end, {@code c1:e:} and {@code c1:x:} the same of an e-mail address.
 */
public final class Lexemes {

    /** As the database's function {@code contact_lexemes} writes what they stand before. */
    private static final String NUMBER = "p:";

    private static final String NUMBER_REVERSED = "r:";
    private static final String EMAIL = "e:";
    private static final String EMAIL_REVERSED = "x:";

    private static final String UNIT = "#";
    private static final String COUNTRY = "y:";

    private final String prefix;

    private Lexemes(String prefix) {
        this.prefix = prefix;
    }

    public static Lexemes of(ContactOwner kind, long tenant) {
        return new Lexemes(switch (kind) {
                    case customer -> "c";
                    case location -> "l";
                    case booking -> "b";
                    case lead -> "d";
                    case contact -> throw new IllegalArgumentException("a contact has no document");
                }
                + tenant + ":");
    }

    /** What all of them begin with. */
    String prefix() {
        return prefix;
    }

    /** A word of a name, street, city, state or ZIP; the weight of the field says in which it stands. */
    String word(String word) {
        return prefix + word;
    }

    /** A word of a field; those of units and countries say so themselves. */
    String word(Field field, String word) {
        return switch (field) {
            case UNIT -> prefix + UNIT + word;
            case COUNTRY -> prefix + COUNTRY + word;
            default -> word(word);
        };
    }

    /**
     * A lexeme as a tsquery asks for it.
     *
     * @param begins whether longer ones that begin so will do
     * @param weight which it must have, which the index alone can't tell; empty for any
     */
    static String asked(String lexeme, boolean begins, String weight) {
        String marks = (begins ? "*" : "") + weight;
        return quoted(lexeme) + (marks.isEmpty() ? "" : ":" + marks);
    }

    /** Digits with which a number begins, with or without its country and area code. */
    public String number(String digits) {
        return prefix + NUMBER + digits;
    }

    /** Digits with which a number ends. */
    public String numberEnding(String digits) {
        return prefix + NUMBER_REVERSED + reversed(digits);
    }

    /** What an e-mail address, the part of it behind a dot or its domain begins with. */
    public String email(String text) {
        return prefix + EMAIL + text;
    }

    /** What an e-mail address ends with. */
    public String emailEnding(String text) {
        return prefix + EMAIL_REVERSED + reversed(text);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** The lexemes of a record's words, each with the letters of the weights that it has: those of its fields. */
    public Map<String, String> weighted(Collection<Words.Word> words) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Words.Word word : words) {
            if (word.field() != Field.DOOR) {
                all.merge(
                        word(word.field(), word.text()),
                        word.field().weight,
                        (known, more) -> known.contains(more) ? known : known + more);
            }
        }
        return all;
    }

    /** The words of a record as PostgreSQL reads a tsvector. */
    String document(Collection<Words.Word> words) {
        return weighted(words).entrySet().stream()
                .map(lexeme -> quoted(lexeme.getKey()) + positions(lexeme.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Each weight has a position of its own: of two weights at one PostgreSQL keeps the higher alone. */
    private static String positions(String weights) {
        return weights.chars()
                .mapToObj(weight -> (weight - 'A' + 1) + Character.toString(weight))
                .collect(Collectors.joining(",", weights.isEmpty() ? "" : ":", ""));
    }

    /** A lexeme as it stands in the text of a tsvector or tsquery, whatever it holds. */
    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
