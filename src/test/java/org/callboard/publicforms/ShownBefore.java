package org.callboard.publicforms;

import java.time.Clock;
import java.time.Duration;
import org.callboard.testing.Server;

/** Forms that were shown some time ago: a test neither waits nor sends faster than anybody types. */
public final class ShownBefore {

    private ShownBefore() {}

    /** A token of a form that was shown so long ago. */
    public static String token(String form, Duration ago) {
        return Server.bean(FormTokens.class)
                .issue(form, Server.bean(Clock.class).instant().minus(ago))
                .text();
    }
}
