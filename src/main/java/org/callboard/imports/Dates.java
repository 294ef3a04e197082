package org.callboard.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import org.callboard.platform.Times;

/**
 * Reads the dates of a list as people of a region write them. A date alone is the beginning of that day, as the company's
 * clocks show it.
 */
final class Dates {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private final String example;

    Dates(String region, ZoneId zone) {
        this.zone = zone;
        boolean monthFirst = region.equals("US");
        this.example = monthFirst ? "3/31/2027" : "31/3/2027";
        this.formats = List.of(
                format("u-M-d"),
                format(monthFirst ? "M/d/u" : "d/M/u"),
                format(monthFirst ? "M-d-u" : "d-M-u"),
                format("d.M.u"));
    }

    private static DateTimeFormatter format(String pattern) {
        String[] parts = pattern.split("(?<=[^u])(?=u)|(?<=u)(?=[^u])", 0);
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        for (String part : parts) {
            if (part.equals("u")) {
                builder.appendValueReduced(ChronoField.YEAR, 2, 4, LocalDate.of(2000, 1, 1));
            } else {
                builder.appendPattern(part);
            }
        }
        return builder.toFormatter().withResolverStyle(ResolverStyle.STRICT);
    }

    /** Empty for what is no date. */
    Optional<Instant> read(String text) {
        for (DateTimeFormatter format : formats) {
            try {
                LocalDate date = LocalDate.parse(text, format);
                if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                    return Optional.of(date.atStartOfDay(zone).toInstant());
                }
            } catch (DateTimeException e) {
                // perhaps another one
            }
        }
        try {
            return text.length() > 10 ? Optional.of(Times.parse(text, false)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What to say of something else. */
    String expected() {
        return "A date is expected, such as " + example + " or 2027-03-31.";
    }
}
