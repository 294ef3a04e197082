package org.callboard.sheets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.validation.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of a column as people of a region write them, and as spreadsheets keep them. What names no zone is in the
 * company's; a date alone is the beginning of that day.
 */
public final class Dates {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** The day that spreadsheets count from. */
    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** A time may follow, and a zone behind that; what programs add to the zone in brackets is its name. */
    private static final Pattern WHOLE = Pattern.compile(
            "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? )?(?<day>.+?)"
                    + "(?:(?:[ T]|, ?| at )(?<hour>\\d{1,2})(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?)?"
                    + " ?(?<half>[ap]\\.?m\\.?)?(?: ?(?<zone>Z|[ECMP][SD]T|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|UTC|GMT))?"
                    + "(?: ?\\([^)]*\\))?)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern YEAR_BEFORE_NAME =
            Pattern.compile("(\\d{4})[ /-](\\p{L}{3,9})\\.?[ /-](\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURES = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(\\p{L}{3,9})\\.?[ /-](\\d{1,2})(?:st|nd|rd|th)?(?:,? ?|[/-])(\\d{4}|\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th)?\\.?[ /-]?(\\p{L}{3,9})\\.?,?[ /-]?(\\d{4}|\\d{2})", Pattern.CASE_INSENSITIVE);

    /** What people here write behind a time. */
    private static final Map<String, String> OF_US = Map.of(
            "EST", "-05:00", "EDT", "-04:00", "CST", "-06:00", "CDT", "-05:00", "MST", "-07:00", "MDT", "-06:00", "PST",
            "-08:00", "PDT", "-07:00");

    /** An offset whose hour has one digit. */
    private static final Pattern SHORT_HOUR = Pattern.compile("^([+-])(\\d(?!\\d))");

    /** A year alone is no day that somebody has counted. */
    private static final Pattern COUNTED = Pattern.compile("([1-5]\\d{4})(\\.\\d+)?");

    private static final DateTimeFormatter SPELLED = DateTimeFormatter.ofPattern("MMMM d, u", Locale.US);

    private final ZoneId zone;
    private final boolean monthFirst;
    private final boolean sure;
    private final String example;

    /**
     * @param region whose order of day and month holds where the column does not say its own
     * @param zone the company's
     * @param order what the column says
     */
    public Dates(String region, ZoneId zone, DateOrder order) {
        this.zone = zone;
        this.sure = order == DateOrder.DayFirst || order == DateOrder.MonthFirst;
        this.monthFirst = sure ? order == DateOrder.MonthFirst : region.equals("US");
        this.example = monthFirst ? "3/31/2027" : "31/3/2027";
    }

    /** Empty for what is no date. */
    public Optional<Instant> read(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            LocalDate day = day(whole.group("day"));
            LocalTime time = time(whole);
            ZoneId there = zone(whole);
            if (day != null && time != null && there != null) {
                return Optional.of(day)
                        .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(LATEST))
                        .map(date -> date.atTime(time).atZone(there).toInstant());
            }
        }
        Matcher counted = COUNTED.matcher(text);
        if (counted.matches()) {
            long minutes = counted.group(2) == null ? 0 : Math.round(Double.parseDouble("0" + counted.group(2)) * 1440);
            return Optional.of(FIRST.plusDays(Long.parseLong(counted.group(1)))
                    .atStartOfDay()
                    .plus(minutes, ChronoUnit.MINUTES)
                    .atZone(zone)
                    .toInstant());
        }
        try {
            return text.length() > 10 ? Optional.of(Times.parse(text, false)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The day in the company's zone; empty for what is no date. */
    public Optional<LocalDate> readDay(String text) {
        return read(text).map(instant -> instant.atZone(zone).toLocalDate());
    }

    /** Says as what a date was read that could be another in the order of another country; null where it is sure. */
    public @Nullable String doubt(String text) {
        Matcher whole = WHOLE.matcher(text);
        Matcher parts = YEAR_LAST.matcher(whole.matches() ? whole.group("day") : "");
        if (sure || !parts.matches() || parts.group(2).equals(".")) {
            return null;
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(3));
        LocalDate day = day(parts.group());
        return first > 12 || second > 12 || first == second || day == null
                ? null
                : "“" + text + "” is read as " + SPELLED.format(day)
                        + "; no other row says whether the month or the day comes first.";
    }

    private @Nullable LocalDate day(String text) {
        Matcher parts = YEAR_FIRST.matcher(text);
        if (parts.matches()) {
            return day(parts.group(1), Integer.parseInt(parts.group(3)), parts.group(4));
        }
        parts = FIGURES.matcher(text);
        if (parts.matches()) {
            return day(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
        }
        parts = YEAR_BEFORE_NAME.matcher(text);
        if (parts.matches()) {
            return day(parts.group(1), month(parts.group(2)), parts.group(3));
        }
        parts = YEAR_LAST.matcher(text);
        if (parts.matches()) {
            int first = Integer.parseInt(parts.group(1));
            int second = Integer.parseInt(parts.group(3));
            boolean month = !parts.group(2).equals(".") && second > 12
                    || first <= 12 && monthFirst && !parts.group(2).equals(".");
            return month ? day(parts.group(4), first, parts.group(3)) : day(parts.group(4), second, parts.group(1));
        }
        parts = MONTH_FIRST.matcher(text);
        if (parts.matches()) {
            return day(parts.group(3), month(parts.group(1)), parts.group(2));
        }
        parts = DAY_FIRST.matcher(text);
        return parts.matches() ? day(parts.group(3), month(parts.group(2)), parts.group(1)) : null;
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String word = lower.equals("sept") ? "sep" : lower;
        return 1
                + MONTHS.indexOf(MONTHS.stream()
                        .filter(month -> month.startsWith(word))
                        .findFirst()
                        .orElse(""));
    }

    private static @Nullable LocalDate day(String year, int month, String day) {
        try {
            int number = Integer.parseInt(year);
            return LocalDate.of(year.length() == 2 ? 2000 + number : number, month, Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null; // a day that no calendar has
        }
    }

    /** Midnight where there is none; null for one that no clock shows. */
    private static @Nullable LocalTime time(Matcher whole) {
        if (whole.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(whole.group("hour"));
        String half = whole.group("half");
        if (half == null && whole.group("minute") == null || half != null && (hour < 1 || hour > 12)) {
            return null;
        }
        boolean afternoon = half != null && half.toLowerCase(Locale.ROOT).startsWith("p");
        try {
            return LocalTime.of(
                    half == null ? hour : hour % 12 + (afternoon ? 12 : 0),
                    number(whole.group("minute")),
                    number(whole.group("second")));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The company's where the text names none; null for one that there is not. */
    private @Nullable ZoneId zone(Matcher whole) {
        String named = whole.group("zone");
        if (named == null) {
            return zone;
        }
        String text = named.toUpperCase(Locale.ROOT);
        boolean alone = text.startsWith("+") || text.startsWith("-");
        if (alone
                && whole.group("second") == null
                && !YEAR_FIRST.matcher(whole.group("day")).matches()) {
            return null; // from 8:00-10:00
        }
        String offset = text.replaceFirst("^(?:UTC|GMT|Z)", "");
        try {
            return ZoneOffset.of(OF_US.getOrDefault(
                    text, offset.isEmpty() ? "Z" : SHORT_HOUR.matcher(offset).replaceFirst("$1" + "0$2")));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether this is a day of the year 1, with a time or without: what .NET writes for a date that was never set. */
    public boolean isNotSet(String text) {
        LocalDate day = day(text.replaceFirst("[ T].*", ""));
        return Times.isNotSet(text) || day != null && day.getYear() == 1;
    }

    /** What to say of something else. */
    public String expected() {
        return "A date is expected, such as " + example + " or 2027-03-31.";
    }
}
