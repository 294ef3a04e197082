package org.callboard.calls;

import org.jspecify.annotations.Nullable;

/** What the office made of a call; the constants are the stored words. */
public enum CallDesk {
    /** Waits for somebody, or is somebody's. */
    Open,
    /** A job came of it. */
    Booked,
    /** A lead came of it. */
    Lead,
    /** Nothing came of it, for a reason that is kept. */
    Dismissed,
    /** It reached nobody, and its number is called back. */
    CallBack,
    /** It reached nobody, and there is no number to call back. */
    Lost,
    /** The company called. */
    Outgoing,
    /** Between the company's own telephones. */
    Internal,
    /** From a number that somebody blocked. */
    Blocked,
    /** It was opened by hand, and is the same as another one. */
    Joined;

    /**
     * Where a call stands, as people say it.
     *
     * @param state what the telephone did; null where none told of it
     */
    public String word(@Nullable CallState state) {
        return switch (this) {
            case Open -> state == null ? "Open" : state == CallState.Answered ? "Talking" : state.name();
            case CallBack -> "Call-back";
            case Lost -> "Missed";
            case Internal -> "Team";
            case Booked, Lead, Dismissed, Outgoing, Blocked, Joined -> name();
        };
    }
}
