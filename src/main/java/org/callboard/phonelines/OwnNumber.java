package org.callboard.phonelines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number under which the company is called.
 *
 * @param number E.164
 * @param campaignId what calls of it are credited to
 * @param ringGroupId who answers; everybody who takes calls where it names no group
 */
public record OwnNumber(
        long id,
        String number,
        String label,
        @Nullable Long campaignId,
        @Nullable Long businessUnitId,
        @Nullable Long ringGroupId,
        boolean active,
        int version,
        Instant createdOn,
        Instant modifiedOn) {}
