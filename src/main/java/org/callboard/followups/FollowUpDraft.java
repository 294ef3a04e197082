package org.callboard.followups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A follow-up that is to be logged; the text also becomes a note of the lead. */
public record FollowUpDraft(
        @Nullable Channel channel,
        @Nullable Outcome outcome,
        @Nullable String text,
        boolean pinToTop,
        @Nullable Instant followUpDate) {}
