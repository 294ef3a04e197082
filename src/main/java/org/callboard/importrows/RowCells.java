package org.callboard.importrows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.OneLineAddress;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.sheets.SheetWriter;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** The cells of one row by what they hold. Blank ones are not there. */
public final class RowCells {

    /** What stands for the row as a whole among the fields. */
    public static final String ROW = "row";

    private final Map<ImportField, String> values = new EnumMap<>(ImportField.class);

    private RowCells() {}

    /** Notes a row that has more or fewer cells than there are columns, or characters that no field takes. */
    public static RowCells read(
            List<String> columns, List<Optional<ImportField>> fields, List<String> cells, FieldErrors errors) {
        RowCells read = new RowCells();
        boolean tooMany = cells.stream().skip(columns.size()).anyMatch(VisibleText::in);
        errors.addIf(
                cells.size() < columns.size() || tooMany,
                ROW,
                "The row has " + cells.size() + " cells, and the first line has " + columns.size() + ".");
        for (int i = 0; i < Math.min(fields.size(), cells.size()); i++) {
            ImportField field = fields.get(i).orElse(null);
            String text = field == null ? null : VisibleText.orNull(SheetWriter.plain(cells.get(i)));
            if (field != null && text != null) {
                errors.addIf(text.indexOf(0) >= 0, field.name(), "The NUL character is not allowed.");
                read.values.put(field, text);
            }
        }
        return read;
    }

    @Nullable
    public String get(ImportField field) {
        return values.get(field);
    }

    /** The same, empty where there is none. */
    String text(ImportField field) {
        return values.getOrDefault(field, "");
    }

    /**
     * The address, which may stand in one cell; empty is what the row leaves out.
     *
     * @param country where it is if the row does not say it
     */
    Address address(String country) {
        boolean parted =
                Stream.of(ImportField.city, ImportField.state, ImportField.zip).anyMatch(values::containsKey);
        Address whole = parted ? null : OneLineAddress.part(text(ImportField.street));
        String named = values.getOrDefault(ImportField.country, country);
        return whole == null
                ? new Address(
                        text(ImportField.street),
                        get(ImportField.unit),
                        text(ImportField.city),
                        text(ImportField.state),
                        text(ImportField.zip),
                        named)
                : new Address(
                        whole.street(),
                        get(ImportField.unit),
                        whole.city(),
                        whole.state(),
                        whole.zip(),
                        whole.country().isEmpty() ? named : whole.country());
    }

    /** The numbers and addresses in a cell, which may hold several; what was typed where it can't be read. */
    List<ContactDraft> contacts(ImportField field, ContactType type, String region) {
        String text = values.get(field);
        return text == null ? List.of() : ContactParser.of(type, text, region).parts(null);
    }

    /** The name, which may stand in one column or in two. */
    @Nullable
    String name() {
        String whole = get(ImportField.name);
        String first = get(ImportField.firstName);
        String last = get(ImportField.lastName);
        if (whole != null || first == null) {
            return whole == null ? last : whole;
        }
        return last == null ? first : first + " " + last;
    }

    /** Notes what is neither a word for yes nor one for no. */
    @Nullable
    Boolean flag(ImportField field, FieldErrors errors) {
        String text = get(field);
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "yes", "y", "true", "1", "x" -> true;
            case "no", "n", "false", "0" -> false;
            default -> {
                errors.add(field.name(), "Yes or No is expected.");
                yield null;
            }
        };
    }

    /** Notes what is none of the constants. */
    <E extends Enum<E>> @Nullable E choice(ImportField field, Class<E> type, FieldErrors errors) {
        String text = get(field);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        errors.add(
                field.name(),
                "One of " + java.util.Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", "")
                        + " is expected.");
        return null;
    }
}
