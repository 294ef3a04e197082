package org.callboard.drafts;

/** The inquiry that something is typed for. */
public record DraftKey(Kind kind, long id) {

    /** What it is, by the words of addresses. */
    public enum Kind {
        booking,
        call
    }

    public static DraftKey booking(long id) {
        return new DraftKey(Kind.booking, id);
    }

    public static DraftKey call(long id) {
        return new DraftKey(Kind.call, id);
    }
}
