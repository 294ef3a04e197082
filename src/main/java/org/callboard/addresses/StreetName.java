package org.callboard.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.callboard.addresses.StreetTokens.Token;
import org.jspecify.annotations.Nullable;

/**
 * The name of a street in its parts. A direction or kind of street counts as such only beside a name: {@code N St},
 * {@code Avenue B} and {@code Ocean Front} are names.
 *
 * @param before the direction in front, such as {@code north}
 * @param words the name, as it is compared
 * @param type the kind of street, such as {@code avenue}
 */
record StreetName(
        @Nullable String before,
        @Nullable NumberedRoad road,
        List<Token> name,
        List<String> words,
        @Nullable String type,
        @Nullable String behind) {

    static StreetName of(List<Token> line) {
        NumberedRoad road = NumberedRoad.at(line, 0);
        if (road != null) {
            return new StreetName(null, road, List.of(), List.of(), null, null).with(line, road.end());
        }
        String before = null;
        int start = 0;
        int length = directions(line, 0);
        if (length > 0) {
            road = NumberedRoad.at(line, length);
            if (road != null) {
                return new StreetName(direction(line, 0, length), road, List.of(), List.of(), null, null)
                        .with(line, road.end());
            }
            boolean named = line.size() > length && !isTypeAlone(line, length);
            if (!named && length == 2) {
                length = 1;
                named = line.size() > length && !isTypeAlone(line, length);
            }
            if (named) {
                before = direction(line, 0, length);
                start = length;
            }
        }
        return new StreetName(before, null, List.of(), List.of(), null, null).with(line, start);
    }

    /** Whether from there on stands only a kind of street, perhaps with a direction behind it. */
    private static boolean isTypeAlone(List<Token> line, int from) {
        if (line.get(from).type() == null) {
            return false;
        }
        int rest = line.size() - from;
        return rest == 1 || rest == directions(line, from + 1) + 1;
    }

    private StreetName with(List<Token> line, int start) {
        int end = line.size();
        String last = null;
        int directions = directionsAtEnd(line, start);
        int needed = road == null ? 1 : 0;
        if (directions > 0 && end - directions - start >= needed) {
            boolean onlyType = road == null
                    && end - directions - start == 1
                    && line.get(start).type() != null
                    && before == null;
            if (!onlyType) {
                last = direction(line, end - directions, directions);
                end -= directions;
            }
        }
        String kind = null;
        boolean named =
                end - start > 2 || end - start == 2 && !line.get(start).word().equals("the");
        if (named && line.get(end - 1).type() != null) {
            kind = line.get(end - 1).type();
            end--;
        }
        List<Token> rest = line.subList(start, end);
        return new StreetName(before, road, rest, words(rest, kind != null), kind, last);
    }

    /** {@code St} is Street in front of another kind of street and Saint elsewhere. */
    private static List<String> words(List<Token> name, boolean typed) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < name.size(); i++) {
            String word = name.get(i).word();
            boolean last = i + 1 == name.size();
            if (word.equals("st")) {
                words.add(i > 0 && last && typed ? "street" : "saint");
            } else if (word.indexOf('-') < 0) {
                words.add(kept(word));
            } else {
                for (String part : word.split("-")) {
                    words.add(kept(part));
                }
            }
        }
        return List.copyOf(words);
    }

    private static String kept(String word) {
        String kept = Synonyms.STREET.family(word);
        return kept == null ? word : kept;
    }

    /** How many words of a line are a name at least: a road with its number, or a word behind a direction. */
    static int shortest(List<Token> line) {
        NumberedRoad road = NumberedRoad.in(line);
        return road == null ? directions(line, 0) + 1 : road.end();
    }

    /** Whether a name may end in front of a word: behind a kind of street that stands behind a name. */
    static boolean mayEnd(List<Token> line, int at) {
        int last = line.get(at - 1).direction() == null ? at - 1 : at - 2;
        return last > directions(line, 0) && line.get(last).type() != null;
    }

    /** How many words make a direction: {@code N W} is one. */
    static int directions(List<Token> line, int at) {
        if (at >= line.size() || line.get(at).direction() == null) {
            return 0;
        }
        return at + 1 < line.size() && isCorner(line.get(at), line.get(at + 1)) ? 2 : 1;
    }

    private static int directionsAtEnd(List<Token> line, int start) {
        int end = line.size();
        if (end - 1 < start || line.get(end - 1).direction() == null) {
            return 0;
        }
        return end - 2 > start && isCorner(line.get(end - 2), line.get(end - 1)) ? 2 : 1;
    }

    private static boolean isCorner(Token one, Token other) {
        String first = one.direction();
        String second = other.direction();
        return first != null && second != null && Synonyms.DIRECTION.contains(first + second);
    }

    private static @Nullable String direction(List<Token> line, int at, int length) {
        String first = line.get(at).direction();
        return length == 1 ? first : first + line.get(at + 1).direction();
    }

    Likeness compare(StreetName other) {
        Likeness likeness = optional(before, other.before)
                .and(optional(behind, other.behind))
                .and(optional(type, other.type));
        if (road != null && other.road != null) {
            likeness = likeness.and(road.compare(other.road));
        } else if (road != null || other.road != null) {
            return Likeness.Different;
        }
        if (words.equals(other.words)) {
            return likeness;
        }
        return String.join("", words).equals(String.join("", other.words)) && withoutNumbers()
                ? likeness.and(Likeness.Possible)
                : Likeness.Different;
    }

    /** The words that tell it from other streets, and all in one, as some write them. */
    Stream<String> telling() {
        return words.size() == 1
                ? words.stream()
                : Stream.concat(
                        words.stream().filter(word -> !Synonyms.STREET.isCommon(word)),
                        withoutNumbers() ? Stream.of(String.join("", words)) : Stream.of());
    }

    private boolean withoutNumbers() {
        return words.stream().noneMatch(TextNormalizer::hasDigit);
    }

    private static Likeness optional(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null ? Likeness.Same : Likeness.Possible;
        }
        return one.equals(other) ? Likeness.Same : Likeness.Different;
    }

    /** What two spellings of it have in common. */
    String key() {
        return String.join(
                "|",
                before == null ? "" : before,
                road == null ? "" : road.key(),
                String.join(" ", words),
                type == null ? "" : type,
                behind == null ? "" : behind);
    }

    /** As it is written best: kinds of street and directions abbreviated, numbered roads spelled out. */
    String standard(boolean oneCase) {
        List<String> all = new ArrayList<>();
        if (before != null) {
            all.add(Synonyms.DIRECTION.abbreviation(before).toUpperCase(Locale.ROOT));
        }
        if (road != null) {
            all.add(road.standard());
        }
        name.forEach(token -> all.add(oneCase ? LetterCase.usual(token) : token.text()));
        if (type != null) {
            all.add(Synonyms.TYPE.abbreviation(type));
        }
        if (behind != null) {
            all.add(Synonyms.DIRECTION.abbreviation(behind).toUpperCase(Locale.ROOT));
        }
        return String.join(" ", all);
    }
}
