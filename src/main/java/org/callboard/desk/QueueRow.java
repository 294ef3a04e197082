package org.callboard.desk;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.bookings.BookingStatus;
import org.callboard.database.RecordShape;
import org.callboard.jobs.Priority;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry in the queue of the Calls screen.
 *
 * @param rank 0 for urgent ones, 1 for those that want somebody today, 2 for all others; lower comes first
 * @param doNotService whether a number or an e-mail address of the inquiry is that of a customer who is marked so
 * @param outside whether its address is outside of the company's service areas
 * @param version grows with every change, so that an older picture of the row never replaces a newer one
 */
public record QueueRow(
        InquiryKey key,
        String name,
        String source,
        String provider,
        @Nullable Address address,
        String summary,
        @Nullable Priority priority,
        @Nullable Instant start,
        BookingStatus status,
        @Nullable Long claimedBy,
        @Nullable String claimedByName,
        int rank,
        boolean doNotService,
        boolean outside,
        int version,
        Instant createdOn) {

    QueueRow marked(boolean barred, boolean elsewhere) {
        return RecordShape.with(RecordShape.with(this, "doNotService", barred), "outside", elsewhere);
    }

    /** Where it is shown. */
    public String path() {
        return key.path();
    }

    /** City and state, as far as they are said; null where neither is. */
    public @Nullable String place() {
        return address == null
                ? null
                : Stream.of(address.city(), address.state())
                        .filter(VisibleText::in)
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(", "), place -> place.isEmpty() ? null : place));
    }

    public boolean urgent() {
        return rank == 0;
    }

    public boolean today() {
        return rank == 1;
    }
}
