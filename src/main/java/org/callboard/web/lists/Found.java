package org.callboard.web.lists;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.callboard.bookings.BookingStatus;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallState;
import org.callboard.jobs.JobStatus;
import org.callboard.leads.LeadStatus;
import org.callboard.queue.InquiryKey;
import org.callboard.search.Hit;
import org.callboard.search.Kind;
import org.callboard.web.lists.Marked.Part;
import org.jspecify.annotations.Nullable;

/**
 * A line of what the search box found, with what was searched for marked in it. A record that was merged leads to the one
 * that it lives on in, an invoice to its job.
 *
 * @param also where else something was found, which the line itself does not show
 * @param state what becomes of a lead or an inquiry; null for others
 */
record Found(
        String href,
        List<Part> name,
        List<Part> address,
        List<Also> also,
        @Nullable State state,
        boolean active,
        boolean merged,
        boolean doNotService) {

    /** A field that matched, with its text. */
    record Also(String field, List<Part> text) {}

    /** @param look the end of its class among the states' */
    record State(String words, String look) {}

    static Found of(Hit hit, Marked marked) {
        return new Found(
                href(hit),
                marked.in(name(hit)),
                marked.in(hit.address() == null ? null : hit.address().toString()),
                hit.matched().stream()
                        .filter(matched -> matched.text() != null)
                        .map(matched -> new Also(word(matched.field()), marked.in(matched.text())))
                        .toList(),
                state(hit),
                hit.active(),
                hit.mergedToId() != null,
                hit.doNotService());
    }

    /** A job and an invoice are called by their number. */
    private static String name(Hit hit) {
        return switch (hit.kind()) {
            case Job, Invoice -> hit.kind() + " " + hit.id() + " · " + hit.name();
            default -> hit.name().isEmpty() ? "Somebody" : hit.name();
        };
    }

    private static String href(Hit hit) {
        long id = Objects.requireNonNullElse(hit.mergedToId(), hit.id());
        return switch (hit.kind()) {
            case Customer -> "/customers/" + id;
            case Location -> "/locations/" + id;
            case Lead -> "/leads/" + id;
            case Booking -> InquiryKey.booking(id).path();
            case Call -> InquiryKey.call(id).path();
            case CallBack -> InquiryKey.callBack(id).path();
            case Job -> "/jobs/" + id;
            case Invoice -> "/jobs/" + hit.jobId();
        };
    }

    private static String word(Hit.In field) {
        return switch (field) {
            case Name -> "Name";
            case Address -> "Address";
            case Phone -> "Phone";
            case Email -> "E-mail";
            case Number -> "Number";
        };
    }

    private static @Nullable State state(Hit hit) {
        String state = hit.state();
        if (state == null) {
            return null;
        }
        return switch (hit.kind()) {
            case Lead -> {
                String label = LeadStatus.valueOf(state).label();
                yield new State(label + " lead", label.toLowerCase(Locale.ROOT));
            }
            case Booking ->
                switch (BookingStatus.valueOf(state)) {
                    case New -> new State("Waiting inquiry", "new");
                    case Accepted -> new State("Claimed inquiry", "accepted");
                    case Converted -> new State("Booked inquiry", "converted");
                    case Dismissed -> new State("Dismissed inquiry", "dismissed");
                };
            case Call ->
                new State(state.equals("Open") ? "Open call" : CallDesk.Open.word(CallState.valueOf(state)), "new");
            case CallBack -> new State("To be called back", "callback");
            default -> new State(JobStatus.valueOf(state).words(), state.toLowerCase(Locale.ROOT));
        };
    }

    /** What people call many of a kind. */
    static String title(Kind kind) {
        return switch (kind) {
            case Customer -> "Customers";
            case Location -> "Locations";
            case Lead -> "Leads";
            case Booking -> "Inquiries";
            case Call -> "Calls";
            case CallBack -> "Call-backs";
            case Job -> "Jobs";
            case Invoice -> "Invoices";
        };
    }
}
