package org.callboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.OneLineAddress;
import org.callboard.addresses.Synonyms;
import org.callboard.addresses.TextNormalizer;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.contactpoints.PhoneSearch;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * With whom the form of a new customer, lead or job starts: what was looked for in vain, told apart into the fields of these
 * forms. What was not said is null. It travels in the address of the form.
 */
public record NewPerson(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip) {

    public static final NewPerson NOBODY = new NewPerson(null, null, null, null, null, null, null, null);

    /** Fewer are half a number, an id or a house. */
    private static final int FEWEST_DIGITS = 7;

    private static final Pattern EDGES = Pattern.compile("^[\\s,;:<>\"“”()-]+|[\\s,;:<>\"“”(-]+$");
    private static final Pattern ZIP = Pattern.compile("\\d{5}(?:-\\d{4})?");
    private static final Pattern FIGURES = Pattern.compile("[+(]?\\d[\\d\\s().+/-]{4,}");

    /** A house number with a word behind it, or a box. */
    private static final Pattern PLACE =
            Pattern.compile("\\d\\S*\\s+\\S*\\p{L}.*|p\\.?\\s?o\\.?\\s?box\\b.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEHIND_NAME = Pattern.compile("(\\D*?\\p{L}\\S*)[\\s,]+(\\d\\S*\\s+\\S*\\p{L}.*)");

    /**
     * What the search box says of somebody.
     *
     * @param region the country of numbers without a country code, such as {@code US}
     */
    public static NewPerson of(String typed, String region) {
        String rest = VisibleText.clean(typed);
        if (ZIP.matcher(rest).matches()) {
            return new NewPerson(null, null, null, null, null, null, null, rest);
        }
        if (FIGURES.matcher(rest).matches()) {
            return new NewPerson(null, rest, null, null, null, null, null, null);
        }
        String phone = null;
        String email = null;
        for (NormalizedContact one :
                ContactParser.of(ContactType.Phone, rest, region).all()) {
            boolean mail = one.kind() == ContactType.Email;
            if (mail && email == null) {
                email = one.typed();
                rest = rest.replace(email, " ");
            } else if (!mail && phone == null && one.isWhole() && isNumber(one.typed())) {
                phone = one.typed();
                rest = rest.replace(phone, " ");
            }
        }
        if (email == null && rest.contains("@") && rest.indexOf(' ') < 0) {
            return new NewPerson(null, phone, rest, null, null, null, null, null);
        }
        return placed(tidy(rest)).with(phone, email);
    }

    private static boolean isNumber(String typed) {
        return PhoneSearch.digits(typed).length() >= FEWEST_DIGITS
                || typed.chars().anyMatch(Character::isLetter);
    }

    private static NewPerson placed(String text) {
        if (PLACE.matcher(text).matches()) {
            return at("", text);
        }
        Matcher both = BEHIND_NAME.matcher(text);
        return both.matches() && isPlainlyStreet(both.group(2))
                ? at(both.group(1), both.group(2))
                : new NewPerson(VisibleText.orNull(text), null, null, null, null, null, null, null);
    }

    /** {@code Studio 54 Bar} is a name. */
    private static boolean isPlainlyStreet(String text) {
        return TextNormalizer.words(text).stream()
                .anyMatch(word -> Synonyms.STREET.kept(word).stream().anyMatch(Synonyms.STREET::isCommon));
    }

    private static NewPerson at(String name, String place) {
        @Nullable String who = VisibleText.orNull(tidy(name));
        Address whole = OneLineAddress.part(place);
        if (whole != null) {
            return new NewPerson(
                    who, null, null, whole.street(), whole.unit(), whole.city(), whole.state(), whole.zip());
        }
        int comma = place.indexOf(',');
        String street = tidy(comma < 0 ? place : place.substring(0, comma));
        List<String> behind = comma < 0
                ? List.of()
                : Arrays.stream(place.substring(comma + 1).split("[\\s,]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        String zip = null;
        String state = null;
        if (!behind.isEmpty() && ZIP.matcher(behind.getLast()).matches()) {
            zip = behind.getLast();
            behind = behind.subList(0, behind.size() - 1);
        }
        if (!behind.isEmpty()
                && Synonyms.STATE.phrase(
                                TextNormalizer.words(behind.getLast()).stream().collect(Collectors.joining(" ")))
                        != null) {
            state = behind.getLast();
            behind = behind.subList(0, behind.size() - 1);
        }
        return new NewPerson(who, null, null, street, null, VisibleText.orNull(String.join(" ", behind)), state, zip);
    }

    private NewPerson with(@Nullable String number, @Nullable String mail) {
        return new NewPerson(name, number, mail, street, unit, city, state, zip);
    }

    private static String tidy(String text) {
        return EDGES.matcher(text.replaceAll("\\s+", " ")).replaceAll("");
    }

    /** The form of a new customer that starts so. */
    public String customer() {
        return "/customers/new" + query();
    }

    /** The booking form that starts so. */
    public String job() {
        return "/jobs/new" + query();
    }

    /** The form of a new lead that starts so. */
    public String lead() {
        return "/leads/new" + query();
    }

    private String query() {
        String query = fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + UriUtils.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "name", name);
        put(fields, "phone", phone);
        put(fields, "email", email);
        put(fields, "street", street);
        put(fields, "unit", unit);
        put(fields, "city", city);
        put(fields, "state", state);
        put(fields, "zip", zip);
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        String seen = VisibleText.orNull(value);
        if (seen != null) {
            fields.put(field, seen);
        }
    }

    /** What the form starts with, for people: {@code name Ada Oaks, phone 937-555-0142}; empty for nothing. */
    public String words() {
        String place = Stream.of(street, unit, city, state, zip)
                .filter(VisibleText::in)
                .collect(Collectors.joining(", "));
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "name", name);
        put(parts, "phone", phone);
        put(parts, "e-mail", email);
        put(parts, "address", place);
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
