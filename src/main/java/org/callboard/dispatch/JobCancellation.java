package org.callboard.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a job was canceled, and why.
 *
 * @param active false where that was taken back
 */
public record JobCancellation(
        long id,
        long jobId,
        long reasonId,
        String reasonName,
        @Nullable String memo,
        boolean active,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {}
