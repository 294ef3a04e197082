package org.callboard.locations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.ContactDraft;
import org.callboard.customers.Customer;
import org.callboard.customers.CustomerDraft;
import org.callboard.customers.CustomerType;
import org.callboard.locations.LocationJson.CreateLocationResponse;
import org.callboard.locations.LocationRequests.NewLocationModel;
import org.callboard.platform.FieldErrors;
import org.callboard.records.AddressRequests.NewAddress;
import org.callboard.records.AttachedRequests.AttachedDraft;
import org.callboard.records.AttachedRequests.CustomFieldUpdate;
import org.callboard.records.AttachedRequests.ExternalDataCreate;
import org.callboard.records.ContactJson.NewContactResponse;
import org.callboard.records.ContactRequests;
import org.callboard.records.ContactRequests.NewContact;
import org.callboard.records.CustomFieldValue;
import org.callboard.records.ExternalEntry;
import org.callboard.records.PlacedAddress;
import org.callboard.search.LikelyMatches;
import org.callboard.search.LikelyMatches.Probe;
import org.callboard.tenants.ApiAccess;
import org.callboard.tenants.Scope;
import org.callboard.tenants.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** New customers, which come with their locations. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/customers")
@Tag(name = "Customers")
class NewCustomersController {

    record CreateCustomerRequest(
            @NotBlank @Size(max = 200) @Nullable String name,
            @Nullable CustomerType type,
            @Nullable Boolean doNotMail,
            @Nullable Boolean doNotService,
            @Nullable Boolean nationalAccount,

            @NotEmpty(message = "At least one location is required.") @Size(max = 200) @Nullable
            List<@Valid NewLocationModel> locations,

            @NotNull @Valid @Nullable NewAddress address,
            @Size(max = 50) @Nullable List<@Valid NewContact> contacts,
            @Size(max = 200) @Nullable List<@Valid CustomFieldUpdate> customFields,
            @Size(max = 200) @Nullable List<Long> tagTypeIds,
            @Valid @Nullable ExternalDataCreate externalData,
            @Nullable Boolean taxExempt,
            @Nullable Long paymentTermId,
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal creditLimit,
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal creditLimitBalance) {

        CustomerDraft draft(FieldErrors errors) {
            NewAddress given = Objects.requireNonNull(address);
            return new CustomerDraft(
                    String.valueOf(name),
                    Objects.requireNonNullElse(type, CustomerType.Residential),
                    given.toAddress(),
                    given.coordinates("address", errors),
                    Boolean.TRUE.equals(doNotMail),
                    Boolean.TRUE.equals(doNotService),
                    Boolean.TRUE.equals(nationalAccount),
                    Boolean.TRUE.equals(taxExempt),
                    paymentTermId,
                    creditLimit,
                    creditLimitBalance);
        }
    }

    @Schema(name = "CreatedCustomerResponse")
    record CreatedCustomerResponse(
            long id,
            boolean active,
            String name,
            CustomerType type,
            PlacedAddress address,
            List<CustomFieldValue> customFields,
            BigDecimal balance,
            boolean taxExempt,
            List<Long> tagTypeIds,
            boolean doNotMail,
            boolean doNotService,
            boolean nationalAccount,
            Instant createdOn,
            long createdById,
            Instant modifiedOn,
            @Nullable Long mergedToId,
            @Nullable Long paymentTermId,
            @Nullable BigDecimal creditLimit,
            @Nullable BigDecimal creditLimitBalance,
            List<ExternalEntry> externalData,
            List<CreateLocationResponse> locations,
            List<NewContactResponse> contacts) {

        static CreatedCustomerResponse from(CreateCustomer.Created created) {
            Customer customer = created.customer();
            return new CreatedCustomerResponse(
                    customer.id(),
                    customer.active(),
                    customer.name(),
                    customer.type(),
                    PlacedAddress.from(customer.address(), customer.coordinates()),
                    customer.attached().customFields(),
                    customer.balance(),
                    customer.taxExempt(),
                    customer.attached().tagTypeIds(),
                    customer.doNotMail(),
                    customer.doNotService(),
                    customer.nationalAccount(),
                    customer.createdOn(),
                    customer.createdById(),
                    customer.modifiedOn(),
                    customer.mergedToId(),
                    customer.paymentTermId(),
                    customer.creditLimit(),
                    customer.creditLimitBalance(),
                    customer.attached().externalData(),
                    created.locations().stream()
                            .map(location -> CreateLocationResponse.from(
                                    location, created.locationContacts().getOrDefault(location.id(), List.of())))
                            .toList(),
                    created.contacts().stream().map(NewContactResponse::from).toList());
        }
    }

    private final CreateCustomer creation;
    private final LikelyMatches likely;
    private final Tenants tenants;

    NewCustomersController(CreateCustomer creation, LikelyMatches likely, Tenants tenants) {
        this.creation = creation;
        this.likely = likely;
        this.tenants = tenants;
    }

    @PostMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "Customers_Create", summary = "Create a customer with its locations")
    ResponseEntity<CreatedCustomerResponse> create(
            @PathVariable long tenant, @RequestBody CreateCustomerRequest request, HttpServletResponse response) {
        String region = tenants.get(tenant).region();
        FieldErrors errors = new FieldErrors();
        CustomerDraft draft = request.draft(errors);
        List<ContactDraft> contacts = ContactRequests.drafts(request.contacts, region, "contacts", errors);
        List<NewLocation> places = new ArrayList<>();
        for (NewLocationModel location : Objects.requireNonNull(request.locations)) {
            places.add(location.toNew(region, "locations[" + places.size() + "].", errors));
        }
        AttachedDraft attached = AttachedDraft.created(request.tagTypeIds, request.customFields, request.externalData);
        List<ContactDraft> all = new ArrayList<>(contacts);
        places.forEach(place -> all.addAll(place.contacts()));
        List<Long> duplicates = errors.isEmpty()
                ? likely.duplicates(
                        tenant, Probe.of(draft.name(), places.getFirst().address(), all))
                : List.of();
        CreateCustomer.Created created = creation.create(tenant, draft, attached, contacts, places, errors);
        LikelyMatches.announce(response, duplicates);
        return created.customer().tag().on(CreatedCustomerResponse.from(created));
    }
}
