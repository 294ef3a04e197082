package org.callboard.sheets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.validation.Times;

/**
 * Reads the dates of a list as people of a region write them. A date alone is the beginning of that day, as the company's
 * clocks show it.
 */
public final class Dates {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private final String example;

    public Dates(String region, ZoneId zone) {
        this.zone = zone;
        boolean monthFirst = region.equals("US");
        this.example = monthFirst ? "3/31/2027" : "31/3/2027";
        this.formats = List.of(
                format("u-M-d"),
                format(monthFirst ? "M/d/u" : "d/M/u"),
                format(monthFirst ? "M-d-u" : "d-M-u"),
                format("d.M.u"));
    }

    /** A month and a day have two digits at most, so that no year passes for one. */
    private static DateTimeFormatter format(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        for (char part : pattern.toCharArray()) {
            switch (part) {
                case 'u' -> builder.appendValueReduced(ChronoField.YEAR, 2, 4, LocalDate.of(2000, 1, 1));
                case 'M' -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE);
                case 'd' -> builder.appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE);
                default -> builder.appendLiteral(part);
            }
        }
        return builder.toFormatter().withResolverStyle(ResolverStyle.STRICT);
    }

    /** Empty for what is no date. */
    public Optional<Instant> read(String text) {
        Optional<Instant> day = days(text)
                .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(LATEST))
                .findFirst()
                .map(date -> date.atStartOfDay(zone).toInstant());
        if (day.isPresent()) {
            return day;
        }
        try {
            return text.length() > 10 ? Optional.of(Times.parse(text, false)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this is a day of the year 1, with a time or without: what .NET writes for a date that was never set. */
    public boolean isNotSet(String text) {
        return Times.isNotSet(text)
                || days(text.replaceFirst("[ T].*", ""))
                        .findFirst()
                        .map(LocalDate::getYear)
                        .equals(Optional.of(1));
    }

    /** What the text is in each format that it has. */
    private Stream<LocalDate> days(String text) {
        return formats.stream().flatMap(format -> {
            try {
                return Stream.of(LocalDate.parse(text, format));
            } catch (DateTimeException e) {
                return Stream.of(); // perhaps another one
            }
        });
    }

    /** What to say of something else. */
    public String expected() {
        return "A date is expected, such as " + example + " or 2027-03-31.";
    }
}
