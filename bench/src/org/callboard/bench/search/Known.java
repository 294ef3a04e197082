package org.callboard.bench.search;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.callboard.bench.search.Kind.Of;
import org.jspecify.annotations.Nullable;

/**
 * A customer on record, or a location that is somewhere else than its customer, of whom something is typed.
 *
 * @param owner the name of the customer, which is the own one of a customer
 * @param phone as it was typed; null where there is none, as with the unit and the e-mail address
 */
record Known(
        Of of,
        long id,
        String name,
        String owner,
        String street,
        @Nullable String unit,
        String city,
        String state,
        String zip,
        @Nullable String phone,
        @Nullable String email) {

    String first() {
        return name.split(" ")[0];
    }

    String last() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The ten digits of the number, without the country's and without an extension. */
    @Nullable
    String digits() {
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceFirst(" ext.*", "").replaceAll("[^0-9]", "");
        return digits.length() < 10 ? null : digits.substring(digits.length() - 10);
    }

    /** The last digits of the number; null where there is none. */
    @Nullable
    String lastDigits(int count) {
        String digits = digits();
        return digits == null ? null : digits.substring(10 - count);
    }

    /** The house number and the street without the word that says of which kind it is. */
    String door() {
        String[] words = street.split(" ");
        return words.length < 3
                ? street
                : Arrays.stream(words).limit(words.length - 1).collect(Collectors.joining(" "));
    }

    /** The longest word of the street. */
    String streetWord() {
        return Arrays.stream(street.split(" "))
                .skip(1)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse(street);
    }
}
