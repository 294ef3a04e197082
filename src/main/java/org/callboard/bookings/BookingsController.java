package org.callboard.bookings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.bookings.BookingJson.BookingContactResponse;
import org.callboard.bookings.BookingJson.BookingResponse;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All bookings of a tenant, for connections with No Restriction. They are written by their provider only. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/bookings")
@Tag(name = "Bookings")
class BookingsController {

    record Filter(@Nullable String externalId) {}

    private final Bookings bookings;
    private final BookingContacts contacts;

    BookingsController(Bookings bookings, BookingContacts contacts) {
        this.bookings = bookings;
        this.contacts = contacts;
    }

    @GetMapping("/{id}")
    @ApiAccess(Scope.BOOKINGS_READ)
    @Operation(operationId = "Bookings_Get", summary = "Get a booking")
    ResponseEntity<BookingResponse> get(@PathVariable long tenant, @PathVariable long id) {
        Booking booking = bookings.get(tenant, id);
        return booking.tag().on(BookingResponse.from(booking));
    }

    @GetMapping
    @ApiAccess(Scope.BOOKINGS_READ)
    @Operation(operationId = "Bookings_GetList", summary = "List bookings")
    Page<BookingResponse> list(
            @PathVariable long tenant,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject Filter filter) {
        return bookings.list(tenant, null, query, filter.externalId, page.paging())
                .map(BookingResponse::from);
    }

    @GetMapping("/{id}/contacts")
    @ApiAccess(Scope.BOOKINGS_READ)
    @Operation(operationId = "Bookings_GetContactList", summary = "List the contacts of a booking")
    Page<BookingContactResponse> contacts(
            @PathVariable long tenant, @PathVariable long id, @ParameterObject PageQuery page) {
        bookings.get(tenant, id);
        return contacts.list(tenant, id, page.paging()).map(BookingContactResponse::from);
    }
}
