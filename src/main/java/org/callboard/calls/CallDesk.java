package org.callboard.calls;

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
    Joined
}
