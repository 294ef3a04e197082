package org.callboard.openinghours;

import java.util.Locale;

/** What a person is asked about before a visit is booked, and a program is told of afterwards. It forbids nothing. */
public record VisitWarning(Kind kind, String sentence) {

    public enum Kind {
        InThePast,
        FarAhead,
        OnHoliday,
        OutsideOpeningHours;

        /** What programs read, such as {@code outside-opening-hours}. */
        public String code() {
            return name().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }
    }
}
