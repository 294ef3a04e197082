package org.callboard.webhooks;

import java.util.Set;
import org.callboard.changes.EntityKind;
import org.callboard.platform.ApiProblem;
import org.jspecify.annotations.Nullable;

/** What somebody wants a webhook to be. */
public record WebhookDraft(
        @Nullable String url, @Nullable String description, Set<WebhookEvent> events, Webhook.Filter filter) {

    /** The same for a booking provider; 403 for what it is not told: anything but its own bookings. */
    WebhookDraft ofProvider(long provider) {
        boolean others = events.stream().anyMatch(event -> event.recordKind() != EntityKind.BOOKING);
        if (others || filter.bookingProviderId() != null && filter.bookingProviderId() != provider) {
            throw ApiProblem.forbidden("A booking provider is told of its own bookings only.");
        }
        return new WebhookDraft(
                url, description, events, new Webhook.Filter(provider, filter.campaignId(), filter.businessUnitId()));
    }
}
