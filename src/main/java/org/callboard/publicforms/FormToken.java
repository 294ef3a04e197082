package org.callboard.publicforms;

import java.time.Duration;
import java.time.Instant;

/**
 * What a form carries from the moment it is shown to the moment it is sent.
 *
 * @param text as it stands in the form
 * @param code names this one form, at random: what is sent twice under it counts once
 */
public record FormToken(String text, String code, Instant shownOn) {

    /** Nobody reads and fills a form faster. */
    static final Duration QUICKEST = Duration.ofSeconds(3);

    /** What was uploaded for a form is removed after a day. */
    static final Duration MAX_AGE = Duration.ofHours(12);

    public boolean tooQuick(Instant now) {
        return shownOn.plus(QUICKEST).isAfter(now);
    }

    public boolean tooOld(Instant now) {
        return shownOn.plus(MAX_AGE).isBefore(now);
    }
}
