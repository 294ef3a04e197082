package org.callboard.openinghours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hours of one weekday as people write them: {@code 7 am - 7 pm}, {@code 8-12, 1-5}, {@code 7:30 to 16:00}, {@code
 * closed}, {@code all day}. Without {@code am} or {@code pm} an hour that would go back is one of the afternoon.
 */
final class OpeningText {

    private static final Pattern TIME =
            Pattern.compile("(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?(?:([ap])\\.?m?\\.?)?|noon|midnight");
    private static final Pattern BETWEEN_SPANS = Pattern.compile("[,;&]|and");
    private static final Pattern BETWEEN_TIMES = Pattern.compile("[-–—]|to");
    private static final int NOON = 12 * 60;

    private OpeningText() {}

    /** The spans that a text names, none for nothing and {@code closed}; null where it can't be understood. */
    static @Nullable List<OpeningSpan> read(DayOfWeek weekday, String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0\\u202f]+", "");
        if (plain.isEmpty() || plain.equals("closed")) {
            return List.of();
        }
        if (plain.matches("allday|24h(ours)?|24/7")) {
            return List.of(new OpeningSpan(weekday, 0, OpeningSpan.MIDNIGHT));
        }
        List<OpeningSpan> spans = new ArrayList<>();
        int last = 0;
        for (String part : BETWEEN_SPANS.split(plain, -1)) {
            String[] ends = BETWEEN_TIMES.split(part, -1);
            Integer from = ends.length == 2 ? minute(ends[0], last, false) : null;
            Integer to = from == null ? null : minute(ends[1], from + 1, true);
            if (from == null || to == null) {
                return null;
            }
            spans.add(new OpeningSpan(weekday, from, to));
            last = to;
        }
        return spans;
    }

    /** The minute of the day that is not before another; null where there is none. */
    private static @Nullable Integer minute(String text, int least, boolean end) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        if (time.group("hour") == null) {
            int named = text.equals("noon") ? NOON : end ? OpeningSpan.MIDNIGHT : 0;
            return named < least ? null : named;
        }
        int hour = Integer.parseInt(time.group("hour"));
        int minute = time.group("minute") == null ? 0 : Integer.parseInt(time.group("minute"));
        String half = time.group(3);
        if (minute > 59 || hour > 24 || half != null && (hour < 1 || hour > 12)) {
            return null;
        }
        int said = hour * 60 + minute;
        if (half != null) {
            said = hour % 12 * 60 + minute + (half.equals("p") ? NOON : 0);
        } else if (said < least && hour <= 12) {
            said = hour % 12 * 60 + minute + NOON;
        }
        if (said == 0 && end) {
            said = OpeningSpan.MIDNIGHT;
        }
        return said < least || said > OpeningSpan.MIDNIGHT ? null : said;
    }

    /** How the spans of one weekday are shown; {@code Closed} for none. */
    static String write(List<OpeningSpan> spans) {
        return spans.isEmpty()
                ? "Closed"
                : spans.stream()
                        .map(span -> time(span.fromMinute()) + " – " + time(span.toMinute()))
                        .collect(Collectors.joining(", "));
    }

    /** Such as {@code 7:30 AM}. */
    static String time(int minute) {
        int hour = minute / 60;
        return (hour % 12 == 0 ? 12 : hour % 12) + ":" + String.format(Locale.ROOT, "%02d", minute % 60)
                + (hour % 24 < 12 ? " AM" : " PM");
    }
}
