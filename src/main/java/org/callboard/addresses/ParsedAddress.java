package org.callboard.addresses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** A postal address in its parts, to compare it with others however they are written. {@link AddressParser} makes it. */
public final class ParsedAddress {

    /** How mail is delivered there. */
    public enum Kind {
        Street,
        POBox,
        RuralRoute,
        HighwayContract,
        Military,
        GeneralDelivery
    }

    /** The address as it was given; empty is what was not. */
    record Typed(String street, @Nullable String unit, String city, String state, String zip, String country) {}

    private static final Set<String> MILITARY_STATES = Set.of("aa", "ae", "ap");
    private static final Set<String> MILITARY_PLACES = Set.of("apo", "fpo", "dpo");

    private final Kind kind;
    private final Typed typed;
    private final @Nullable DeliveryBox box;
    private final @Nullable Door door;
    private final StreetName name;
    private final List<UnitPart> units;
    private final String rest;
    private final String postcode;
    private final @Nullable String country;

    ParsedAddress(
            Kind kind,
            Typed typed,
            @Nullable DeliveryBox box,
            @Nullable Door door,
            StreetName name,
            List<UnitPart> units,
            String rest,
            String postcode,
            @Nullable String country) {
        this.kind = kind;
        this.typed = typed;
        this.box = box;
        this.door = door;
        this.name = name;
        this.units = units;
        this.rest = rest;
        this.postcode = postcode;
        this.country = country;
    }

    public Kind kind() {
        return kind;
    }

    /** The postcode as it is compared, such as {@code 45402} and {@code k1a0b1}; empty where there is none. */
    public String postcode() {
        return postcode;
    }

    /** The postcode as its country writes it. */
    public String standardPostcode() {
        return CountryRules.standardPostcode(VisibleText.strip(typed.zip), country);
    }

    /** Words that its street is asked for by, whichever name of a numbered road it has: {@code SR 48} is a State Route. */
    public List<String> otherNames() {
        return name.road() == null ? List.of() : name.road().names();
    }

    /** Whether it says where in the country it is; without that it can't be compared. */
    public boolean hasPlace() {
        return !postcode.isEmpty() || !city().isEmpty();
    }

    /** The words of the city as they are compared. */
    public List<String> city() {
        return cityWords(typed.city);
    }

    /** The words of a city's name as they are compared: {@code St} and {@code Saint} are one. */
    public static List<String> cityWords(String city) {
        return TextNormalizer.words(city).stream()
                .map(word -> Synonyms.CITY.kept(word).iterator().next())
                .toList();
    }

    /** A number with a word of its street, by which tables find what may be the same; empty without either. */
    public List<String> doors() {
        if (box != null) {
            return box.doors();
        }
        if (door == null) {
            return List.of();
        }
        return (name.road() == null ? name.telling() : Stream.of(name.road().number()))
                .map(word -> door.first() + " " + word)
                .distinct()
                .toList();
    }

    /** Whether another may be in the same place, by postcode or city; without reading its street. */
    public boolean isInSamePlace(Address other) {
        return isInSamePlace(other.city(), other.state(), other.zip(), other.country());
    }

    /** What it has in common with another; without a place in either, or with a street in one alone, they are two. */
    public Likeness compare(Address other) {
        return isInSamePlace(other) ? compareStreet(AddressParser.parse(other)) : Likeness.Different;
    }

    public Likeness compare(ParsedAddress other) {
        Typed there = other.typed;
        return isInSamePlace(there.city, there.state, there.zip, there.country)
                ? compareStreet(other)
                : Likeness.Different;
    }

    /** What the houses have in common, whichever units are named. */
    public Likeness compareHouse(ParsedAddress other) {
        Typed there = other.typed;
        return isInSamePlace(there.city, there.state, there.zip, there.country) ? house(other) : Likeness.Different;
    }

    private Likeness compareStreet(ParsedAddress other) {
        Likeness house = house(other);
        if (house == Likeness.Different || box != null) {
            return house;
        }
        // whoever does not name the unit may mean the whole house
        return units.isEmpty() || other.units.isEmpty() ? house : house.and(compareUnits(other));
    }

    private Likeness house(ParsedAddress other) {
        if (box != null || other.box != null) {
            return box != null && box.equals(other.box) ? Likeness.Same : Likeness.Different;
        }
        String here = door == null ? "" : door.key();
        if (!here.equals(other.door == null ? "" : other.door.key())) {
            return Likeness.Different;
        }
        Likeness likeness = name.compare(other.name);
        return likeness == Likeness.Different ? likeness : likeness.and(compareRest(other));
    }

