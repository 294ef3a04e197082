package org.callboard.calls;

import java.time.Instant;

/** A call that reached nobody, and when that was clear. */
public record MissedCall(long id, Instant missedOn) {

    /** Of one that is over. */
    public static MissedCall of(Call call) {
        Instant ended = call.telephone().endedOn();
        return new MissedCall(call.id(), ended == null ? call.telephone().receivedOn() : ended);
    }
}
