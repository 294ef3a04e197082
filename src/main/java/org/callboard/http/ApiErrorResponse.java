package org.callboard.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.callboard.refusals.Refusal;
import org.springframework.http.HttpStatus;

/**
 * The wire form of a refusal, modeled on RFC 9457, always with all six keys.
 *
 * @param errors for people
 * @param data for programs: a {@code code}, and facts
 */
public record ApiErrorResponse(
        String type,
        String title,
        int status,
        String traceId,
        Map<String, List<String>> errors,
        Map<String, Object> data) {

    private static final String CODE = "code";

    private ApiErrorResponse(
            HttpStatus status,
            String title,
            String traceId,
            Map<String, List<String>> errors,
            Map<String, Object> data) {
        this(
                "https://www.rfc-editor.org/rfc/rfc9110#status." + status.value(),
                title,
                status.value(),
                traceId,
                errors,
                data);
    }

    /** A refusal, under the trace id of this request. */
    public static ApiErrorResponse of(Refusal refusal) {
        SortedMap<String, Object> data = new TreeMap<>(refusal.facts());
        data.put(CODE, refusal.code().word());
        return new ApiErrorResponse(status(refusal), refusal.title(), RequestIds.traceId(), refusal.errors(), data);
    }

    /** What HTTP itself refuses: its code is the name of the status. */
    public static ApiErrorResponse of(HttpStatus status, String title) {
        return of(status, title, RequestIds.traceId());
    }

    static ApiErrorResponse of(HttpStatus status, String title, String traceId) {
        String code = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ApiErrorResponse(status, title, traceId, Map.of(), Map.of(CODE, code));
    }

    /** The one place that says what a refusal is over HTTP. */
    public static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid r -> HttpStatus.BAD_REQUEST;
            case Refusal.Unauthenticated r -> HttpStatus.UNAUTHORIZED;
            case Refusal.Forbidden r -> HttpStatus.FORBIDDEN;
            case Refusal.NotFound r -> HttpStatus.NOT_FOUND;
            case Refusal.TooSlow r -> HttpStatus.REQUEST_TIMEOUT;
            case Refusal.Conflict r -> HttpStatus.CONFLICT;
            case Refusal.Stale r -> HttpStatus.PRECONDITION_FAILED;
            case Refusal.TooLarge r -> HttpStatus.CONTENT_TOO_LARGE;
            case Refusal.WrongType r -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case Refusal.KeyReused r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Refusal.TooMany r -> HttpStatus.TOO_MANY_REQUESTS;
            case Refusal.Busy r -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
