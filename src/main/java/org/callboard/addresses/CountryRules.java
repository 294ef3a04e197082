package org.callboard.addresses;

import static org.callboard.addresses.AddressPart.State;
import static org.callboard.addresses.AddressPart.Zip;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs from country to country: what its addresses need, and how its postcodes are written. */
public final class CountryRules {

    static final String US = "us";
    static final String CANADA = "ca";
    private static final String BRITAIN = "gb";

    private static final Set<String> TERRITORIES = Set.of("as", "gu", "mp", "pr", "vi");
    private static final Set<String> PROVINCES =
            Set.of("ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt");

    /** Those that have a code of three letters too. */
    private static final Set<String> THREE_LETTERS = Set.of(Locale.getISOCountries());

    /** Of those that nobody knows it is not known that they need more than a street and a city. */
    private static final CountryRules UNKNOWN = new CountryRules("", Set.of(), null, "", "");

    private static final Map<String, CountryRules> BY_CODE = new HashMap<>();
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (String line : Synonyms.file("countries.tsv")) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                add(cells, cells[5].split("\\|"));
            }
        }
    }

    private final String code;
    private final Set<AddressPart> needs;
    private final @Nullable Pattern postcode;
    private final String example;
    private final String name;

    private CountryRules(String code, Set<AddressPart> needs, @Nullable Pattern postcode, String example, String name) {
        this.code = code;
        this.needs = needs;
        this.postcode = postcode;
        this.example = example;
        this.name = name;
    }

    /** A name that is also a state's, such as Georgia, stands for the state. */
    private static void add(String[] cells, String[] names) {
        String code = cells[0].toLowerCase(Locale.ROOT);
        Set<AddressPart> needs = Stream.of(cells[1].isEmpty() ? null : State, cells[2].isEmpty() ? null : Zip)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
        Pattern postcode = cells[3].isEmpty() ? null : Pattern.compile(cells[3]);
        BY_CODE.put(code, new CountryRules(code, needs, postcode, cells[4], names[0]));
        Stream.of(names)
                .map(CountryRules::words)
                .filter(words -> code.equals(Objects.requireNonNullElse(Synonyms.STATE.phrase(words), code)))
                .forEach(words -> CODES.put(words, code));
        CODES.put(code, code);
        if (THREE_LETTERS.contains(cells[0])) {
            CODES.put(Locale.of("", cells[0]).getISO3Country().toLowerCase(Locale.ROOT), code);
        }
    }

    /**
     * The rules of a country that somebody named, by a name or a code; a state stands for its country.
     *
     * @param otherwise the country where none was named, such as {@code US}; null where it is not known
     */
    public static CountryRules of(@Nullable String country, @Nullable String otherwise) {
        String named = country == null ? "" : words(country);
        if (named.isEmpty()) {
            return otherwise == null || words(otherwise).isEmpty() ? UNKNOWN : of(otherwise, null);
        }
        return BY_CODE.getOrDefault(codeOf(named), UNKNOWN);
    }

    /** The same where a postcode may say it too, when its form is that of one country alone; a country that was named goes first. */
    public static CountryRules of(@Nullable String country, String zip, @Nullable String otherwise) {
        boolean named = country != null && !words(country).isEmpty();
        return of(named ? country : ofPostcode(plain(zip)), otherwise);
    }

    /** The two letters of ISO 3166, in lower case, that its addresses are compared by; empty where it is not known. */
    public String code() {
        return TERRITORIES.contains(code) ? US : code;
    }

    /** Its name in English; empty where it is not known. */
    public String name() {
        return name;
    }

    public boolean isKnown() {
        return !code.isEmpty();
    }

    /** The state that is said by the country alone, such as {@code PR}; null elsewhere. */
    public @Nullable String onlyState() {
        return TERRITORIES.contains(code) ? code.toUpperCase(Locale.ROOT) : null;
    }

    /** Whether an address there is not whole without a part. Street, city and country are needed everywhere. */
    public boolean needs(AddressPart part) {
        return switch (part) {
            case Street, City, Country -> true;
            case Unit -> false;
            case State, Zip -> needs.contains(part);
        };
    }

    /** A postcode of the country, to show how they are written; empty where it has none. */
    public String examplePostcode() {
        return example;
    }

    /** Whether a text may be a postcode of the country, however it is spaced. Where none are known, any may. */
    public boolean isPostcode(String text) {
        if (postcode == null || matches(text)) {
            return true;
        }
        String key = plain(text).toUpperCase(Locale.ROOT);
        String bare = key.replaceFirst("^\\p{L}+(?=\\d)", "");
        return Stream.of(key, bare, code.toUpperCase(Locale.ROOT) + bare)
                .anyMatch(form -> matches(form) || parted(form, '-') != null || parted(form, ' ') != null);
    }

    private boolean matches(String text) {
        return postcode != null && postcode.matcher(text).matches();
    }

    /** With a sign at the one place where a postcode of the country may have it; null where it has none. */
    private @Nullable String parted(String key, char sign) {
        for (int at = 1; at < key.length(); at++) {
            String parted = key.substring(0, at) + sign + key.substring(at);
            if (matches(parted)) {
                return parted;
            }
        }
        return null;
    }

    private String standard(String zip) {
        String key = plain(zip).toUpperCase(Locale.ROOT);
        if (code().equals(US)) {
            return key.matches("[0-9]{9}") ? key.substring(0, 5) + "-" + key.substring(5) : zip;
        }
        String parted =
                example.indexOf('-') > 0 ? parted(key, '-') : example.indexOf(' ') > 0 ? parted(key, ' ') : null;
        return parted != null ? parted : matches(key) ? key : zip;
    }

    /** The code of a country that somebody named; the words themselves where it is not known, null where none was named. */
    static @Nullable String code(@Nullable String country) {
        String named = country == null ? "" : words(country);
        if (named.isEmpty()) {
            return null;
        }
        String code = codeOf(named);
        return TERRITORIES.contains(code) ? US : code;
    }

    private static String codeOf(String named) {
        String code = CODES.get(named);
        if (code != null) {
            return code;
        }
        String state = named.length() > 2 ? Synonyms.STATE.phrase(named) : null;
        return state == null ? named : PROVINCES.contains(state) ? CANADA : US;
    }

    private static String words(String text) {
        List<String> words = TextNormalizer.words(text);
        return words.stream()
                .filter(word -> words.size() == 1 || !word.equals("and") && !word.equals("the"))
                .collect(Collectors.joining(" "));
    }

    /** The country that a postcode can only belong to; null where its form does not say it. */
    static @Nullable String ofPostcode(String key) {
        if (key.isEmpty() || !Character.isLetter(key.charAt(0))) {
            return null;
        }
        String form = key.toUpperCase(Locale.ROOT);
        return Stream.of(CANADA, BRITAIN)
                .filter(code -> BY_CODE.getOrDefault(code, UNKNOWN).matches(form))
                .findFirst()
                .orElse(null);
    }

    /**
     * A postcode as it is compared: whole, without blanks and in lower case; of those of the United States the first five
     * digits. Empty where there is none.
     */
    static String postcode(@Nullable String zip, @Nullable String country) {
        if (zip == null) {
            return "";
        }
        String key = plain(zip);
        boolean american = country == null || country.equals(US);
        return american && key.length() == 9 && TextNormalizer.isNumber(key) ? key.substring(0, 5) : key;
    }

    /** Its letters and digits, in lower case. */
    private static String plain(String zip) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < zip.length(); i++) {
            if (Character.isLetterOrDigit(zip.charAt(i))) {
                key.append(Character.toLowerCase(zip.charAt(i)));
            }
        }
        return key.toString();
    }

    /** A postcode as its country writes it; as it is where it does not have that form. */
    static String standardPostcode(String zip, @Nullable String country) {
        return zip.isEmpty() || country == null
                ? zip
                : BY_CODE.getOrDefault(country, UNKNOWN).standard(zip);
    }
}
