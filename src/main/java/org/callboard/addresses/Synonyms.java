package org.callboard.addresses;

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
import org.jspecify.annotations.Nullable;

/** Words that mean the same in an address: each stands for a chosen one of its family, the kept word. */
public final class Synonyms {

    public static final Synonyms STREET = street("street", "direction", "ordinal", "saint");
    public static final Synonyms CITY = street("place", "direction", "saint");
    public static final Synonyms UNIT = street("part");
    public static final Synonyms DESIGNATOR = street("unit");
    public static final Synonyms STATE = regions("state");
    public static final Synonyms COUNTRY = regions("country");
    public static final Synonyms NONE = new Synonyms();

    /** What a street may end with, such as Avenue. */
    static final Synonyms TYPE = street("street");

    static final Synonyms DIRECTION = street("direction");

    private final NavigableMap<String, Set<String>> keptByMember = new TreeMap<>();
    private final Map<String, String> first = new HashMap<>();
    private final Map<String, String> keptByPhrase = new HashMap<>();
    private final Map<String, String> abbreviations = new HashMap<>();
    private final Set<String> common = new HashSet<>();

    private Synonyms() {}

    private static Synonyms street(String... sections) {
        Synonyms synonyms = new Synonyms();
        for (String line : lines("streets", sections)) {
            boolean common = line.startsWith("* ");
            String[] sides = line.substring(common ? 2 : 0).split(" =");
            List<String> members = List.of(sides[0].split(" "));
            synonyms.add(members.getFirst(), members);
            if (sides.length > 1) {
                synonyms.abbreviations.put(members.getFirst(), sides[1]);
            }
            if (common) {
                synonyms.common.add(members.getFirst());
            }
        }
        return synonyms;
    }

    private static Synonyms regions(String section) {
        Synonyms synonyms = new Synonyms();
        for (String line : lines("regions", section)) {
            String[] sides = line.split("=");
            synonyms.keptByPhrase.put(sides[0], sides[0]);
            synonyms.add(sides[0], List.of(sides[0]));
            for (String name : sides[1].split("\\|")) {
                synonyms.keptByPhrase.put(name, sides[0]);
                synonyms.add(sides[0], List.of(name.split(" ")));
            }
        }
        return synonyms;
    }

    private void add(String kept, Collection<String> members) {
        for (String member : members) {
            keptByMember.computeIfAbsent(member, m -> new LinkedHashSet<>()).add(kept);
            first.putIfAbsent(member, kept);
        }
    }

    /** The kept words that a word stands for; itself where it belongs to no family. */
    public Collection<String> kept(String word) {
        return keptByMember.getOrDefault(word, Set.of(word));
    }

    /** The kept word that a word stands for most; null where it belongs to no family. */
    @Nullable
    String family(String word) {
        return first.get(word);
    }

    public boolean contains(String word) {
        return first.containsKey(word);
    }

    /** The kept word for a name of one or more words; the words themselves where it is not known. */
    public List<String> keptForPhrase(List<String> words) {
        String kept = phrase(String.join(" ", words));
        return kept == null ? words : List.of(kept);
    }

    /** The kept word for such a name; null where it is not known. */
    public @Nullable String phrase(String words) {
        return keptByPhrase.get(words);
    }

    /** The kept words of the families that have a member with this beginning, unless they have it themselves. */
    public List<String> standingIn(String beginning) {
        Set<String> all = new LinkedHashSet<>();
        keptByMember.subMap(beginning, beginning + Character.MAX_VALUE).values().forEach(all::addAll);
        return all.stream().filter(kept -> !kept.startsWith(beginning)).toList();
    }

    /** Whether so many addresses have the kept word that none is told by it. */
    public boolean isCommon(String kept) {
        return common.contains(kept);
    }

    /** Whether it is a word, or a way to write one, that so many addresses have. */
    public boolean meansCommon(String word) {
        return contains(word) && kept(word).stream().anyMatch(common::contains);
    }

    /** The standard abbreviation of a kept word, as it stands in an address, such as {@code Ave}. */
    String abbreviation(String kept) {
        String written = abbreviations.getOrDefault(kept, kept);
        return Character.toUpperCase(written.charAt(0)) + written.substring(1);
    }

    private static List<String> lines(String file, String... sections) {
        List<String> found = new ArrayList<>();
        String section = "";
        for (String line : file(file + ".txt")) {
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

    /** The lines of a file that comes with the program. */
    static List<String> file(String file) {
        try (InputStream in = Synonyms.class.getResourceAsStream("/addresses/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no list of words " + file);
            }
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
