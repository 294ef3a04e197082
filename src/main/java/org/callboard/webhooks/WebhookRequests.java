package org.callboard.webhooks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.callboard.addresses.Limits.Line;
import org.callboard.outbound.Destinations;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.NullOrNotBlank;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;

/** What clients send about webhooks. */
final class WebhookRequests {

    private WebhookRequests() {}

    record CreateWebhookRequest(
            @NotBlank @Size(max = Destinations.MAX_LENGTH) String url,
            @Line @Nullable String description,
            @NotEmpty @Size(max = 50) List<String> events,
            @Nullable Long bookingProviderId,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId) {

        WebhookDraft draft(FieldErrors errors) {
            return new WebhookDraft(
                    url,
                    description,
                    WebhookRequests.events(Objects.requireNonNullElse(events, List.of()), errors),
                    new Webhook.Filter(bookingProviderId, campaignId, businessUnitId));
        }
    }

    /** A field that is left out stays; the nullable ones are cleared by null. */
    record UpdateWebhookRequest(
            @NullOrNotBlank @Size(max = Destinations.MAX_LENGTH) @Nullable
            String url,

            Patch<@Line String> description,

            @Size(min = 1, max = 50, message = "From {min} to {max} are expected.") @Nullable
            List<String> events,

            Patch<Long> bookingProviderId,
            Patch<Long> campaignId,
            Patch<Long> businessUnitId,
            @Nullable Boolean active) {

        WebhookDraft draft(Webhook old, FieldErrors errors) {
            return new WebhookDraft(
                    Objects.requireNonNullElse(url, old.url()),
                    description.or(old.description()),
                    events == null ? old.events() : WebhookRequests.events(events, errors),
                    new Webhook.Filter(
                            bookingProviderId.or(old.filter().bookingProviderId()),
                            campaignId.or(old.filter().campaignId()),
                            businessUnitId.or(old.filter().businessUnitId())));
        }
    }

    record DeliveryQuery(Delivery.@Nullable State state) {}

    record ReplayRequest(@NotNull Instant from, @NotNull Instant to) {}

    /** Notes each word that is no event. */
    private static Set<WebhookEvent> events(List<? extends @Nullable String> words, FieldErrors errors) {
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        for (int i = 0; i < words.size(); i++) {
            String at = "events[" + i + "]";
            String word = words.get(i);
            if (word == null) {
                continue; // it was wrong already
            }
            WebhookEvent.of(word)
                    .ifPresentOrElse(
                            events::add,
                            () -> errors.add(
                                    at,
                                    "One of these is expected: "
                                            + String.join(
                                                    ", ",
                                                    Arrays.stream(WebhookEvent.values())
                                                            .map(WebhookEvent::word)
                                                            .toList())
                                            + "."));
        }
        return events;
    }
}
