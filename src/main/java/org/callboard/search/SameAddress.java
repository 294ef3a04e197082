package org.callboard.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;

/**
 * An address to compare others with, however they are written. A direction or kind of street that only one of the two
 * names makes no difference, nor does a unit; {@code Oak St} and {@code Oak Ave} are two.
 */
record SameAddress(Set<String> names, Set<String> common, List<String> unit, List<String> zip, List<String> city) {

    static SameAddress of(@Nullable String street, @Nullable String unit, @Nullable String city, @Nullable String zip) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> common = new LinkedHashSet<>();
        for (String word : Words.keptOfStreet(Words.street(orEmpty(street)))) {
            (Families.STREET.isCommon(word) ? common : names).add(word);
        }
        return new SameAddress(
                names,
                common,
                Words.unit(unit),
                TextNormalizer.words(orEmpty(zip)),
                TextNormalizer.words(orEmpty(city)));
    }

    /** A number with a word of the street, by which the tables find what may be the same; empty without either. */
    List<String> doors() {
        return Words.doors(List.copyOf(names), names);
    }

    /** A word that the place of every such address has: of its ZIP code, or else of its city; null where both are unknown. */
    Words.@Nullable Word place() {
        if (!zip.isEmpty()) {
            return new Words.Word(Field.ZIP.code, zip.getFirst());
        }
        return city.isEmpty()
                ? null
                : new Words.Word(
                        Field.CITY.code,
                        Families.CITY.kept(city.getFirst()).iterator().next());
    }

    boolean is(Address other) {
        SameAddress there = of(other.street(), other.unit(), other.city(), other.zip());
        return names.equals(there.names)
                && (common.containsAll(there.common) || there.common.containsAll(common))
                && (unit.isEmpty() || there.unit.isEmpty() || unit.equals(there.unit))
                && isInSamePlace(there);
    }

    private boolean isInSamePlace(SameAddress there) {
        return zip.isEmpty()
                ? !city.isEmpty() && city.equals(there.city)
                : !there.zip.isEmpty() && zip.getFirst().equals(there.zip.getFirst());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
