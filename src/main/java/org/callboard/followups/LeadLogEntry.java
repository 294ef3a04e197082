package org.callboard.followups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's log: somebody tried to reach the person, or did, or wrote something down. It is never changed.
 *
 * @param note whether it is a note and no follow-up
 * @param channel how; null where a program did not say
 * @param outcome what came of it; null where nobody said
 * @param pinToTop whether it stands before all others
 * @param followUpDate when to try again, as it was decided then; null for not at all
 * @param createdByName who it was: a person, or the name of a program
 * @param callId the call of which the telephone told; null for what somebody logged
 * @param talkTime how long they talked then, such as {@code 3:12}; null while they do, and where they did not
 */
public record LeadLogEntry(
        boolean note,
        @Nullable Channel channel,
        @Nullable Outcome outcome,
        @Nullable String text,
        boolean pinToTop,
        @Nullable Instant followUpDate,
        Instant createdOn,
        String createdByName,
        @Nullable Long callId,
        @Nullable String talkTime) {

    /** What it is, in two or three words. */
    public String what() {
        if (note) {
            return "Note";
        }
        String how = channel == null ? "Follow-up" : channel.label();
        String came = outcome == null ? talkTime : outcome.label();
        return came == null ? how : how + " · " + came;
    }
}
