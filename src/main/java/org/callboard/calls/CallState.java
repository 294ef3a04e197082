package org.callboard.calls;

import java.util.Collection;

/** What the telephone did; the constants are the stored words. */
public enum CallState {
    Ringing,
    Answered,
    /** Over, after somebody answered. */
    Ended,
    /** Over, and nobody answered. */
    Missed;

    /**
     * The state that follows from all that is known of a call, in whatever order it was told. One telephone that did not
     * answer says nothing while others may; so only a call that is over is ended or missed.
     *
     * @param voicemail whether a message was left: what answered was a machine then, unless a user did
     */
    static CallState of(Collection<CallLeg> legs, boolean isOver, boolean voicemail) {
        boolean answered = legs.stream().anyMatch(leg -> leg.isAnswered(voicemail));
        if (isOver) {
            return answered ? Ended : Missed;
        }
        return answered ? Answered : Ringing;
    }

    /** Whether somebody answered, also where it is over. */
    boolean isAnswered() {
        return this == Answered || this == Ended;
    }

    public boolean isOver() {
        return this == Ended || this == Missed;
    }
}
