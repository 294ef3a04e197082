package org.callboard.phonelines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number (E.164) whose calls bother nobody: they stand in the history and nowhere else. */
public record BlockedNumber(
        long id, String number, @Nullable String memo, long blockedBy, String blockedByName, Instant blockedOn) {}
