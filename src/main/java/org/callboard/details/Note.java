package org.callboard.details;

import java.time.Instant;

/** What somebody wrote down about a customer or a location. A pinned note stands before all others. */
public record Note(long id, String text, boolean isPinned, long createdById, Instant createdOn, Instant modifiedOn) {}
