package org.callboard.bookings;

import org.callboard.bookings.BookingJson.ExportBookingResponse;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bookings as feeds give them out. */
@Configuration(proxyBeanMethods = false)
class BookingFeeds {

    @Bean
    FeedSource<ExportBookingResponse> bookingFeed(BookingStore store) {
        return FeedSource.of(
                EntityKind.BOOKING,
                store::all,
                store::after,
                ExportBookingResponse::from,
                shape -> shape.booking().id());
    }
}
