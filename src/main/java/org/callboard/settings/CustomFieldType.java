package org.callboard.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A field that a company adds to its customers, locations or jobs. A Dropdown alone has options. One that is not active
 * was retired: records keep their values, and no other value is taken.
 *
 * @param locationTypeId of a job's field that asks about the house: the location's field that keeps the answers; null for
 *     all others
 */
public record CustomFieldType(
        long id, Details details, boolean active, @Nullable Long locationTypeId, Instant createdOn, Instant modifiedOn)
        implements Setting<CustomFieldType.Details> {

    /** @param recordKind {@code customer}, {@code location} or {@code job} */
    public record Details(
            String name,
            String recordKind,
            DataType dataType,
            @Nullable List<String> dataTypeOptions) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }

    /** The constants are the wire's own words. The contract names Text, Numeric and Dropdown, and leaves room for more. */
    public enum DataType {
        Text("Text"),
        Numeric("Number"),
        Date("Date"),
        Boolean("Yes or no"),
        Dropdown("Dropdown");

        private final String label;

        DataType(String label) {
            this.label = label;
        }

        /** What people call it. */
        public String label() {
            return label;
        }
    }

    /** Whether it asks about the house, whose answers the location keeps. */
    public boolean ofHouse() {
        return locationTypeId != null;
    }

    /** A sentence about what is wrong with a new value of this field, or null where it may stand. */
    public @Nullable String problem(String value) {
        return active ? misfit(value) : name() + " is retired and takes no new values.";
    }

    private @Nullable String misfit(String value) {
        String text = VisibleText.strip(value);
        return switch (details.dataType) {
            case Text -> null;
            case Numeric ->
                text.matches("[+-]?\\d{1,18}([.]\\d{1,18})?") ? null : "A number is expected for " + name() + ".";
            case Date -> isDate(text) ? null : "A date such as 2026-03-31 is expected for " + name() + ".";
            case Boolean -> text.matches("(?i)true|false") ? null : "true or false is expected for " + name() + ".";
            case Dropdown ->
                details.dataTypeOptions != null && details.dataTypeOptions.contains(text)
                        ? null
                        : "One of these is expected for " + name() + ": " + details.dataTypeOptions + ".";
        };
    }

    /** The form in which a value is kept. One that is not of the field's kind stays as it is. */
    public String normalize(String value) {
        if (details.dataType == DataType.Text || misfit(value) != null) {
            return value;
        }
        return details.dataType == DataType.Boolean
                ? VisibleText.strip(value).toLowerCase(Locale.ROOT)
                : VisibleText.strip(value);
    }

    /** What a form offers for a Dropdown: the options, and the value that a record has though it was taken out since. */
    public List<String> optionsWith(@Nullable String current) {
        List<String> all = new ArrayList<>(details.dataTypeOptions == null ? List.of() : details.dataTypeOptions);
        if (current != null && !current.isEmpty() && !all.contains(current)) {
            all.add(current);
        }
        return all;
    }

    private static boolean isDate(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
