package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** What columns hold by their names, as other programs and people write them: the table of {@code headings.tsv}. */
final class Headings {

    /** What is longer is no name. */
    private static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Map<String, List<String>> NAMES = new HashMap<>();
    private static final Map<String, String> GROUPS = new HashMap<>();

    static {
        for (ImportField field : EnumSet.complementOf(EnumSet.of(ImportField.customField))) {
            NAMES.put(plain(field.label()), List.of(field.name()));
            NAMES.put(plain(field.name()), List.of(field.name()));
        }
        read().lines().filter(line -> !line.isEmpty() && !line.startsWith("# ")).forEach(Headings::line);
    }

    private Headings() {}

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Headings.class.getResourceAsStream("/sheets/headings.tsv"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(String line) {
        String[] cells = line.split("\t", -1);
        String heading =
                plain(cells[0].replace("#", "0")) + (cells.length > 2 ? ofKind(ImportKind.valueOf(cells[2])) : "");
        if (cells[0].endsWith("*")) {
            GROUPS.put(heading, cells[1].replaceFirst("\\.?\\*$", ""));
        } else {
            NAMES.put(heading, cells[1].isEmpty() ? List.of() : Arrays.asList(cells[1].split(" or ")));
        }
    }

    /** Whether it is the name of a column, of whatever list. */
    static boolean isKnown(String column) {
        return column.length() <= LONGEST
                && Arrays.stream(ImportKind.values())
                        .anyMatch(kind -> !guess(kind, column).isEmpty());
    }

    /** What a column of this name most likely holds, the likeliest first; none where its name says nothing. */
    static List<ColumnField> guess(ImportKind kind, String column) {
        List<Spelling> spellings = Spelling.all(plain(column));
        for (Spelling spelling : spellings) {
            List<String> words = NAMES.getOrDefault(spelling.name + ofKind(kind), NAMES.get(spelling.name));
            if (words != null) {
                return words.stream()
                        .map(word -> word.replace("#", spelling.number))
                        .flatMap(word -> ColumnField.named(kind, word).stream())
                        .toList();
            }
        }
        return spellings.stream()
                .flatMap(spelling -> ofAddress(kind, spelling).stream())
                .limit(1)
                .toList();
    }

    /** What stands behind a name that means something else in a kind of list; no name has such a sign. */
    private static String ofKind(ImportKind kind) {
        return "/" + kind;
    }

    /** A name as it stands, or with 0 for one of its numbers, as the table writes any number. */
    private record Spelling(String name, String number) {

        static List<Spelling> all(String plain) {
            List<Spelling> all = new ArrayList<>(List.of(new Spelling(plain, "")));
            Matcher number = NUMBER.matcher(plain);
            while (number.find()) {
                String name = plain.substring(0, number.start()) + "0" + plain.substring(number.end());
                all.add(new Spelling(name, number.group()));
            }
            return all;
        }
    }

    /** A part of an address behind the name of the address, of which the longest that fits counts. */
    private static Optional<ColumnField> ofAddress(ImportKind kind, Spelling spelling) {
        String name = spelling.name;
        for (int end = name.length() - 1; end > 0; end--) {
            String group = GROUPS.get(name.substring(0, end));
            if (group != null && (!group.contains("#") || !spelling.number.isEmpty())) {
                String of = group.replace("#", spelling.number);
                Optional<ColumnField> part = NAMES.getOrDefault(name.substring(end), List.of()).stream()
                        .flatMap(word -> ColumnField.named(kind, word).stream())
                        .filter(one -> one.field().ofAddress() && one.of().isEmpty())
                        .map(one -> new ColumnField(one.field(), of))
                        .findFirst();
                if (part.isPresent()) {
                    return part;
                }
            }
        }
        return Optional.empty();
    }

    /** What stands in the table and is no field. */
    static List<String> unread() {
        return Stream.concat(
                        NAMES.values().stream().flatMap(List::stream),
                        GROUPS.values().stream().map(group -> group.isEmpty() ? "city" : group + ".city"))
                .filter(word -> Arrays.stream(ImportKind.values())
                        .allMatch(kind ->
                                ColumnField.named(kind, word.replace("#", "1")).isEmpty()))
                .toList();
    }

    private static String plain(String text) {
        return StringUtils.stripAccents(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
