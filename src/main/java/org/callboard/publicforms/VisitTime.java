package org.callboard.publicforms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When somebody would like a visit: a day, and a part of it. */
record VisitTime(LocalDate day, Part part) {

    /** A part of a day as people name it. */
    enum Part {
        any("at any time", 8),
        morning("in the morning", 8),
        afternoon("in the afternoon", 12),
        evening("in the evening", 17);

        private final String words;
        private final LocalTime from;

        Part(String words, int hour) {
            this.words = words;
            this.from = LocalTime.of(hour, 0);
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

    /** When that part begins where the company is, and now where it has begun. */
    Instant start(ZoneId zone, Instant now) {
        Instant begins = day.atTime(part.from).atZone(zone).toInstant();
        return begins.isBefore(now) ? now : begins;
    }

    /** Such as {@code Tuesday, March 3, in the morning}. */
    @Override
    public String toString() {
        return DAY.format(day) + ", " + part.words;
    }
}
