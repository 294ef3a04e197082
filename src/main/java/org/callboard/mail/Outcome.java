package org.callboard.mail;

/**
 * What came of handing a message over.
 *
 * @param answer the other side's words, or ours where it said nothing
 */
record Outcome(Kind kind, String answer) {

    private static final int MAX_LENGTH = 500;

    public enum Kind {
        /** It is theirs now. */
        Taken,
        /** They will not have it, today or later. */
        Refused,
        /** They do not have it; later it may go. */
        NotNow,
        /** They may have it or not. */
        Lost,
        /** Somebody else has this message in hand; nothing was handed over. */
        Dropped
    }

    public static Outcome of(Kind kind, String answer) {
        return new Outcome(kind, PlainText.line(answer, MAX_LENGTH));
    }
}
