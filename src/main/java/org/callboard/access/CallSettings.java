package org.callboard.access;

import org.callboard.database.Variables;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many calls a connection may make, {@code CALLBOARD_CALLS_PER_SECOND}: 0 for any number. */
public record CallSettings(@DefaultValue(USUAL) int callsPerSecond) {

    /** What the trade's existing integrations are written for. */
    private static final String USUAL = "60";

    public CallSettings {
        Variables.require("CALLBOARD_CALLS_PER_SECOND", callsPerSecond, 0, 1_000_000);
    }
}
