package org.callboard.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.callboard.access.Tenants;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.WallClockTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a job starts: what somebody entered by the company's clocks, as a moment that they really meant. */
@Component
class StartTimes {

    private final Tenants tenants;
    private final Clock clock;

    StartTimes(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Notes under {@code start} that there is none, or none by the clocks; and under {@code confirmedStart} what to
     * confirm before a job is booked at this very time.
     */
    void check(long tenant, BookJobRequest form, FieldErrors errors) {
        errors.required("start", form.start());
        if (form.start() != null) {
            check(time(tenant, form.start()), form.confirmedStart(), clock.instant(), errors);
        }
    }

    /** Where the clocks show the time twice it is the first one, which is what the person was told. */
    Instant moment(long tenant, BookJobRequest form) {
        return time(tenant, Objects.requireNonNull(form.start())).first();
    }

    static void check(WallClockTime start, @Nullable LocalDateTime confirmed, Instant now, FieldErrors errors) {
        if (!start.check("start", errors) || start.time().equals(confirmed)) {
            return;
        }
        boolean past = start.first().isBefore(now.truncatedTo(ChronoUnit.MINUTES)); // forms know no seconds
        errors.addIf(past, "confirmedStart", "This time is in the past. Book it anyway?");
        errors.addIf(
                start.comesTwice(),
                "confirmedStart",
                "The clocks are put back then and show this time twice. Book the first of the two?");
    }

    private WallClockTime time(long tenant, LocalDateTime start) {
        return new WallClockTime(start, tenants.get(tenant).timeZone());
    }
}
