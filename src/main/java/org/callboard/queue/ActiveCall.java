package org.callboard.queue;

import java.time.Instant;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallState;
import org.jspecify.annotations.Nullable;

/**
 * A call while it rings or somebody talks, with what the strip of calls says of it; it may be over by now.
 *
 * @param state null where no telephone told of it
 * @param open whether it waits for somebody or is somebody's
 * @param agentName who answered: a user, or as the telephone system calls them
 * @param number E.164; null where it is withheld, not told, or no number
 * @param told how the network calls the other party, or what it told of the number where that is none
 * @param line what people call the number that was dialed; null where it is none of the company's
 * @param version grows with every change
 */
public record ActiveCall(
        long id,
        int version,
        CallDirection direction,
        @Nullable CallState state,
        boolean open,
        @Nullable Long claimedBy,
        @Nullable String claimedByName,
        @Nullable String agentName,
        @Nullable String number,
        boolean withheld,
        @Nullable String told,
        @Nullable Long ownNumberId,
        @Nullable String line,
        @Nullable String campaign,
        Instant receivedOn) {

    /** Whether it shows on the screens of those for whom it rings: nobody has it yet. */
    public boolean rings() {
        return direction == CallDirection.Inbound && open && state == CallState.Ringing && claimedBy == null;
    }

    /** Whether somebody who came in is on the telephone with the one who has the call. */
    public boolean talks() {
        return direction == CallDirection.Inbound && open && state == CallState.Answered && claimedBy != null;
    }

    /** What became of it, in a word to those for whom it rang. */
    public String outcome() {
        String who = claimedByName == null ? agentName : claimedByName;
        if (state == CallState.Missed) {
            return "No one answered";
        }
        return who != null ? who + " took it" : state == CallState.Answered ? "Answered" : "Call ended";
    }
}
