package org.callboard.webhooks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.callboard.database.RecordShape.Copy;
import org.jspecify.annotations.Nullable;

/** The wire shapes of webhooks. */
final class WebhookJson {

    private WebhookJson() {}

    @Schema(name = "WebhookResponse")
    record WebhookResponse(
            long id,
            String url,
            @Nullable String description,
            List<String> events,
            @Nullable Long bookingProviderId,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            Webhook.State state,
            int failures,
            @Nullable Instant failingSince,
            Instant createdOn,
            Instant modifiedOn) {

        private static final Copy<WebhookResponse> COPY = Copy.of(WebhookResponse.class, Webhook.class, "events");

        static WebhookResponse from(Webhook webhook) {
            return COPY.from(
                    webhook, webhook.events().stream().map(WebhookEvent::word).toList());
        }
    }

    @Schema(name = "WebhookWithSecretResponse", description = "The secret is shown this once.")
    record WithSecretResponse(WebhookResponse webhook, String secret) {

        static WithSecretResponse from(Webhooks.WithSecret made) {
            return new WithSecretResponse(WebhookResponse.from(made.webhook()), made.secret());
        }
    }

    @Schema(name = "WebhookDeliveryResponse")
    record DeliveryResponse(
            long id,
            String event,
            long recordId,
            Delivery.State state,
            int attempts,
            Instant dueOn,
            Instant happenedOn,
            @Nullable Instant closedOn) {

        private static final Copy<DeliveryResponse> COPY = Copy.of(DeliveryResponse.class, Delivery.class);

        static DeliveryResponse from(Delivery delivery) {
            return COPY.from(delivery);
        }
    }

    @Schema(name = "WebhookAttemptsResponse", description = "What was sent, and each try with what was answered.")
    record AttemptsResponse(DeliveryResponse delivery, String data, List<Delivery.Attempt> attempts) {

        static AttemptsResponse from(Delivery.WithAttempts one) {
            return new AttemptsResponse(
                    DeliveryResponse.from(one.delivery()), one.delivery().data(), one.attempts());
        }
    }

    @Schema(name = "WebhookReplayResponse")
    record ReplayResponse(int deliveries) {}
}
