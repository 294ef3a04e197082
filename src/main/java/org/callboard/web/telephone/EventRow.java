package org.callboard.web.telephone;

import java.time.Instant;
import org.callboard.telephone.TelephoneEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a telephone system sent, in words.
 *
 * @param what happened, as the system calls it
 * @param from the numbers as they were sent; null where none was
 * @param telephone whether it is about one telephone that was rung, and not the call
 * @param result what became of it
 * @param bad whether nothing did
 * @param body as it came
 */
record EventRow(
        long id,
        Instant receivedOn,
        String what,
        boolean telephone,
        @Nullable String from,
        @Nullable String to,
        String result,
        boolean bad,
        @Nullable Long callId,
        String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static EventRow of(TelephoneEvent event) {
        JsonNode body = JSON.readTree(event.body());
        JsonNode form = body.path("fields");
        String status = text(form, "CallStatus");
        String what =
                form.isMissingNode() ? text(body, "event") : status == null ? text(form, "RecordingStatus") : status;
        return new EventRow(
                event.id(),
                event.receivedOn(),
                what == null ? "–" : what,
                text(form, "ParentCallSid") != null || text(body, "legId") != null,
                form.isMissingNode() ? text(body, "from") : text(form, "From"),
                form.isMissingNode() ? text(body, "to") : text(form, "To"),
                result(event),
                event.refused() != null || event.failure() != null,
                event.callId(),
                body.toPrettyString());
    }

    private static String result(TelephoneEvent event) {
        if (event.refused() != null) {
            return switch (event.refused()) {
                case Signature -> "Refused: the signature does not match";
                case Account -> "Refused: it names another account";
                case Unreadable -> "Refused: it can’t be read";
                case NoAddress -> "Refused: nobody said what Callboard’s address is";
            };
        }
        if (event.workedOn() != null) {
            return event.callId() == null ? "Not about a call" : "Call " + event.callId();
        }
        return event.failure() == null ? "Processing" : "Failed: " + event.failure();
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        JsonNode one = value.isArray() ? value.path(0) : value;
        return one.isString() && !one.stringValue().isEmpty() ? one.stringValue() : null;
    }
}
