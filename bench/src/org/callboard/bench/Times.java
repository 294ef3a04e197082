package org.callboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The years over which a company's customers came, more of them lately. Times count microseconds, as PostgreSQL does. */
record Times(long from, long until, long customers) {

    private static final Instant ZERO = Instant.parse("2000-01-01T00:00:00Z");
    private static final double GROWTH = 0.6;

    static final long HOUR = TimeUnit.HOURS.toMicros(1);
    static final long DAY = TimeUnit.DAYS.toMicros(1);

    static Times of(Instant until, Duration years, long customers) {
        return new Times(count(until.minus(years)), count(until), customers);
    }

    static long count(Instant instant) {
        return Duration.between(ZERO, instant).toNanos() / 1000;
    }

    /** When a customer was put on record: in the order of their numbers. */
    long created(long customer) {
        double part = (customer + 0.5) / customers;
        return from + (long) ((until - from) * Math.pow(part, GROWTH));
    }

    /** Some time after another, but not in the future. */
    long after(long time, double meanDays, Draw draw) {
        long later = time + (long) (draw.span(meanDays) * DAY);
        return later < until ? later : time + (long) (draw.unit() * (until - time));
    }
}
