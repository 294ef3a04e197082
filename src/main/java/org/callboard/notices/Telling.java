package org.callboard.notices;

import java.util.function.Supplier;

/**
 * Whether the customer is told of what is done: who does it in the office decides, and else the job says so. What is never
 * told, whoever decides, are messages that the company has switched off.
 */
public enum Telling {
    YES,
    NO,
    /** As the job says. */
    AS_SET;

    private static final ScopedValue<Telling> CURRENT = ScopedValue.newInstance();

    /** Does something, with this decided for whatever it does. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    static Telling current() {
        return CURRENT.orElse(AS_SET);
    }

    boolean tells(boolean jobSays) {
        return this == YES || this == AS_SET && jobSays;
    }
}
