package org.callboard.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.bookings.BookingJson.ExportBookingResponse;
import org.callboard.changes.FeedSource;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.customers.CustomerJson.ExportCustomerContactResponse;
import org.callboard.customers.LocationJson.ExportLocationContactResponse;
import org.callboard.customers.LocationJson.LocationResponse;
import org.callboard.leads.LeadFeed.ExportLeadsResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The export feeds of the contract. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/export")
@Tag(name = "Export")
class ExportsController {

    record ExportQuery(
            @Schema(
                    description = "Nothing for the beginning, a date for what changed since, or the last continueFrom.",
                    example = "2026-01-01")
            @Nullable
            String from,

            @Schema(description = "Shows changes sooner, at the price of repeats between calls.") @Nullable
            Boolean includeRecentChanges) {

        boolean recent() {
            return Boolean.TRUE.equals(includeRecentChanges);
        }
    }

    private final Exports exports;
    private final FeedSource<ExportBookingResponse> bookings;
    private final FeedSource<CustomerResponse> customers;
    private final FeedSource<ExportCustomerContactResponse> customerContacts;
    private final FeedSource<LocationResponse> locations;
    private final FeedSource<ExportLocationContactResponse> locationContacts;
    private final FeedSource<ExportLeadsResponse> leads;

    ExportsController(
            Exports exports,
            FeedSource<ExportBookingResponse> bookings,
            FeedSource<CustomerResponse> customers,
            FeedSource<ExportCustomerContactResponse> customerContacts,
            FeedSource<LocationResponse> locations,
            FeedSource<ExportLocationContactResponse> locationContacts,
            FeedSource<ExportLeadsResponse> leads) {
        this.exports = exports;
        this.bookings = bookings;
        this.customers = customers;
        this.customerContacts = customerContacts;
        this.locations = locations;
        this.locationContacts = locationContacts;
        this.leads = leads;
    }

    @GetMapping("/bookings")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportBookings_Get", summary = "Export the bookings that changed")
    ExportPage<ExportBookingResponse> bookings(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, bookings, query.from, query.recent());
    }

    @GetMapping("/customers")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportCustomers_GetCustomers", summary = "Export the customers that changed")
    ExportPage<CustomerResponse> customers(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, customers, query.from, query.recent());
    }

    @GetMapping("/customers/contacts")
    @ApiAccess(Scope.EXPORT)
    @Operation(
            operationId = "ExportContacts_CustomersContacts",
            summary = "Export the contacts of customers that changed")
    ExportPage<ExportCustomerContactResponse> customerContacts(
            @PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, customerContacts, query.from, query.recent());
    }

    @GetMapping("/locations")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportLocations_Locations", summary = "Export the locations that changed")
    ExportPage<LocationResponse> locations(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, locations, query.from, query.recent());
    }

    @GetMapping("/locations/contacts")
    @ApiAccess(Scope.EXPORT)
    @Operation(
            operationId = "ExportContacts_LocationsContacts",
            summary = "Export the contacts of locations that changed")
    ExportPage<ExportLocationContactResponse> locationContacts(
            @PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, locationContacts, query.from, query.recent());
    }

    @GetMapping("/leads")
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportLeads_Leads", summary = "Export the leads that changed")
    ExportPage<ExportLeadsResponse> leads(@PathVariable long tenant, @ParameterObject ExportQuery query) {
        return exports.next(tenant, leads, query.from, query.recent());
    }
}
