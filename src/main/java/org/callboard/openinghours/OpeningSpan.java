package org.callboard.openinghours;

import java.time.DayOfWeek;

/**
 * Part of a weekday on which somebody works, by the company's clocks.
 *
 * @param fromMinute of the day, from 0
 * @param toMinute after it, up to 1440, which is midnight
 */
public record OpeningSpan(DayOfWeek weekday, int fromMinute, int toMinute) {

    static final int MIDNIGHT = 24 * 60;

    boolean beginsAt(int minute) {
        return fromMinute <= minute && minute < toMinute;
    }

    boolean endsAt(int minute) {
        return fromMinute < minute && minute <= toMinute;
    }
}
