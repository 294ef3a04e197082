package org.callboard.jobreasons;

import java.time.Instant;
import org.callboard.settings.Setting;

/** Why an appointment waits. */
public record JobHoldReason(long id, ReasonName details, boolean active, Instant createdOn, Instant modifiedOn)
        implements Setting<ReasonName> {}
