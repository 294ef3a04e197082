package org.callboard.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.callboard.changes.Action;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who in the office has a call. Who answers the telephone has it, and keeps it while they talk; else a claim is a lease that
 * the open page prolongs, and that ends by itself when its user is gone.
 */
@Service
public class CallClaims {

    /** How long a claim lasts without a sign of life from its user. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    private final SaveCall save;
    private final Clock clock;

    CallClaims(SaveCall save, Clock clock) {
        this.save = save;
        this.clock = clock;
    }

    /**
     * Opens a missed call, which the caller has locked, for them: they reached whom it came from. CALL_HELD where somebody
     * else has it, CALL_CLOSED where something else became of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Call reached(long tenant, Call call) {
        long user = Caller.current().userId();
        Instant now = clock.instant();
        if (call.desk() != CallDesk.CallBack && call.desk() != CallDesk.Open) {
            throw HoldCall.closed(call);
        }
        Call mine = HoldCall.free(call, now).with(call.handling().claimed(user, now, now.plus(LEASE)));
        mine = RecordShape.with(mine, "lookOn", now.plus(LEASE));
        return save.save(tenant, call, mine, false, Action.REACHED);
    }
}
