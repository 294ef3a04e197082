package org.callboard.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.changes.EntityKind;
import org.callboard.server.Streamed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whole copies for a first load, one record a line. */
@RestController
@RequestMapping("/callboard/v1/tenant/{tenant}/export")
@ApiResponse(
        responseCode = "200",
        description = "One record a line, each as in the feed of its kind.",
        headers =
                @Header(
                        name = ExportFiles.CONTINUE,
                        description = "The `from` with which the feed of the same kind goes on.",
                        schema = @Schema(type = "string")),
        content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")))
@Tag(name = "Export")
class ExportFilesController {

    private final ExportFiles files;

    ExportFilesController(ExportFiles files) {
        this.files = files;
    }

    @GetMapping("/bookings.ndjson")
    @Streamed
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportFiles_Bookings", summary = "Read all bookings, one a line")
    void bookings(@PathVariable long tenant, HttpServletResponse response) throws IOException {
        files.write(tenant, EntityKind.BOOKING, response);
    }

    @GetMapping("/customers.ndjson")
    @Streamed
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportFiles_Customers", summary = "Read all customers, one a line")
    void customers(@PathVariable long tenant, HttpServletResponse response) throws IOException {
        files.write(tenant, EntityKind.CUSTOMER, response);
    }

    @GetMapping("/customer-contacts.ndjson")
    @Streamed
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportFiles_CustomerContacts", summary = "Read all contacts of customers, one a line")
    void customerContacts(@PathVariable long tenant, HttpServletResponse response) throws IOException {
        files.write(tenant, EntityKind.CUSTOMER_CONTACT, response);
    }

    @GetMapping("/locations.ndjson")
    @Streamed
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportFiles_Locations", summary = "Read all locations, one a line")
    void locations(@PathVariable long tenant, HttpServletResponse response) throws IOException {
        files.write(tenant, EntityKind.LOCATION, response);
    }

    @GetMapping("/location-contacts.ndjson")
    @Streamed
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportFiles_LocationContacts", summary = "Read all contacts of locations, one a line")
    void locationContacts(@PathVariable long tenant, HttpServletResponse response) throws IOException {
        files.write(tenant, EntityKind.LOCATION_CONTACT, response);
    }

    @GetMapping("/leads.ndjson")
    @Streamed
    @ApiAccess(Scope.EXPORT)
    @Operation(operationId = "ExportFiles_Leads", summary = "Read all leads, one a line")
    void leads(@PathVariable long tenant, HttpServletResponse response) throws IOException {
        files.write(tenant, EntityKind.LEAD, response);
    }
}
