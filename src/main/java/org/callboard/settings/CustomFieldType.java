package org.callboard.settings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field that a company adds to its customers or locations. A Dropdown alone has options. */
public record CustomFieldType(
        long id,
        String name,
        DataType dataType,
        @Nullable List<String> options,
        boolean active,
        Instant createdOn,
        Instant modifiedOn) {

    /** The constants are the wire's own words. */
    public enum DataType {
        Text,
        Numeric,
        Dropdown
    }

    /** A sentence about what is wrong with a value of this field, or null where it may stand. */
    public @Nullable String problem(String value) {
        return switch (dataType) {
            case Text -> null;
            case Numeric ->
                value.strip().matches("[+-]?\\d{1,18}([.]\\d{1,18})?")
                        ? null
                        : "A number is expected for " + name + ".";
            case Dropdown ->
                options != null && options.contains(value)
                        ? null
                        : "One of these is expected for " + name + ": " + options + ".";
        };
    }
}
