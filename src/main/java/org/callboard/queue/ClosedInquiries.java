package org.callboard.queue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.database.RecordShape;
import org.callboard.queue.InquiryKey.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was booked, dismissed or made a lead lately, so that a mistake can be found and undone. */
@Service
public class ClosedInquiries {

    private static final int MAX = 50;

    private final ClosedInquiryStore store;
    private final CallerNames names;

    ClosedInquiries(ClosedInquiryStore store, CallerNames names) {
        this.store = store;
        this.names = names;
    }

    /**
     * One that waits no more.
     *
     * @param outcome what became of it, as it is stored
     * @param closedByName null where nobody in the office did it
     */
    public record Closed(
            InquiryKey key,
            String name,
            @Nullable String number,
            boolean withheld,
            String outcome,
            @Nullable Long jobId,
            @Nullable String reason,
            @Nullable String closedByName,
            Instant closedOn) {

        /** What became of it, as people say it. */
        public String word() {
            return switch (outcome) {
                case "Lead" -> "Lead";
                case "Lost" -> "Missed";
                case "Answered" -> "Talked to";
                default -> outcome;
            };
        }

        /** Who did it. */
        public String by() {
            return closedByName != null ? closedByName : key.kind() == Kind.Booking ? "by the provider" : "by itself";
        }
    }

    /** The latest fifty, newest first. */
    public List<Closed> latest(long tenant) {
        List<Closed> all = store.latest(tenant, MAX);
        CallerNames.Known known =
                names.known(tenant, all.stream().map(Closed::number).flatMap(Stream::ofNullable));
        return all.stream()
                .map(one -> one.key.kind() == Kind.Booking
                        ? one
                        : RecordShape.with(
                                one,
                                "name",
                                known.of(one.number, one.withheld, one.name).name()))
                .toList();
    }
}
