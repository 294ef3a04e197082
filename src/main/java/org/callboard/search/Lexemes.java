package org.callboard.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.callboard.contactpoints.ContactOwner;

/**
 * The lexemes of the documents of one kind of records in one company. Kind and company stand in each of them, so that the
 * index goes straight to those of a company, and the field of a word: {@code c1:n:smith} is a word of the name of a customer
 * of company 1, {@code c1:c:dayton} of its city, {@code c1:#4} of its unit, {@code c1:p:9375552101} a number from one of its
 * parts on, {@code c1:r:1012555739} one from its end, {@code c1:e:} and {@code c1:x:} the same of an e-mail address. {@code
 * c1:@0} stands in the documents of all customers whose ids are in the first block of {@value #BLOCK}: so the first of very
 * many that have a word are found without the others.
 */
public final class Lexemes {

    /** As the database's function {@code contact_lexemes} writes what they stand before. */
    private static final String NUMBER = "p:";

    private static final String NUMBER_REVERSED = "r:";
    private static final String EMAIL = "e:";
    private static final String EMAIL_REVERSED = "x:";

    private static final String OF_BLOCK = "@";

    /** As many ids as the migration of the documents put into a block. */
    static final long BLOCK = 4096;

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

    /** Of what has no document in the database. */
    static Lexemes ofLive(long tenant) {
        return new Lexemes("w" + tenant + ":");
    }

    /** What all of them begin with. */
    String prefix() {
        return prefix;
    }

    /** A word of a field. */
    String word(Field field, String word) {
        return prefix + field.mark + word;
    }

    /**
     * A lexeme as a tsquery asks for it.
     *
     * @param begins whether longer ones that begin so will do
     */
    static String asked(String lexeme, boolean begins) {
        return quoted(lexeme) + (begins ? ":*" : "");
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

    /** Ids from one block to another, both included. */
    String blocks(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(block -> quoted(prefix + OF_BLOCK + block))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    /** The lexemes of a record's words and of its id, each once. */
    public Set<String> of(long id, Collection<Words.Word> words) {
        Set<String> all = new LinkedHashSet<>();
        for (Words.Word word : words) {
            if (Field.IN_DOCUMENTS.contains(word.field())) {
                all.add(word(word.field(), word.text()));
            }
        }
        all.add(prefix + OF_BLOCK + id / BLOCK);
        return all;
    }

    /** The same as PostgreSQL reads a tsvector. */
    String document(long id, Collection<Words.Word> words) {
        StringBuilder document = new StringBuilder(256);
        for (String lexeme : of(id, words)) {
            document.append(document.isEmpty() ? "" : " ").append(quoted(lexeme));
        }
        return document.toString();
    }

    /** A lexeme as it stands in the text of a tsvector or tsquery, whatever it holds. */
    static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
