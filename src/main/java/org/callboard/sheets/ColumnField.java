package org.callboard.sheets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.validation.VisibleText;

/**
 * What a column holds: a field and, where a row has several of its kind, of which. A part of an address names the address
 * ({@code service}, {@code address[2]}, empty for the one without a name), a number the column that says what it is
 * ({@code phone[1]}).
 */
public record ColumnField(ImportField field, String of) {

    /** The addresses by which a list may name them, beside those that are counted. */
    public enum AddressGroup {
        service("Service address"),
        home("Home address"),
        work("Work address"),
        other("Other address"),
        billing("Billing address"),
        mailing("Mailing address");

        private final String label;

        AddressGroup(String label) {
            this.label = label;
        }

        /** The word on the screen. */
        public String label() {
            return label;
        }
    }

    private static final Pattern WORD =
            Pattern.compile("(?:([a-z]+(?:\\[\\d{1,4}])?)\\.)?([a-z]+)(?:\\[(\\d{1,18})])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile("address\\[\\d{1,4}]");

    /** A number tells which one of them a column holds, of a custom field its id. */
    private static final Set<ImportField> COUNTED_FIELDS =
            EnumSet.of(ImportField.phone, ImportField.phoneLabel, ImportField.customField);

    static ColumnField of(ImportField field) {
        return new ColumnField(field, "");
    }

    /** What a word such as {@code phone} or {@code service.street} names, in any case; empty where that is nothing. */
    public static Optional<ColumnField> named(ImportKind kind, String text) {
        Matcher word = WORD.matcher(VisibleText.strip(text));
        if (!word.matches()) {
            return Optional.empty();
        }
        String group = word.group(1) == null ? "" : word.group(1).toLowerCase(Locale.ROOT);
        String number = word.group(3) == null ? "" : word.group(3);
        return ImportField.of(kind).stream()
                .filter(field -> field.name().equalsIgnoreCase(word.group(2)))
                .filter(field -> group.isEmpty() || field.ofAddress() && isGroup(group))
                .filter(field -> number.isEmpty() ? field != ImportField.customField : COUNTED_FIELDS.contains(field))
                .map(field -> new ColumnField(field, group + number))
                .findFirst();
    }

    /**
     * All that a column of a list may hold.
     *
     * @param custom the fields that the company has added
     * @param used what its columns hold: only those of the counted addresses and numbers are there
     */
    public static List<ColumnField> choices(ImportKind kind, List<Optional<ColumnField>> used, CustomColumns custom) {
        Stream<ColumnField> plain = ImportField.of(kind).stream()
                .filter(field -> field != ImportField.customField)
                .map(ColumnField::of);
        Stream<ColumnField> grouped = Arrays.stream(AddressGroup.values())
                .flatMap(group -> ImportField.of(kind).stream()
                        .filter(ImportField::ofAddress)
                        .map(field -> new ColumnField(field, group.name())));
        Stream<ColumnField> counted = used.stream().flatMap(Optional::stream);
        return Stream.of(plain, custom.all().stream(), grouped, counted)
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** What {@link #word} wrote. */
    public static ColumnField parse(String word) {
        return Arrays.stream(ImportKind.values())
                .flatMap(kind -> named(kind, word).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    /** The words of what the columns of a list hold; an empty one where a column is left out. */
    public static List<String> words(List<Optional<ColumnField>> fields) {
        return fields.stream()
                .map(field -> field.map(ColumnField::word).orElse(""))
                .toList();
    }

    /** What {@link #words} wrote. */
    public static List<Optional<ColumnField>> parseAll(List<String> words) {
        return words.stream()
                .map(word -> Optional.of(word).filter(one -> !one.isEmpty()).map(ColumnField::parse))
                .toList();
    }

    /** Whether some column holds the field. */
    public static boolean anyHolds(List<Optional<ColumnField>> fields, ImportField field) {
        return fields.stream().flatMap(Optional::stream).anyMatch(one -> one.field == field);
    }

    private static boolean isGroup(String group) {
        return COUNTED.matcher(group).matches()
                || Arrays.stream(AddressGroup.values())
                        .anyMatch(one -> one.name().equals(group));
    }

    /** The wire's own word, such as {@code service.street}. */
    public String word() {
        if (of.isEmpty()) {
            return field.name();
        }
        return field.ofAddress() ? of + "." + field.name() : field.name() + "[" + of + "]";
    }

    /** The words on the screen. */
    public String label() {
        if (of.isEmpty()) {
            return field.label();
        }
        return field.ofAddress() ? group() + ": " + field.word() : field.label() + " " + of;
    }

    private String group() {
        return Arrays.stream(AddressGroup.values())
                .filter(one -> one.name().equals(of))
                .map(AddressGroup::label)
                .findFirst()
                .orElseGet(() -> "Address " + of.replaceAll("\\D", ""));
    }

    /** Addresses in the order in which they are a customer's: service before billing before mailing. */
    static Comparator<String> byRank() {
        return Comparator.comparingInt(ColumnField::rank)
                .thenComparingInt(group -> COUNTED.matcher(group).matches() ? number(group) : 0);
    }

    private static int rank(String group) {
        if (group.isEmpty() || group.equals(AddressGroup.service.name())) {
            return group.isEmpty() ? 1 : 0;
        }
        return COUNTED.matcher(group).matches()
                ? 2
                : 3 + AddressGroup.valueOf(group).ordinal();
    }

    private static int number(String group) {
        return Integer.parseInt(group.replaceAll("\\D", ""));
    }
}
