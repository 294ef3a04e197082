package org.callboard.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Words that mean the same in an address: each stands for a chosen one of its family, the kept word. */
final class Families {

    static final Families STREET = street("street", "direction", "ordinal", "saint");
    static final Families CITY = street("place", "direction", "saint");
    static final Families UNIT = street("part");
    static final Families DESIGNATOR = street("unit");
    static final Families STATE = regions("state");
    static final Families COUNTRY = regions("country");

    private static final Families NONE = new Families();

    private final NavigableMap<String, Set<String>> keptByMember = new TreeMap<>();
    private final Map<String, String> keptByPhrase = new HashMap<>();
    private final Set<String> common = new HashSet<>();

    private Families() {}

    /** The families of the words of a field; none for those that have no families. */
    static Families of(Field field) {
        return switch (field) {
            case STREET -> STREET;
            case UNIT -> UNIT;
            case CITY -> CITY;
            case STATE -> STATE;
            case COUNTRY -> COUNTRY;
            default -> NONE;
        };
    }

    private static Families street(String... sections) {
        Families families = new Families();
        for (String line : lines("streets", sections)) {
            boolean common = line.startsWith("* ");
            List<String> members = List.of(line.substring(common ? 2 : 0).split(" "));
            families.add(members.getFirst(), members);
            if (common) {
                families.common.add(members.getFirst());
            }
        }
        return families;
    }

    private static Families regions(String section) {
        Families families = new Families();
        for (String line : lines("regions", section)) {
            String[] sides = line.split("=");
            families.keptByPhrase.put(sides[0], sides[0]);
            families.add(sides[0], List.of(sides[0]));
            for (String name : sides[1].split("\\|")) {
                families.keptByPhrase.put(name, sides[0]);
                families.add(sides[0], List.of(name.split(" ")));
            }
        }
        return families;
    }

    private void add(String kept, Collection<String> members) {
        for (String member : members) {
            keptByMember.computeIfAbsent(member, m -> new LinkedHashSet<>()).add(kept);
        }
    }

    /** The kept words that a word stands for; itself where it belongs to no family. */
    Collection<String> kept(String word) {
        return keptByMember.getOrDefault(word, Set.of(word));
    }

    boolean contains(String word) {
        return keptByMember.containsKey(word);
    }

    /** The kept word for a name of one or more words; the words themselves where it is not known. */
    List<String> keptForPhrase(List<String> words) {
        String kept = keptByPhrase.get(String.join(" ", words));
        return kept == null ? words : List.of(kept);
    }

    /** The kept words of the families that have a member with this beginning, unless they have it themselves. */
    List<String> standingIn(String beginning) {
        Set<String> all = new LinkedHashSet<>();
        keptByMember.subMap(beginning, beginning + Character.MAX_VALUE).values().forEach(all::addAll);
        return all.stream().filter(kept -> !kept.startsWith(beginning)).toList();
    }

    /** Whether so many addresses have the kept word that none is told by it. */
    boolean isCommon(String kept) {
        return common.contains(kept);
    }

    /** Whether a common word may be meant by this beginning. */
    boolean mayBeCommon(String beginning) {
        return keptByMember.subMap(beginning, beginning + Character.MAX_VALUE).values().stream()
                .anyMatch(kept -> kept.stream().anyMatch(common::contains));
    }

    private static List<String> lines(String file, String... sections) {
        List<String> found = new ArrayList<>();
        String section = "";
        for (String line : text(file).lines().toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank()
                    && !line.startsWith("#")
                    && !section.isEmpty()
                    && Arrays.asList(sections).contains(section)) {
                found.add(line);
            }
        }
        return found;
    }

    private static String text(String file) {
        try (InputStream in = Families.class.getResourceAsStream("/search/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no list of words " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
