package org.callboard.limits;

import java.time.Clock;
import org.callboard.secrets.Secrets;
import org.callboard.testing.Server;

/** The server's limits by a clock that a test sets. */
public final class LimiterAt {

    private LimiterAt() {}

    public static Limiter clock(Clock clock) {
        return new Limiter(Server.bean(RecentUseStore.class), Server.bean(Secrets.class), clock);
    }
}
