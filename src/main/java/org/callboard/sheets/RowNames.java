package org.callboard.sheets;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
 * @param commercial whether a company is named as such
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
        String parts = VisibleText.orNull(Stream.of(ImportField.firstName, ImportField.lastName)
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
        return new RowNames(whole == null ? person : whole, other ? person : null, false);
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(NO_LETTERS.split(name.toLowerCase(Locale.ROOT))));
    }
}
