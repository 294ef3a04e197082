package org.callboard.callapi;

import org.callboard.calls.CallDesk;
import org.jspecify.annotations.Nullable;

/** What came of a call, in the words of the contract. */
enum CallType {
    /** Nobody had it. */
    Abandoned,
    /** It might have become a job, and did not. */
    Unbooked,
    /** It counts for nobody. */
    Excused,
    Booked,
    /** It was about something else. */
    NotLead;

    /** Null where nothing came of it so far, or nothing ever will. */
    static @Nullable CallType of(CallDesk desk, boolean excused, boolean leadReason) {
        return switch (desk) {
            case Booked -> Booked;
            case Lead -> Unbooked;
            case Dismissed -> excused ? Excused : leadReason ? Unbooked : NotLead;
            case CallBack, Lost -> Abandoned;
            case Open, Outgoing, Internal, Blocked, Joined -> null;
        };
    }
}
