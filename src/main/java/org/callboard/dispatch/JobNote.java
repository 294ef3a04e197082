package org.callboard.dispatch;

import java.time.Instant;

/** What somebody wrote about a job. */
public record JobNote(
        long id,
        long jobId,
        String text,
        boolean isPinned,
        boolean active,
        Instant createdOn,
        long createdById,
        Instant modifiedOn) {}
