package org.callboard.webhooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.http.Precondition;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.validation.Submission;
import org.callboard.webhooks.WebhookJson.AttemptsResponse;
import org.callboard.webhooks.WebhookJson.DeliveryResponse;
import org.callboard.webhooks.WebhookJson.ReplayResponse;
import org.callboard.webhooks.WebhookJson.WebhookResponse;
import org.callboard.webhooks.WebhookJson.WithSecretResponse;
import org.callboard.webhooks.WebhookRequests.CreateWebhookRequest;
import org.callboard.webhooks.WebhookRequests.DeliveryQuery;
import org.callboard.webhooks.WebhookRequests.ReplayRequest;
import org.callboard.webhooks.WebhookRequests.UpdateWebhookRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks of a booking provider: what became of its own bookings. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}/booking-provider/{booking_provider}/webhooks")
@Tag(name = "Webhooks")
class ProviderWebhooksController {

    private final ConnectionWebhooks webhooks;

    ProviderWebhooksController(ConnectionWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(operationId = "ProviderWebhooks_GetList", summary = "List one's own webhooks of a booking provider")
    Page<WebhookResponse> list(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @ParameterObject PageQuery page) {
        return webhooks.of(tenant, provider).page(page.paging());
    }

    @PostMapping
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(operationId = "ProviderWebhooks_Create", summary = "Make a webhook of a booking provider")
    WithSecretResponse create(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @RequestBody Submission<CreateWebhookRequest> sent) {
        return webhooks.of(tenant, provider).create(sent);
    }

    @GetMapping("/{id}")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(operationId = "ProviderWebhooks_Get", summary = "Get a webhook of a booking provider")
    ResponseEntity<WebhookResponse> get(
            @PathVariable long tenant, @PathVariable("booking_provider") long provider, @PathVariable long id) {
        return webhooks.of(tenant, provider).get(id);
    }

    @PatchMapping("/{id}")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(
            operationId = "ProviderWebhooks_Update",
            summary = "Change, stop or resume a webhook of a booking provider")
    ResponseEntity<WebhookResponse> update(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @RequestBody Submission<UpdateWebhookRequest> sent,
            Precondition precondition) {
        return webhooks.of(tenant, provider).update(id, sent, precondition);
    }

    @DeleteMapping("/{id}")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(operationId = "ProviderWebhooks_Delete", summary = "Remove a webhook of a booking provider")
    void delete(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            Precondition precondition) {
        webhooks.of(tenant, provider).remove(id, precondition);
    }

    @PostMapping("/{id}/secret")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(
            operationId = "ProviderWebhooks_RotateSecret",
            summary = "Get a new secret; the former one of a booking provider's webhook signs beside it for a day")
    WithSecretResponse rotate(
            @PathVariable long tenant, @PathVariable("booking_provider") long provider, @PathVariable long id) {
        return webhooks.of(tenant, provider).rotate(id);
    }

    @PostMapping("/{id}/test")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(
            operationId = "ProviderWebhooks_Test",
            summary = "Send a message that says it is a test of a booking provider")
    void test(@PathVariable long tenant, @PathVariable("booking_provider") long provider, @PathVariable long id) {
        webhooks.of(tenant, provider).test(id);
    }

    @GetMapping("/{id}/deliveries")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(
            operationId = "ProviderWebhooks_GetDeliveries",
            summary = "List what was owed, the newest first of a booking provider")
    Page<DeliveryResponse> deliveries(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject DeliveryQuery query) {
        return webhooks.of(tenant, provider).deliveries(id, query.state(), page.paging());
    }

    @GetMapping("/{id}/deliveries/{deliveryId}")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(
            operationId = "ProviderWebhooks_GetDelivery",
            summary = "Get a delivery with its tries of a booking provider")
    ResponseEntity<AttemptsResponse> delivery(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @PathVariable long deliveryId) {
        return webhooks.of(tenant, provider).delivery(id, deliveryId);
    }

    @PostMapping("/{id}/deliveries/{deliveryId}/replay")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(operationId = "ProviderWebhooks_ReplayDelivery", summary = "Send a delivery again of a booking provider")
    void replay(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @PathVariable long deliveryId) {
        webhooks.of(tenant, provider).replay(id, deliveryId);
    }

    @PostMapping("/{id}/replay")
    @ApiAccess(value = Scope.WEBHOOKS, provider = true)
    @Operation(
            operationId = "ProviderWebhooks_Replay",
            summary = "Send again what happened in a span of time of a booking provider")
    ReplayResponse replay(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @RequestBody ReplayRequest request) {
        return webhooks.of(tenant, provider).replay(id, request.from(), request.to());
    }
}
