package org.callboard.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the forms of RFC 3339 that clients really send. */
public final class Times {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    /** The last instant that is read, and so the last that is answered. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Python's {@code %z} writes no colon into an offset. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_DATE_TIME)
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    /** More digits than Java reads. */
    private static final Pattern SUPERFLUOUS = Pattern.compile("([.,]\\d{9})\\d+");

    private static final Pattern LEAP = Pattern.compile("(T\\d\\d:\\d\\d):60");

    private Times() {}

    /**
     * A date-time with fractional digits, of which six are kept, also in a leap second, which is the first of the next
     * minute, with {@code Z}, an offset or (read as UTC)
     * neither; a date alone is its midnight in UTC. In a query the plus sign of an offset arrives as a space. Throws an
     * {@link IllegalArgumentException} with a sentence for what is no date between the years 1900 and 9999: PostgreSQL
     * would take a later one, and no client would read it.
     */
    public static Instant parse(String text, boolean fromQuery) {
        Instant instant = kept(read(text, fromQuery));
        if (!instant.equals(withinReach(instant))) {
            throw new IllegalArgumentException("A date between the years 1900 and 9999 is expected.");
        }
        return instant;
    }

    /**
     * A bound of a filter in a query, read as {@link #parse} does. What is before the year 1900 or after 9999, as the
     * least and the greatest date of .NET and Python, is an open end: every record lies on the same side of it.
     */
    public static Instant bound(String text) {
        return withinReach(kept(read(text, true)));
    }

    /** Whether this is a time of the year 1, which .NET sends for a date that was never set. */
    public static boolean isNotSet(String text) {
        try {
            return read(text, false).getYear() == 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Instant kept(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant withinReach(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    private static OffsetDateTime read(String text, boolean fromQuery) {
        String value = VisibleText.strip(text);
        if (fromQuery) {
            value = value.replaceFirst("(\\d\\d:\\d\\d\\S*) (\\d\\d(:?\\d\\d)?)$", "$1+$2");
        }
        String kept = SUPERFLUOUS.matcher(value.replace(' ', 'T')).replaceFirst("$1");
        Matcher leap = LEAP.matcher(kept);
        try {
            TemporalAccessor parsed =
                    FORMAT.parseBest(leap.replaceFirst("$1:59"), OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime read = parsed instanceof OffsetDateTime time
                    ? time
                    : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
            return leap.find(0) ? read.plusSeconds(1) : read;
        } catch (DateTimeException e) {
            return midnight(value);
        }
    }

    private static OffsetDateTime midnight(String date) {
        try {
            return LocalDate.parse(date).atStartOfDay().atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A date and time as in RFC 3339 is expected, such as 2026-03-01T14:30:00Z.");
        }
    }
}