    /**
     * Whether two addresses of one house name one unit of it, or neither names any. It is only possible where one of them
     * does not say.
     */
    public Likeness compareUnits(ParsedAddress other) {
        if (units.isEmpty() && other.units.isEmpty()) {
            return Likeness.Same;
        }
        Map<String, String> here = byLevel();
        Map<String, String> there = other.byLevel();
        Set<String> both = new LinkedHashSet<>(here.keySet());
        both.retainAll(there.keySet());
        if (both.isEmpty()) {
            return Likeness.Possible;
        }
        return both.stream().allMatch(level -> here.getOrDefault(level, "").equals(there.get(level)))
                ? Likeness.Same
                : Likeness.Different;
    }

    private Map<String, String> byLevel() {
        Map<String, String> keys = new HashMap<>();
        units.forEach(part -> keys.merge(part.level(), part.key(), (one, more) -> one + " " + more));
        return keys;
    }

    private Likeness compareRest(ParsedAddress other) {
        boolean differs = !rest.isEmpty()
                && !other.rest.isEmpty()
                && !TextNormalizer.words(rest).equals(TextNormalizer.words(other.rest));
        return differs ? Likeness.Possible : Likeness.Same;
    }

    private boolean isInSamePlace(String city, String state, String zip, String otherCountry) {
        String code = CountryRules.code(otherCountry);
        String there = CountryRules.postcode(zip, code);
        String known = code == null ? CountryRules.ofPostcode(there) : code;
        if (country != null && known != null && !country.equals(known)) {
            return false;
        }
        if (!postcode.isEmpty() && !there.isEmpty()) {
            return postcode.equals(there);
        }
        String own = stateKey(typed.state);
        String other = stateKey(state);
        return VisibleText.in(typed.city)
                && city().equals(cityWords(city))
                && (own.isEmpty() || other.isEmpty() || own.equals(other));
    }

    /** What all names of a state have in common, such as {@code oh} for Ohio; the words in small letters where it is none. */
    public static String stateKey(String state) {
        return String.join(" ", Synonyms.STATE.keptForPhrase(TextNormalizer.words(state)));
    }

    static boolean isMilitary(Typed typed) {
        return MILITARY_STATES.contains(VisibleText.strip(typed.state).toLowerCase(Locale.ROOT))
                || MILITARY_PLACES.contains(VisibleText.strip(typed.city).toLowerCase(Locale.ROOT));
    }

    /** What all addresses have in common, and no others, that are written alike in the standard form. */
    public String standardKey() {
        return key(units);
    }

    /** The same of addresses in one house, whichever unit they name. */
    public String houseKey() {
        return key(List.of());
    }

    private String key(List<UnitPart> units) {
        Collection<String> all = new ArrayList<>();
        all.add(box == null ? "" : box.standard());
        all.add(door == null ? "" : door.key());
        all.add(name.key());
        all.add(units.stream()
                .map(part -> part.level() + ":" + part.key())
                .sorted()
                .collect(Collectors.joining(" ")));
        all.add(String.join(" ", TextNormalizer.words(rest)));
        all.add(postcode.isEmpty() ? String.join(" ", city()) + "," + stateKey(typed.state) : postcode);
        all.add(country == null ? "" : country);
        return String.join("/", all);
    }

    /**
     * The address as its country writes it. Of the United States it is the form of USPS Publication 28 in the usual case;
     * elsewhere the street stays as it was given.
     */
    public Address standard() {
        boolean american = country == null || country.equals(CountryRules.US);
        String street = american ? standardStreet() : VisibleText.strip(typed.street);
        String state = stateKey(typed.state);
        return new Address(
                street,
                american ? standardUnit() : typed.unit,
                american ? LetterCase.usual(VisibleText.strip(typed.city)) : VisibleText.strip(typed.city),
                state.length() == 2 && VisibleText.in(typed.state)
                        ? state.toUpperCase(Locale.ROOT)
                        : VisibleText.strip(typed.state),
                standardPostcode(),
                VisibleText.strip(typed.country));
    }

    private String standardStreet() {
        if (box != null) {
            return box.standard();
        }
        boolean oneCase = LetterCase.isOne(typed.street);
        String number = door == null ? "" : door.standard(oneCase);
        String line = Stream.of(number, name.standard(oneCase))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? line : line.isEmpty() ? rest : line + ", " + rest;
    }

    private @Nullable String standardUnit() {
        boolean free = units.stream().anyMatch(part -> part.designator().isEmpty());
        return units.isEmpty()
                ? null
                : units.stream().map(UnitPart::standard).collect(Collectors.joining(free ? ", " : " "));
    }
}
