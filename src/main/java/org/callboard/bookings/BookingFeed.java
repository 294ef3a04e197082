package org.callboard.bookings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import org.callboard.bookings.BookingJson.BookingResponse;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.springframework.stereotype.Component;

/** Bookings as feeds give them out. */
@Component
public class BookingFeed implements FeedSource<BookingFeed.ExportBookingResponse> {

    /** The wire shape: {@code ExportBookingResponse} of the contract. A booking is never removed. */
    @Schema(name = "ExportBookingResponse")
    public record ExportBookingResponse(@JsonUnwrapped BookingResponse booking, boolean active) {

        static ExportBookingResponse from(Booking booking) {
            return new ExportBookingResponse(BookingResponse.from(booking), true);
        }
    }

    private final BookingStore store;

    BookingFeed(BookingStore store) {
        this.store = store;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.BOOKING;
    }

    @Override
    public long id(ExportBookingResponse shape) {
        return shape.booking().id();
    }

    @Override
    public List<ExportBookingResponse> byIds(long tenant, Collection<Long> ids) {
        return shapes(store.all(tenant, ids));
    }

    @Override
    public List<ExportBookingResponse> after(long tenant, long id, int most) {
        return shapes(store.after(tenant, id, most));
    }

    private static List<ExportBookingResponse> shapes(List<Booking> bookings) {
        return bookings.stream().map(ExportBookingResponse::from).toList();
    }
}
