package org.callboard.sheets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.sheets.RowContacts.LabeledNumber;
import org.callboard.sheets.RowContacts.RowContact;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** The cells of one row by what they hold. Blank ones are not there. */
public final class RowCells {

    /** What stands for the row as a whole among the fields. */
    public static final String ROW = "row";

    /** What stands for a byte that is no letter. */
    private static final char NO_LETTER = '\uFFFD';

    /** What has one line is shown and mended in one, where a browser would join the words of two. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    /** What says something of a place, in the order of the fields. */
    private static final Set<ImportField> PLACE =
            EnumSet.of(ImportField.street, ImportField.unit, ImportField.city, ImportField.state, ImportField.zip);

    private static final int MAX_NOTE = 20_000;

    private record Cell(String of, String text) {}

    private final Map<ImportField, List<Cell>> values = new EnumMap<>(ImportField.class);

    private final List<String> warnings = new ArrayList<>(0);

    private RowCells() {}

    /** Notes a row that has more filled cells than there are columns, or characters that no field takes. */
    public static RowCells read(
            List<String> columns, List<Optional<ColumnField>> fields, List<String> cells, FieldErrors errors) {
        RowCells read = new RowCells();
        boolean tooMany = cells.stream().skip(columns.size()).anyMatch(VisibleText::in);
        errors.addIf(
                tooMany,
                ROW,
                "The row has " + cells.size() + " cells, and the line of names has " + columns.size() + ".");
        for (int i = 0; i < Math.min(fields.size(), cells.size()); i++) {
            ColumnField field = fields.get(i).orElse(null);
            String text = field == null ? null : VisibleText.orNull(SheetWriter.plain(cells.get(i)));
            if (field != null && text != null && !NoValue.is(field.field(), text)) {
                errors.addIf(text.indexOf(0) >= 0, field.field().name(), "The NUL character is not allowed.");
                if (text.indexOf(NO_LETTER) >= 0) {
                    read.warn(field.field().label() + ": “" + text + "” has a letter that could not be read.");
                }
                read.values
                        .computeIfAbsent(field.field(), one -> new ArrayList<>(1))
                        .add(new Cell(field.of(), read.repaired(field.field(), columns.get(i), text)));
            }
        }
        return read;
    }

    private String repaired(ImportField field, String column, String text) {
        switch (field) {
            case phone, mobilePhone, fax -> {
                String number = CellRepair.phone(text);
                warn(CellRepair.problem(number));
                return number;
            }
            case customerId, locationId -> {
                return CellRepair.id(CellRepair.bare(text));
            }
            case externalId -> {
                return CellRepair.externalId(CellRepair.bare(text));
            }
            case followUpDate -> {
                return CellRepair.bare(text);
            }
            case headedNotes -> {
                String heading = VisibleText.strip(column.replace('_', ' '));
                return heading + (heading.endsWith("?") ? " " : ": ") + text;
            }
            default -> {
                return field.repeatable() || VisibleText.isPlain(text)
                        ? text
                        : LINE_BREAK.matcher(text).replaceAll(" ");
            }
        }
    }

    /** Notes what should be looked at, though nothing is wrong by the rules. */
    public void warn(@Nullable String sentence) {
        if (sentence != null && !warnings.contains(sentence)) {
            warnings.add(sentence);
        }
    }

    /** What should be looked at. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** What the field holds, in the first of its columns that is filled. */
    public @Nullable String get(ImportField field) {
        List<Cell> cells = values.get(field);
        return cells == null ? null : cells.getFirst().text;
    }

    /** All that the field holds, in the order of its columns. */
    public List<String> all(ImportField field) {
        return values.getOrDefault(field, List.of()).stream().map(Cell::text).toList();
    }

    /** The same of one address. */
    List<String> all(ImportField field, String of) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(cell -> cell.of.equals(of))
                .map(Cell::text)
                .toList();
    }

    @Nullable
    String text(ImportField field, String of) {
        for (Cell cell : values.getOrDefault(field, List.of())) {
            if (cell.of.equals(of)) {
                return cell.text;
            }
        }
        return null;
    }

    /** The addresses of which the row says something; what it says of the country alone is nothing. */
    Set<String> addressGroups() {
        Set<String> groups = new LinkedHashSet<>();
        for (ImportField field : PLACE) {
            values.getOrDefault(field, List.of()).forEach(cell -> groups.add(cell.of));
        }
        return groups;
    }

    /** The custom fields that the row has a value for, by their ids. */
    public Map<Long, String> customFields() {
        return values.getOrDefault(ImportField.customField, List.of()).stream()
                .collect(Collectors.toMap(cell -> Long.valueOf(cell.of), Cell::text, (first, second) -> first));
    }

    boolean isBilling(String of) {
        String text = text(ImportField.isBilling, of);
        return text != null && Boolean.TRUE.equals(yes(text));
    }

    /**
     * The addresses, each of which may stand in one cell.
     *
     * @param country where they are if the row does not say it
     */
    public RowAddresses addresses(String country) {
        return RowAddresses.of(this, country);
    }

    /**
     * The same of a record that is made of the row; one that is too long is noted.
     *
     * @param more lines below those of the row
     */
    public @Nullable String notes(List<String> more, FieldErrors errors) {
        String notes = VisibleText.orNull(
                Stream.concat(Stream.ofNullable(notes()), more.stream()).collect(Collectors.joining("\n")));
        errors.maxLength(ImportField.notes.name(), notes, MAX_NOTE);
        return notes;
    }

    /** What is noted, a line each. */
    public @Nullable String notes() {
        return VisibleText.orNull(Stream.of(ImportField.notes, ImportField.headedNotes)
                .flatMap(field -> all(field).stream())
                .collect(Collectors.joining("\n")));
    }

    /** Who it is about. */
    public RowNames names() {
        return RowNames.of(this);
    }

    /**
     * The numbers and e-mail addresses, none twice; a cell may hold several.
     *
     * @param order the fields that are read, in the order of what they give
     */
    public RowContacts contacts(List<ImportField> order, String region) {
        List<RowContact> contacts = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (ImportField field : order) {
            for (Cell cell : values.getOrDefault(field, List.of())) {
                for (LabeledNumber one : LabeledNumber.in(field, cell.text, label(field, cell.of))) {
                    for (ContactDraft contact :
                            ContactParser.of(one.type(), one.text(), region).parts(one.memo())) {
                        if (known.addAll(contact.identities(region))) {
                            contacts.add(new RowContact(field, contact));
                        }
                    }
                }
            }
        }
        return RowContacts.of(contacts);
    }

    /** What another column says that the number is; the star of a first one goes. */
    private String label(ImportField field, String of) {
        String label = field == ImportField.phone && !of.isEmpty() ? text(ImportField.phoneLabel, of) : null;
        return label == null ? "" : VisibleText.strip(label.replaceFirst("^\\*", ""));
    }

    /** Notes what is neither a word for yes nor one for no. */
    public @Nullable Boolean flag(ImportField field, FieldErrors errors) {
        String text = get(field);
        Boolean flag = text == null ? null : yes(text);
        errors.addIf(text != null && flag == null, field.name(), "Yes or No is expected.");
        return flag;
    }

    /** What a word for yes or no says; null for another. */
    public static @Nullable Boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "x" -> true;
            case "no", "n", "false", "0" -> false;
            default -> null;
        };
    }

    /** Something else is as if it was not there, and should be looked at. */
    public <E extends Enum<E>> @Nullable E choice(ImportField field, Class<E> type) {
        String text = get(field);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        warn(field.label() + ": “" + text + "” is none of "
                + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                + ", and left out.");
        return null;
    }
}
