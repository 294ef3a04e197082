package org.callboard.webhooks;

import java.time.Instant;
import java.util.Set;
import org.callboard.http.EntityTag;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be told: where, of what, and how it stands.
 *
 * @param filter what it is told of bookings and leads alone; customers and locations have no such fields
 * @param connectionId the connection that made it; null where a person did
 * @param failures deliveries in a row that failed
 */
public record Webhook(
        long id,
        String url,
        @Nullable String description,
        Set<WebhookEvent> events,
        Filter filter,
        @Nullable Long connectionId,
        State state,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant quietUntil,
        @Nullable Instant formerSecretUntil,
        Instant createdOn,
        Instant modifiedOn) {

    /** The tag of what the API shows of it. */
    EntityTag tag() {
        return EntityTag.ofContent(WebhookJson.WebhookResponse.from(this));
    }

    /** Only records with these ids; null for any. */
    public record Filter(
            @Nullable Long bookingProviderId,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId) {

        public static final Filter NONE = new Filter(null, null, null);
    }

    /** The constants are the wire's own words. */
    public enum State {
        /** It is told. */
        Active,
        /** Somebody stopped it. */
        Paused,
        /** Callboard stopped it, since nothing had arrived for three days. */
        Failing,
        /** Callboard stopped it, since the receiver answered 410. */
        Gone
    }
}
