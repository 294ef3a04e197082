package org.callboard.queue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.matches.LikelyMatches;
import org.callboard.queue.InquiryKey.Kind;
import org.callboard.serviceareas.ServiceAreas;
import org.springframework.stereotype.Service;

/**
 * The queue of the Calls screen: bookings, calls and those who are called back, oldest first, with those on the line, urgent
 * and same-day ones ahead.
 */
@Service
public class CallQueue {

    /** More rows than that nobody works through on one screen; the count tells how many there are. */
    public static final int MAX_ROWS = 200;

    private final CallQueueStore store;
    private final LikelyMatches matches;
    private final CallerNames names;
    private final ServiceAreas areas;
    private final Tenants tenants;

    CallQueue(CallQueueStore store, LikelyMatches matches, CallerNames names, ServiceAreas areas, Tenants tenants) {
        this.store = store;
        this.matches = matches;
        this.names = names;
        this.areas = areas;
        this.tenants = tenants;
    }

    /**
     * The queue as a screen shows it.
     *
     * @param rows the first {@link #MAX_ROWS}
     * @param count how many there are in all
     */
    public record Waiting(List<QueueRow> rows, long count) {}

    /** All that waits; no bookings where the tenant keeps them off the Calls screen. */
    public Waiting waiting(long tenant) {
        Tenant company = tenants.get(tenant);
        List<QueueRow> rows = store.open(company, MAX_ROWS);
        return new Waiting(marked(tenant, rows), rows.size() < MAX_ROWS ? rows.size() : store.count(company));
    }

    /** These inquiries as they are now, open or not; no bookings where the tenant keeps them off the Calls screen. */
    List<QueueRow> rows(long tenant, Collection<InquiryKey> keys) {
        return marked(tenant, store.these(tenants.get(tenant), keys));
    }

    /** What is known of the person and the place; of what has left the queue nobody asks. */
    private List<QueueRow> marked(long tenant, List<QueueRow> rows) {
        List<QueueRow> open = rows.stream().filter(QueueRow::open).toList();
        Set<Long> barred = matches.barred(
                tenant,
                open.stream()
                        .filter(row -> row.key().kind() == Kind.Booking)
                        .map(row -> row.key().id())
                        .toList());
        CallerNames.Known known = names.known(
                tenant,
                open.stream()
                        .map(QueueRow::line)
                        .flatMap(Stream::ofNullable)
                        .flatMap(line -> Stream.ofNullable(line.number())));
        Predicate<Address> outside = areas.outside(tenant);
        return rows.stream()
                .map(row -> row.open() ? marked(row, barred, known, outside) : row)
                .toList();
    }

    private static QueueRow marked(
            QueueRow row, Set<Long> barred, CallerNames.Known known, Predicate<Address> outside) {
        QueueRow.Line line = row.line();
        if (line == null) {
            return row.marked(barred.contains(row.key().id()), row.address() != null && outside.test(row.address()));
        }
        CallerNames.Caller caller = known.of(line.number(), line.withheld(), row.name());
        return row.named(caller.name(), caller.other()).marked(caller.doNotService(), false);
    }
}
