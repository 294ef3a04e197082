package org.callboard.web.booking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.bookings.Booking;
import org.callboard.bookings.BookingDetails;
import org.callboard.calls.Call;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CustomerType;
import org.callboard.database.RecordShape;
import org.callboard.desk.OpenInquiries;
import org.callboard.jobs.Priority;
import org.callboard.matches.LikelyMatch;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a job is booked: who asks, and what for.
 *
 * @param contacts how the person is reached, by which they are looked for among the customers and those who wait
 * @param self what is answered with the job
 * @param known the customer that it is for, where that is settled; offered before all who may be
 * @param who what is chosen beforehand in the form; null leaves it to the matches
 */
public record BookJobPrefill(
        String name,
        @Nullable Address address,
        @Nullable CustomerType customerType,
        @Nullable Instant start,
        @Nullable String summary,
        @Nullable Priority priority,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Long campaignId,
        List<ContactDraft> contacts,
        OpenInquiries.Self self,
        @Nullable LikelyMatch known,
        @Nullable String who) {

    /**
     * What is known of a telephone call.
     *
     * @param number as people write it; empty where there is none
     */
    public static BookJobPrefill of(Call call, String number) {
        return new BookJobPrefill(
                Objects.requireNonNullElse(call.telephone().callerName(), ""),
                null,
                null,
                null,
                null,
                null,
                call.handling().businessUnitId(),
                null,
                call.handling().campaignId(),
                number.isEmpty() ? List.of() : List.of(new ContactDraft(ContactType.Phone, number, null)),
                OpenInquiries.Self.call(call.id()),
                null,
                null);
    }

    /** The same for one more job of a call: by its number, and credited to where it came from. */
    BookJobPrefill creditedTo(Call call) {
        String number = call.number();
        BookJobPrefill credited =
                RecordShape.with(this, "campaignId", call.handling().campaignId());
        credited = RecordShape.with(credited, "businessUnitId", call.handling().businessUnitId());
        return number == null
                ? credited
                : RecordShape.with(credited, "contacts", List.of(new ContactDraft(ContactType.Phone, number, null)));
    }

    /** What an inquiry says. */
    public static BookJobPrefill of(Booking booking, List<ContactDraft> contacts) {
        BookingDetails asked = booking.details();
        return new BookJobPrefill(
                asked.name(),
                asked.address(),
                asked.customerType(),
                asked.start(),
                asked.summary(),
                asked.priority(),
                asked.businessUnitId(),
                asked.jobTypeId(),
                asked.campaignId(),
                contacts,
                OpenInquiries.Self.booking(booking.id()),
                null,
                null);
    }
}
