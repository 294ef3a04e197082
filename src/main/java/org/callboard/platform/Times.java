package org.callboard.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads the forms of RFC 3339 that clients really send. */
public final class Times {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /**
     * A date-time with up to nine fractional digits, with {@code Z}, an offset or (read as UTC) neither; a date alone is
     * its midnight in UTC. In a query the plus sign of an offset arrives as a space.
     */
    public static Instant parse(String text, boolean fromQuery) {
        String value = text.strip();
        if (fromQuery) {
            value = value.replaceFirst(" (\\d\\d:?\\d\\d)$", "+$1");
        }
        Instant instant;
        try {
            TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    value.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            instant = parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            instant = date(value);
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("A date between the years 1900 and 9999 is expected.");
        }
        return instant;
    }

    private static Instant date(String value) {
        try {
            return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A date and time as in RFC 3339 is expected, such as 2026-03-01T14:30:00Z.");
        }
    }
}
