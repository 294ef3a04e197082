package org.callboard.openinghours;

import java.time.Instant;
import java.time.LocalDate;
import org.callboard.settings.Setting;
import org.callboard.validation.VisibleText;

/** A day on which nobody works. */
public record Holiday(long id, Details details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<Holiday.Details> {

    /** @param yearly whether it is this day of every year; 29 February comes in leap years */
    public record Details(String name, LocalDate day, boolean yearly) implements Named {
        public Details {
            name = VisibleText.strip(name);
        }
    }

    /** Whether it is on this day. */
    public boolean isOn(LocalDate date) {
        LocalDate day = details.day();
        return details.yearly()
                ? day.getMonth() == date.getMonth() && day.getDayOfMonth() == date.getDayOfMonth()
                : day.equals(date);
    }
}
