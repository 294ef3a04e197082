package org.callboard.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.ParsedAddress;
import org.callboard.addresses.Synonyms;
import org.callboard.addresses.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The words that a record is found by. Case and accents are gone; {@code St} and {@code Street}, {@code OH} and {@code
 * Ohio} are one word, {@code #4} and {@code Unit 4} are {@code 4}.
 */
public final class Words {

    private static final int MAX_DOORS = 8;

    /** What joins the two halves of a unit. */
    private static final Pattern JOINT = Pattern.compile("(?<=\\w)[-/.](?=\\w)");

    private static final Set<String> DIRECTIONS =
            Set.of("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest");

    private Words() {}

    /** A word of a record, or a door. */
    public record Word(Field field, String text) {}

    /** All words of a record, each once. */
    public static List<Word> of(Findable record) {
        List<Word> all = new ArrayList<>();
        add(all, Field.NAME, TextNormalizer.nameWords(record.name()));
        ParsedAddress parsed = AddressParser.parse(record.address());
        List<String> street = street(record.address().street());
        Set<String> kept = keptOfStreet(street);
        Set<String> called = new LinkedHashSet<>(kept);
        called.addAll(parsed.otherNames());
        add(all, Field.STREET, called);
        Set<String> doors = new LinkedHashSet<>(parsed.doors());
        doors.addAll(doors(street, kept));
        doors.forEach(door -> all.add(new Word(Field.DOOR, door)));
        Set<String> units = kept(Synonyms.UNIT, unit(record.address().unit()));
        units.addAll(kept(Synonyms.UNIT, unit(parsed.standard().unit())));
        add(all, Field.UNIT, units);
        add(
                all,
                Field.CITY,
                kept(Synonyms.CITY, TextNormalizer.words(record.address().city())));
        add(
                all,
                Field.STATE,
                Synonyms.STATE.keptForPhrase(
                        TextNormalizer.words(record.address().state())));
        Set<String> zip = zip(record.address().zip());
        String standard = parsed.standardPostcode();
        if (!standard.equals(record.address().zip())) {
            zip.addAll(zip(standard));
        }
        add(all, Field.ZIP, zip);
        add(
                all,
                Field.COUNTRY,
                Synonyms.COUNTRY.keptForPhrase(
                        TextNormalizer.words(record.address().country())));
        return all;
    }

    /** House numbers with a word of their street among the words of a record. */
    public static Set<String> doors(Collection<Word> words) {
        Set<String> doors = new HashSet<>();
        for (Word word : words) {
            if (word.field == Field.DOOR) {
                doors.add(word.text);
            }
        }
        return doors;
    }

    private static void add(List<Word> all, Field field, Collection<String> words) {
        Set<String> once = new LinkedHashSet<>();
        for (String word : words) {
            once.addAll(TextNormalizer.withEnds(word));
        }
        for (String word : once) {
            all.add(new Word(field, word));
        }
    }

    private static Set<String> kept(Synonyms families, List<String> words) {
        Set<String> kept = new LinkedHashSet<>();
        words.forEach(word -> kept.addAll(families.kept(word)));
        return kept;
    }

    /** {@code St} is Saint where it leads and Street elsewhere; every other word has one meaning in a street. */
    static Set<String> keptOfStreet(List<String> words) {
        Set<String> kept = new LinkedHashSet<>();
        boolean leads = true;
        for (int i = 0; i < words.size(); i++) {
            List<String> meanings = List.copyOf(Synonyms.STREET.kept(words.get(i)));
            kept.add(leads && i + 1 < words.size() ? meanings.getLast() : meanings.getFirst());
            leads &= TextNormalizer.isNumber(words.get(i)) || DIRECTIONS.contains(meanings.getFirst());
        }
        return kept;
    }

    /** The words of a street as they were written, without what only announces the number of a unit. */
    static List<String> street(String street) {
        return withoutDesignators(TextNormalizer.words(street));
    }

    /** The words of a unit: {@code 4-B} is one, and a word for units alone says nothing where a number follows. */
    static List<String> unit(@Nullable String unit) {
        if (unit == null) {
            return List.of();
        }
        List<String> words = TextNormalizer.words(JOINT.matcher(unit).replaceAll(""));
        List<String> rest = words.stream()
                .filter(word -> !Synonyms.DESIGNATOR.contains(word))
                .toList();
        return rest.isEmpty() ? words : rest;
    }

    private static Set<String> zip(String zip) {
        List<String> words = TextNormalizer.words(zip);
        Set<String> all = new LinkedHashSet<>(words);
        if (words.size() > 1) {
            all.add(TextNormalizer.cut(String.join("", words)));
        }
        return all;
    }

    /** {@code 12 Oak St Apt 4} loses its Apt; a Unit Rd keeps its name. */
    static List<String> withoutDesignators(List<String> words) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean announces = i > 0
                    && i + 1 < words.size()
                    && Synonyms.DESIGNATOR.contains(words.get(i))
                    && (TextNormalizer.hasDigit(words.get(i + 1))
                            || words.get(i + 1).length() == 1);
            if (!announces) {
                rest.add(words.get(i));
            }
        }
        return rest;
    }

    private static List<String> doors(List<String> written, Collection<String> kept) {
        List<String> doors = new ArrayList<>();
        for (String number : written) {
            if (TextNormalizer.isNumber(number)) {
                for (String word : kept) {
                    if (doors.size() < MAX_DOORS && !word.equals(number) && !Synonyms.STREET.isCommon(word)) {
                        doors.add(number + " " + word);
                    }
                }
            }
        }
        return doors;
    }
}
