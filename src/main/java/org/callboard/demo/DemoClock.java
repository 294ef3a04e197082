package org.callboard.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Shows the moment that is being played to the code that plays it, and the real time to everybody else. */
final class DemoClock extends Clock {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final Clock real;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** Runs the work as if it were that moment. */
    static void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(real.withZone(zone));
    }
}
