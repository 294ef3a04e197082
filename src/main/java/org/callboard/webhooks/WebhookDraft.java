package org.callboard.webhooks;

import java.util.Set;
import org.callboard.changes.EntityKind;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;

/** What somebody wants a webhook to be. */
public record WebhookDraft(
        @Nullable String url, @Nullable String description, Set<WebhookEvent> events, Webhook.Filter filter) {

    /** Whether it asks for no more than a booking provider is told: its own bookings. */
    boolean isOfProvider(long provider) {
        return events.stream().allMatch(event -> event.recordKind() == EntityKind.BOOKING)
                && (filter.bookingProviderId() == null || filter.bookingProviderId() == provider);
    }

    /** The same for a booking provider; Forbidden for what it is not told. */
    WebhookDraft ofProvider(long provider) {
        if (!isOfProvider(provider)) {
            throw RefusalCode.OTHER_PROVIDER.refuse("A booking provider is told of its own bookings only.");
        }
        return new WebhookDraft(
                url, description, events, new Webhook.Filter(provider, filter.campaignId(), filter.businessUnitId()));
    }
}
