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

/** The webhooks of a connection with <i>No Restriction</i>. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}/webhooks")
@Tag(name = "Webhooks")
class WebhooksController {

    private final ConnectionWebhooks webhooks;

    WebhooksController(ConnectionWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_GetList", summary = "List one's own webhooks")
    Page<WebhookResponse> list(@PathVariable long tenant, @ParameterObject PageQuery page) {
        return webhooks.of(tenant).page(page.paging());
    }

    @PostMapping
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_Create", summary = "Make a webhook")
    WithSecretResponse create(@PathVariable long tenant, @RequestBody Submission<CreateWebhookRequest> sent) {
        return webhooks.of(tenant).create(sent);
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_Get", summary = "Get a webhook")
    ResponseEntity<WebhookResponse> get(@PathVariable long tenant, @PathVariable long id) {
        return webhooks.of(tenant).get(id);
    }

    @PatchMapping("/{id}")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_Update", summary = "Change, stop or resume a webhook")
    ResponseEntity<WebhookResponse> update(
            @PathVariable long tenant,
            @PathVariable long id,
            @RequestBody Submission<UpdateWebhookRequest> sent,
            Precondition precondition) {
        return webhooks.of(tenant).update(id, sent, precondition);
    }

    @DeleteMapping("/{id}")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_Delete", summary = "Remove a webhook")
    void delete(@PathVariable long tenant, @PathVariable long id, Precondition precondition) {
        webhooks.of(tenant).remove(id, precondition);
    }

    @PostMapping("/{id}/secret")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(
            operationId = "Webhooks_RotateSecret",
            summary = "Get a new secret; the former one signs beside it for a day")
    WithSecretResponse rotate(@PathVariable long tenant, @PathVariable long id) {
        return webhooks.of(tenant).rotate(id);
    }

    @PostMapping("/{id}/test")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_Test", summary = "Send a message that says it is a test")
    void test(@PathVariable long tenant, @PathVariable long id) {
        webhooks.of(tenant).test(id);
    }

    @GetMapping("/{id}/deliveries")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_GetDeliveries", summary = "List what was owed, the newest first")
    Page<DeliveryResponse> deliveries(
            @PathVariable long tenant,
            @PathVariable long id,
            @ParameterObject PageQuery page,
            @ParameterObject DeliveryQuery query) {
        return webhooks.of(tenant).deliveries(id, query.state(), page.paging());
    }

    @GetMapping("/{id}/deliveries/{deliveryId}")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_GetDelivery", summary = "Get a delivery with its tries")
    ResponseEntity<AttemptsResponse> delivery(
            @PathVariable long tenant, @PathVariable long id, @PathVariable long deliveryId) {
        return webhooks.of(tenant).delivery(id, deliveryId);
    }

    @PostMapping("/{id}/deliveries/{deliveryId}/replay")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_ReplayDelivery", summary = "Send a delivery again")
    void replay(@PathVariable long tenant, @PathVariable long id, @PathVariable long deliveryId) {
        webhooks.of(tenant).replay(id, deliveryId);
    }

    @PostMapping("/{id}/replay")
    @ApiAccess(Scope.WEBHOOKS)
    @Operation(operationId = "Webhooks_Replay", summary = "Send again what happened in a span of time")
    ReplayResponse replay(@PathVariable long tenant, @PathVariable long id, @RequestBody ReplayRequest request) {
        return webhooks.of(tenant).replay(id, request.from(), request.to());
    }
}
