package org.callboard.bookings;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.bookings.BookingJson.BookingContactResponse;
import org.callboard.bookings.BookingJson.BookingResponse;
import org.callboard.bookings.BookingRequests.ContactCreateRequest;
import org.callboard.bookings.BookingRequests.CreateBookingRequest;
import org.callboard.bookings.BookingRequests.DismissBookingModel;
import org.callboard.bookings.BookingRequests.UpdateBookingContactRequest;
import org.callboard.bookings.BookingRequests.UpdateBookingRequest;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.http.Precondition;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.PageQuery;
import org.callboard.requests.Inquiry;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
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

/** Bookings as their provider posts, reads and changes them. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/booking-provider/{booking_provider}/bookings")
@Tag(name = "Bookings")
class ProviderBookingsController {

    private final Bookings bookings;
    private final BookingContacts contacts;
    private final DismissBooking dismissals;

    ProviderBookingsController(Bookings bookings, BookingContacts contacts, DismissBooking dismissals) {
        this.bookings = bookings;
        this.contacts = contacts;
        this.dismissals = dismissals;
    }

    @PostMapping
    @ApiAccess(value = Scope.BOOKINGS_WRITE, provider = true)
    @Operation(operationId = "Bookings_Create", summary = "Create a booking")
    ResponseEntity<BookingResponse> create(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @RequestBody Inquiry<CreateBookingRequest> inquiry) {
        Booking booking = bookings.create(tenant, provider, inquiry);
        return booking.tag().on(BookingResponse.from(booking));
    }

    @GetMapping("/{id}")
    @ApiAccess(value = Scope.BOOKINGS_READ, provider = true)
    @Operation(operationId = "Bookings_GetForProvider", summary = "Get a booking of a provider")
    ResponseEntity<BookingResponse> get(
            @PathVariable long tenant, @PathVariable("booking_provider") long provider, @PathVariable long id) {
        Booking booking = bookings.get(tenant, provider, id);
        return booking.tag().on(BookingResponse.from(booking));
    }

    @GetMapping
    @ApiAccess(value = Scope.BOOKINGS_READ, provider = true)
    @Operation(operationId = "Bookings_GetList2", summary = "List the bookings of a provider")
    Page<BookingResponse> list(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @ParameterObject PageQuery page,
            @ParameterObject ListQuery query,
            @ParameterObject BookingsController.Filter filter) {
        return bookings.list(tenant, provider, query, filter.externalId(), page.paging())
                .map(BookingResponse::from);
    }

    @PatchMapping("/{id}")
    @ApiAccess(value = Scope.BOOKINGS_WRITE, provider = true)
    @Operation(operationId = "Bookings_Update", summary = "Change a booking")
    ResponseEntity<BookingResponse> update(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @RequestBody Submission<UpdateBookingRequest> sent,
            Precondition precondition) {
        Booking booking = bookings.update(tenant, provider, id, sent, precondition);
        return booking.tag().on(BookingResponse.from(booking));
    }

    @PostMapping("/{id}/dismiss")
    @ApiAccess(value = Scope.BOOKINGS_WRITE, provider = true)
    @Operation(operationId = "Bookings_DismissBooking", summary = "Dismiss a booking")
    void dismiss(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable Submission<DismissBookingModel> sent) {
        Submission<DismissBookingModel> given =
                Objects.requireNonNullElseGet(sent, () -> Submission.of(new DismissBookingModel(null, null)));
        dismissals.byProvider(tenant, provider, id, given);
    }

    @GetMapping("/{id}/contacts")
    @ApiAccess(value = Scope.BOOKINGS_READ, provider = true)
    @Operation(operationId = "Bookings_GetContactList2", summary = "List the contacts of a provider's booking")
    Page<BookingContactResponse> contacts(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @ParameterObject PageQuery page) {
        bookings.get(tenant, provider, id);
        return contacts.list(tenant, id, page.paging()).map(BookingContactResponse::from);
    }

    @PostMapping("/{id}/contacts")
    @ApiAccess(value = Scope.BOOKINGS_WRITE, provider = true)
    @Operation(operationId = "Bookings_CreateContact", summary = "Add a contact to a booking")
    ResponseEntity<BookingContactResponse> addContact(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @RequestBody ContactCreateRequest request) {
        BookingContact contact = contacts.add(tenant, provider, id, request.type(), request.value(), request.memo());
        return contact.tag().on(BookingContactResponse.from(contact));
    }

    @PatchMapping("/{id}/contacts/{contactId}")
    @ApiAccess(value = Scope.BOOKINGS_WRITE, provider = true)
    @Operation(operationId = "Bookings_UpdateBookingContact", summary = "Change a contact of a booking")
    ResponseEntity<UpdateBookingContactRequest> updateContact(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @PathVariable long contactId,
            @RequestBody Submission<UpdateBookingContactRequest> sent,
            Precondition precondition) {
        BookingContact contact = contacts.update(tenant, provider, id, contactId, sent, precondition);
        ContactDraft now = contact.draft();
        return contact.tag()
                .on(new UpdateBookingContactRequest(
                        now.type(), now.value(), Objects.requireNonNullElse(now.memo(), "")));
    }

    @DeleteMapping("/{id}/contacts/{contactId}")
    @ApiAccess(value = Scope.BOOKINGS_WRITE, provider = true)
    @Operation(operationId = "Bookings_DeleteContact", summary = "Remove a contact of a booking")
    void deleteContact(
            @PathVariable long tenant,
            @PathVariable("booking_provider") long provider,
            @PathVariable long id,
            @PathVariable long contactId,
            Precondition precondition) {
        contacts.delete(tenant, provider, id, contactId, precondition);
    }
}
