package org.callboard.bookings;

import java.util.List;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.details.Owned;
import org.callboard.search.SearchDocuments;
import org.springframework.stereotype.Component;

/** What waiting inquiries are found by. One that was answered has become a job or a lead, or is nobody's business more. */
@Component
class BookingDocuments {

    private final SearchDocuments documents;

    BookingDocuments(SearchDocuments documents) {
        this.documents = documents;
    }

    void put(long tenant, Booking waiting) {
        put(tenant, List.of(new Owned<>(waiting.id(), waiting.details())));
    }

    void put(long tenant, List<Owned<BookingDetails>> waiting) {
        documents.put(
                ContactOwner.booking,
                tenant,
                waiting.stream()
                        .map(one -> new Owned<>(one.owner(), one.what().findable()))
                        .toList());
    }

    void remove(long tenant, long answered) {
        documents.remove(ContactOwner.booking, tenant, List.of(answered));
    }
}
