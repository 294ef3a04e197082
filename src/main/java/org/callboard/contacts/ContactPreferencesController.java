package org.callboard.contacts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.contacts.ContactJson.ContactPreferenceResponse;
import org.callboard.contacts.ContactRequests.UpdateContactMethodPreferenceRequest;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person wants to be told about by one of their methods. Preferences are known by name, in any case. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}/preferences")
@Tag(name = "ContactPreferences")
class ContactPreferencesController {

    private final ContactPreferences preferences;

    ContactPreferencesController(ContactPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(
            operationId = "ContactPreferences_GetContactMethodPreferences",
            summary = "List the preferences of a contact method",
            description = "All kinds are in the list; where nothing was set the value is null.")
    List<ContactPreferenceResponse> list(
            @PathVariable long tenant, @PathVariable UUID contactId, @PathVariable UUID contactMethodId) {
        Map<PreferenceKind, Boolean> set = preferences.of(tenant, contactId, contactMethodId);
        return Arrays.stream(PreferenceKind.values())
                .map(kind -> ContactPreferenceResponse.from(kind, set.get(kind)))
                .toList();
    }

    @GetMapping("/{preferenceName}")
    @ApiAccess(Scope.CUSTOMERS_READ)
    @Operation(
            operationId = "ContactPreferences_GetContactMethodPreference",
            summary = "Get a preference of a contact method")
    ResponseEntity<ContactPreferenceResponse> get(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @PathVariable UUID contactMethodId,
            @PathVariable String preferenceName) {
        PreferenceKind kind = ContactPreferences.kind(preferenceName);
        return EntityTag.show(ContactPreferenceResponse.from(
                kind, preferences.of(tenant, contactId, contactMethodId).get(kind)));
    }

    @PatchMapping("/{preferenceName}")
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "ContactPreferences_UpdateContactMethodPreference",
            summary = "Set a preference of a contact method",
            description = "\"true\" or \"false\"; null makes it as if it had never been set.")
    ResponseEntity<ContactPreferenceResponse> update(
            @PathVariable long tenant,
            @PathVariable UUID contactId,
            @PathVariable UUID contactMethodId,
            @PathVariable String preferenceName,
            @RequestBody UpdateContactMethodPreferenceRequest request,
            Precondition precondition) {
        PreferenceKind kind = ContactPreferences.kind(preferenceName);
        preferences.update(tenant, contactId, contactMethodId, kind, request.toValue(), precondition);
        return EntityTag.show(ContactPreferenceResponse.from(
                kind, preferences.of(tenant, contactId, contactMethodId).get(kind)));
    }
}
