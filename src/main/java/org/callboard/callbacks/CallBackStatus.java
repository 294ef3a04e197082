package org.callboard.callbacks;

/** What became of a call-back; the constants are the stored words. */
public enum CallBackStatus {
    Open,
    /** Somebody reached them. */
    Reached,
    /** The office talked to them in another call, which somebody wrapped up. */
    Answered,
    /** They are not called back. */
    Dismissed
}
