package org.callboard.addresses;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What differs from country to country: its code, and how its postcodes are written. */
final class CountryRules {

    static final String US = "us";
    static final String CANADA = "ca";
    private static final String BRITAIN = "gb";

    private static final Pattern CANADIAN = Pattern.compile("[a-z][0-9][a-z][0-9][a-z][0-9]");
    private static final Pattern BRITISH = Pattern.compile("[a-z]{1,2}[0-9][0-9a-z]?[0-9][a-z]{2}");

    private CountryRules() {}

    /** The code of a country that somebody named; the words themselves where it is not known, null where none was named. */
    static @Nullable String code(@Nullable String country) {
        List<String> words = country == null ? List.of() : TextNormalizer.words(country);
        if (words.isEmpty()) {
            return null;
        }
        String named = String.join(" ", words);
        String code = Synonyms.COUNTRY.phrase(named);
        if (code != null) {
            return code;
        }
        return named.length() > 2 && Synonyms.STATE.phrase(named) != null ? US : named;
    }

    /** The country that a postcode can only belong to; null where its form does not say it. */
    static @Nullable String ofPostcode(String key) {
        if (CANADIAN.matcher(key).matches()) {
            return CANADA;
        }
        return BRITISH.matcher(key).matches() ? BRITAIN : null;
    }

    /**
     * A postcode as it is compared: whole, without blanks and in lower case; of those of the United States the first five
     * digits. Empty where there is none.
     */
    static String postcode(@Nullable String zip, @Nullable String country) {
        if (zip == null) {
            return "";
        }
        StringBuilder key = new StringBuilder();
        boolean digits = true;
        for (int i = 0; i < zip.length(); i++) {
            char c = zip.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
                digits &= c >= '0' && c <= '9';
            }
        }
        boolean american = country == null || country.equals(US);
        return american && digits && key.length() == 9 ? key.substring(0, 5) : key.toString();
    }

    /** A postcode as its country writes it; as it is where it does not have that form. */
    static String standardPostcode(String zip, @Nullable String country) {
        if (US.equals(country) && zip.length() == 5) {
            return zip;
        }
        String key = zip.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        boolean parted = CANADA.equals(country) && CANADIAN.matcher(key).matches()
                || BRITAIN.equals(country) && BRITISH.matcher(key).matches();
        if (parted) {
            int inward = key.length() - 3;
            return (key.substring(0, inward) + " " + key.substring(inward)).toUpperCase(Locale.ROOT);
        }
        if (US.equals(country) && key.matches("[0-9]{9}")) {
            return key.substring(0, 5) + "-" + key.substring(5);
        }
        return zip;
    }
}
