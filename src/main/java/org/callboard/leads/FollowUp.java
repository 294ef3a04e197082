package org.callboard.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's log: somebody tried to reach the person, or did. It is never changed.
 *
 * @param channel how; null where a program did not say
 * @param outcome what came of it; null where nobody said
 * @param pinned whether it stands before all others
 * @param nextOn when to try again, as it was decided then; null for not at all
 * @param byName who it was: a person, or the name of a program
 */
public record FollowUp(
        long id,
        @Nullable Channel channel,
        @Nullable Outcome outcome,
        @Nullable String text,
        boolean pinned,
        @Nullable Instant nextOn,
        Instant createdOn,
        String byName) {

    /** How somebody was reached for. */
    public enum Channel {
        Call,
        Text,
        Email,
        Visit;

        /** The word on the screen. */
        public String label() {
            return this == Email ? "E-mail" : name();
        }
    }

    /** What came of it. */
    public enum Outcome {
        Reached("Reached"),
        LeftVoicemail("Left voicemail"),
        NoAnswer("No answer"),
        Busy("Busy"),
        WrongNumber("Wrong number"),
        /** A text or e-mail, whose answer is not there yet. */
        Sent("Sent");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The words on the screen. */
        public String label() {
            return label;
        }
    }
}
