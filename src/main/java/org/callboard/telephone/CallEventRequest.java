package org.callboard.telephone;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallEvent;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.IgnoredFields;
import org.callboard.validation.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a telephone system tells of a call.
 *
 * @param callId the system's own id of the whole call
 * @param legId the telephone that it is about; the call itself where it is missing
 * @param from the numbers as the system has them; empty where one is withheld, missing where it is not told
 * @param at when it happened; now where it is missing
 * @param url where a recording is
 */
public record CallEventRequest(
        @NotBlank @Size(max = 100) String callId,
        @NotNull Kind event,
        @Size(max = 100) @Nullable String legId,
        @Nullable CallDirection direction,
        @Size(max = 200) @Nullable String from,
        @Size(max = 200) @Nullable String to,
        @Size(max = 200) @Nullable String callerName,
        @Valid @Nullable AgentModel agent,
        @Nullable EndReason reason,
        @Nullable Instant at,
        @Size(max = 2000) @Nullable String url) {

    /** Why a telephone or a call ended; the constants are the wire's own words. */
    public enum EndReason {
        Busy,
        NoAnswer,
        Canceled,
        Failed
    }

    /** Who answers, as the system knows them; each part may be missing. */
    public record AgentModel(
            @Size(max = 20) @Nullable String extension,
            @Size(max = 200) @Nullable String telephone,
            @Size(max = 254) @Nullable String email,
            @Size(max = 100) @Nullable String externalId,
            @Size(max = 200) @Nullable String name) {

        CallEvent.Agent agent() {
            return new CallEvent.Agent(extension, telephone, email, externalId, name);
        }
    }

    private static final String HTTPS = "An address that begins with https:// is expected.";

    /** What is wrong with the event beside its fields. */
    FieldErrors wrong(Instant now) {
        FieldErrors errors = new FieldErrors();
        if (event != null && event.hasUrl()) {
            errors.required("url", url);
        }
        errors.addIf(url != null && !url.isEmpty() && https(url).isEmpty(), "url", HTTPS);
        if (at != null && !EventTime.isBelievable(at, now)) {
            IgnoredFields.report(
                    List.of("at"), "A time within the last 24 hours is expected; the event counts as of now.", errors);
        }
        return errors;
    }

    private static Optional<URI> https(String url) {
        try {
            URI address = WebAddress.read(url);
            return "https".equals(address.getScheme()) && address.getHost() != null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The event of a system; nothing may be wrong with it. */
    CallEvent event(long system, Instant now) {
        return new CallEvent(
                system,
                callId,
                event,
                legId == null || legId.isEmpty() ? null : legId,
                direction,
                from,
                to,
                callerName,
                agent == null ? null : agent.agent(),
                reason == null ? null : reason.name(),
                at == null ? now : EventTime.believed(at, now),
                event.hasUrl() && url != null ? https(url).map(URI::toString).orElse(null) : null);
    }
}
