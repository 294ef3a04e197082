package org.callboard.sheets;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Who a row is about.
 *
 * @param customer whom work is done for: the company where there is one
 * @param person who speaks for that company; null where nobody else is named
 * @param commercial whether it is a company: it is named as such, or somebody with no name in common speaks for it
 */
public record RowNames(@Nullable String customer, @Nullable String person, boolean commercial) {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The same names, those that are all in capitals as names usually are written. */
    public RowNames inNormalCase() {
        return new RowNames(
                customer == null ? null : NormalCase.of(customer),
                person == null ? null : NormalCase.of(person),
                commercial);
    }

    /** Whether one of them is all in capitals. */
    public boolean inCapitals() {
        return NormalCase.isCapitals(customer) || NormalCase.isCapitals(person);
    }

    /** Who is called. */
    public @Nullable String lead() {
        return person == null ? customer : person;
    }

    /** For whom that person speaks. */
    public @Nullable String companyOfLead() {
        return person == null ? null : customer;
    }

    /** Whether a text is one of the names, in whatever order of its words. */
    boolean names(String text) {
        return Stream.of(customer, person)
                .filter(Objects::nonNull)
                .anyMatch(name -> words(name).equals(words(text)));
    }

    static RowNames of(RowCells cells) {
        String company = cells.get(ImportField.company);
        String whole = cells.get(ImportField.name);
        String parts = VisibleText.orNull(Stream.of(ImportField.firstName, ImportField.middleName, ImportField.lastName)
                .map(cells::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
        String person = parts == null ? cells.get(ImportField.person) : parts;
        if (company != null) {
            String speaks = person == null ? whole : person;
            boolean other = speaks != null && !words(speaks).equals(words(company));
            return new RowNames(company, other ? speaks : null, true);
        }
        boolean other = whole != null && person != null && Collections.disjoint(words(whole), words(person));
        String name = whole == null || isPartOf(whole, parts) ? person : whole;
        return new RowNames(name, other ? person : null, other);
    }

    /** Whether the one that stands by itself leaves out what its parts say, such as the middle name. */
    private static boolean isPartOf(String whole, @Nullable String parts) {
        return parts != null
                && words(parts).size() > words(whole).size()
                && words(parts).containsAll(words(whole));
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(NO_LETTERS.split(name.toLowerCase(Locale.ROOT))));
    }

    /** Names that are all in capitals, as names usually are written. */
    public static final class NormalCase {

        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
        private static final Set<String> CAPITALS = Set.of(
                "LLC", "LLP", "LP", "PLLC", "PC", "PA", "USA", "US", "HVAC", "HOA", "II", "III", "IV", "VI", "VII");

        private NormalCase() {}

        /** Whether the text has at least two letters, and no small one. */
        public static boolean isCapitals(@Nullable String name) {
            return name != null
                    && name.codePoints().filter(Character::isUpperCase).count() > 1
                    && name.codePoints().noneMatch(Character::isLowerCase);
        }

        /** {@code O'BRIEN-SMITH III} as O'Brien-Smith III; any other text as it is. What nobody can know stays: Mcdonald. */
        public static String of(String name) {
            if (!isCapitals(name)) {
                return name;
            }
            Matcher word = WORD.matcher(name);
            StringBuilder usual = new StringBuilder();
            while (word.find()) {
                word.appendReplacement(usual, Matcher.quoteReplacement(usual(word.group(), name, word.start())));
            }
            return word.appendTail(usual).toString();
        }

        private static String usual(String word, String name, int start) {
            boolean possessive = word.equals("S") && start > 0 && "'’".indexOf(name.charAt(start - 1)) >= 0;
            if (possessive) {
                return "s";
            }
            if (CAPITALS.contains(word) || word.codePoints().anyMatch(Character::isDigit)) {
                return word;
            }
            int first = word.offsetByCodePoints(0, 1);
            return word.substring(0, first) + word.substring(first).toLowerCase(Locale.ROOT);
        }
    }
}
