package org.callboard.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event for one receiver. */
public record Delivery(
        long id,
        long webhookId,
        String event,
        String eventKey,
        String recordKind,
        long recordId,
        String data,
        State state,
        int attempts,
        Instant dueOn,
        Instant happenedOn,
        Instant createdOn,
        @Nullable Instant closedOn) {

    /** The constants are the wire's own words. */
    public enum State {
        Pending,
        Delivered,
        /** Given up; it can be sent again. */
        Failed
    }

    /**
     * One try.
     *
     * @param status the status of the answer; null where there was none
     * @param answer its beginning, or why there was none
     */
    public record Attempt(
            int number,
            Instant attemptedOn,
            int millis,
            @Nullable Integer status,
            String answer) {}

    /** A delivery with all its tries, the first one first. */
    public record WithAttempts(Delivery delivery, List<Attempt> attempts) {}
}
