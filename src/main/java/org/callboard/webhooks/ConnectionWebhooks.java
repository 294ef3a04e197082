package org.callboard.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.database.Caller;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.providers.BookingProviderTags;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.callboard.webhooks.WebhookJson.AttemptsResponse;
import org.callboard.webhooks.WebhookJson.DeliveryResponse;
import org.callboard.webhooks.WebhookJson.ReplayResponse;
import org.callboard.webhooks.WebhookJson.WebhookResponse;
import org.callboard.webhooks.WebhookJson.WithSecretResponse;
import org.callboard.webhooks.WebhookRequests.CreateWebhookRequest;
import org.callboard.webhooks.WebhookRequests.UpdateWebhookRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** Webhooks as a connection has them: each sees its own, and those of others are as if they did not exist. */
@Service
class ConnectionWebhooks {

    private final Webhooks webhooks;
    private final BookingProviderTags providers;

    ConnectionWebhooks(Webhooks webhooks, BookingProviderTags providers) {
        this.webhooks = webhooks;
        this.providers = providers;
    }

    /** The caller's own. */
    Own of(long tenant) {
        return new Own(tenant, null);
    }

    /** The caller's own that tell of one provider's bookings; NotFound for an unknown provider. */
    Own of(long tenant, long provider) {
        providers.get(tenant, provider);
        return new Own(tenant, provider);
    }

    /** What one connection may see and do. Each method answers NotFound for a webhook that is not its own. */
    final class Own {
        private final long tenant;
        private final @Nullable Long provider;

        private Own(long tenant, @Nullable Long provider) {
            this.tenant = tenant;
            this.provider = provider;
        }

        Page<WebhookResponse> page(Paging paging) {
            List<WebhookResponse> own = webhooks.all(tenant).stream()
                    .filter(this::mine)
                    .map(WebhookResponse::from)
                    .toList();
            return Page.ofAll(paging, own);
        }

        ResponseEntity<WebhookResponse> get(long id) {
            return EntityTag.show(WebhookResponse.from(own(id)));
        }

        WithSecretResponse create(Submission<CreateWebhookRequest> sent) {
            WebhookDraft draft = within(sent.request().draft(sent.noted()), sent.noted());
            return WithSecretResponse.from(
                    webhooks.create(tenant, draft, Caller.current().id(), sent.noted()));
        }

        ResponseEntity<WebhookResponse> update(
                long id, Submission<UpdateWebhookRequest> sent, Precondition precondition) {
            UpdateWebhookRequest request = sent.request();
            WebhookDraft draft = within(request.draft(own(id), sent.noted()), sent.noted());
            return EntityTag.show(WebhookResponse.from(
                    webhooks.update(tenant, id, draft, request.active(), precondition, sent.noted())));
        }

        void remove(long id, Precondition precondition) {
            own(id);
            webhooks.remove(tenant, id, precondition);
        }

        WithSecretResponse rotate(long id) {
            own(id);
            return WithSecretResponse.from(webhooks.rotate(tenant, id));
        }

        void test(long id) {
            own(id);
            webhooks.test(tenant, id);
        }

        Page<DeliveryResponse> deliveries(long id, Delivery.@Nullable State state, Paging paging) {
            own(id);
            return webhooks.deliveries(tenant, id, state, paging).map(DeliveryResponse::from);
        }

        ResponseEntity<AttemptsResponse> delivery(long id, long delivery) {
            own(id);
            return EntityTag.show(AttemptsResponse.from(webhooks.delivery(tenant, id, delivery)));
        }

        void replay(long id, long delivery) {
            own(id);
            webhooks.replay(tenant, id, delivery);
        }

        ReplayResponse replay(long id, Instant from, Instant to) {
            own(id);
            return new ReplayResponse(webhooks.replay(tenant, id, from, to));
        }

        /** A body that is wrong by itself is refused for that first: it need not be meant as it was read. */
        private WebhookDraft within(WebhookDraft draft, FieldErrors noted) {
            if (provider == null) {
                return draft;
            }
            if (!draft.isOfProvider(provider)) {
                noted.throwIfAny();
            }
            return draft.ofProvider(provider);
        }

        private Webhook own(long id) {
            Webhook webhook = webhooks.get(tenant, id);
            if (!mine(webhook)) {
                throw new NotFound("Webhook", id);
            }
            return webhook;
        }

        private boolean mine(Webhook webhook) {
            return Objects.equals(webhook.connectionId(), Caller.current().id())
                    && (provider == null || provider.equals(webhook.filter().bookingProviderId()));
        }
    }
}
