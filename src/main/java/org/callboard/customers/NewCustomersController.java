package org.callboard.customers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.customers.LocationJson.CreateLocationResponse;
import org.callboard.details.ContactJson.NewContactResponse;
import org.callboard.search.LikelyMatches;
import org.callboard.validation.Submission;
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

    @Schema(name = "CreatedCustomerResponse")
    record CreatedCustomerResponse(
            @JsonUnwrapped CustomerResponse customer,
            List<CreateLocationResponse> locations,
            List<NewContactResponse> contacts) {

        static CreatedCustomerResponse from(CreateCustomer.Created created) {
            return new CreatedCustomerResponse(
                    CustomerResponse.from(created.customer()),
                    created.locations().stream()
                            .map(location -> CreateLocationResponse.from(
                                    location, created.locationContacts().getOrDefault(location.id(), List.of())))
                            .toList(),
                    created.contacts().stream().map(NewContactResponse::from).toList());
        }
    }

    private final CreateCustomer creation;

    NewCustomersController(CreateCustomer creation) {
        this.creation = creation;
    }

    @PostMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(
            operationId = "Customers_Create",
            summary = "Create a customer with its locations",
            description = LikelyMatches.DESCRIPTION)
    ResponseEntity<CreatedCustomerResponse> create(
            @PathVariable long tenant,
            @RequestBody Submission<CreateCustomerRequest> sent,
            HttpServletResponse response) {
        CreateCustomer.Created created = creation.create(tenant, sent);
        LikelyMatches.announce(response, created.possibleDuplicates());
        return created.customer().tag().on(CreatedCustomerResponse.from(created));
    }
}
