package org.callboard.queue;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.callbacks.TryOutcome;
import org.callboard.calls.CallState;
import org.callboard.database.RecordShape;
import org.callboard.jobs.Priority;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry in the queue of the Calls screen.
 *
 * @param open whether it still waits, or is somebody's
 * @param rank 0 for urgent ones, 1 for those that want somebody today, 2 for all others, -1 ahead of all for calls that
 *     nobody has while the caller is on the line, 3 for those that rest; lower comes first
 * @param line what the telephone told; null for what came in writing
 * @param doNotService whether a number or an e-mail address of the inquiry is that of a customer who is marked so
 * @param outside whether its address is outside of the company's service areas
 * @param version grows with every change, so that an older picture of the row never replaces a newer one
 * @param createdOn since when somebody waits
 */
public record QueueRow(
        InquiryKey key,
        String name,
        String source,
        String provider,
        @Nullable Address address,
        String summary,
        @Nullable Priority priority,
        @Nullable Instant start,
        boolean open,
        @Nullable Long claimedBy,
        @Nullable String claimedByName,
        int rank,
        @Nullable Line line,
        boolean doNotService,
        boolean outside,
        int version,
        Instant createdOn) {

    /**
     * What the telephone told of a call, or of those that are called back.
     *
     * @param callState null where no telephone told of it
     * @param number E.164; null where it is withheld, not told, or no number
     * @param missed how many calls are called back; 0 for a call
     * @param dueOn when to call back; null for a call
     */
    public record Line(
            boolean withheld,
            @Nullable CallState callState,
            @Nullable String number,
            int missed,
            int tries,
            @Nullable TryOutcome lastTry,
            @Nullable Instant dueOn) {

        public boolean live() {
            return callState != null && !callState.isOver();
        }

        public boolean rings() {
            return callState == CallState.Ringing;
        }

        /** What it is, in a word. */
        public String word() {
            if (missed > 0) {
                return missed == 1 ? "Call back" : "Call back, missed " + missed + " times";
            }
            return callState == null
                    ? "Call"
                    : switch (callState) {
                        case Ringing -> "Ringing";
                        case Answered -> "Talking";
                        case Ended -> "Call ended";
                        case Missed -> "Missed";
                    };
        }

        /** How the tries to call back went; null where there was none. */
        public @Nullable String tried() {
            return lastTry == null ? null : lastTry.label() + (tries == 1 ? "" : " (" + tries + " tries)");
        }
    }

    QueueRow marked(boolean barred, boolean elsewhere) {
        return RecordShape.with(RecordShape.with(this, "doNotService", barred), "outside", elsewhere);
    }

    /** The same by who is known to call. */
    QueueRow named(String caller, String number) {
        return RecordShape.with(RecordShape.with(this, "name", caller), "summary", number);
    }

    /** Where it is shown. */
    public String path() {
        return key.path();
    }

    /** City and state, as far as they are said; null where neither is. */
    public @Nullable String place() {
        return address == null
                ? null
                : Stream.of(address.city(), address.state())
                        .filter(VisibleText::in)
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(", "), place -> place.isEmpty() ? null : place));
    }

    public boolean urgent() {
        return rank == 0;
    }

    public boolean today() {
        return rank == 1;
    }
}
