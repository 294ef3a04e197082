package org.callboard.web.webhooks;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.callboard.platform.ApiProblem;
import org.callboard.webhooks.Webhook;
import org.callboard.webhooks.WebhookDraft;
import org.callboard.webhooks.WebhookEvent;
import org.jspecify.annotations.Nullable;

/** What stands in the form of a webhook, as it was typed. */
record WebhookForm(
        @Nullable String url,
        @Nullable String description,
        @Nullable List<String> events,
        @Nullable String bookingProviderId,
        @Nullable String campaignId,
        @Nullable String businessUnitId) {

    static final Set<String> FIELDS =
            Set.of("url", "description", "events", "bookingProviderId", "campaignId", "businessUnitId");

    static WebhookForm blank() {
        return new WebhookForm(null, null, List.of(), null, null, null);
    }

    static WebhookForm of(Webhook webhook) {
        return new WebhookForm(
                webhook.url(),
                webhook.description(),
                webhook.events().stream().map(WebhookEvent::name).toList(),
                text(webhook.filter().bookingProviderId()),
                text(webhook.filter().campaignId()),
                text(webhook.filter().businessUnitId()));
    }

    WebhookDraft draft() {
        Set<WebhookEvent> chosen = EnumSet.noneOf(WebhookEvent.class);
        for (String event : Objects.requireNonNullElse(events, List.<String>of())) {
            try {
                chosen.add(WebhookEvent.valueOf(event));
            } catch (IllegalArgumentException e) {
                throw ApiProblem.invalid("events", "Choose from the list.");
            }
        }
        return new WebhookDraft(
                url,
                description,
                chosen,
                new Webhook.Filter(
                        id("bookingProviderId", bookingProviderId),
                        id("campaignId", campaignId),
                        id("businessUnitId", businessUnitId)));
    }

    private static @Nullable Long id(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw ApiProblem.invalid(field, "Choose one from the list.");
        }
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
