package org.callboard.desk;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.matches.LikelyMatches;
import org.callboard.serviceareas.ServiceAreas;
import org.springframework.stereotype.Service;

/** The queue of the Calls screen: open bookings, oldest first, with urgent and same-day ones ahead. */
@Service
public class CallQueue {

    /** More rows than that nobody works through on one screen; the count tells how many there are. */
    public static final int MAX_ROWS = 200;

    private final CallQueueStore store;
    private final LikelyMatches matches;
    private final ServiceAreas areas;
    private final Tenants tenants;

    CallQueue(CallQueueStore store, LikelyMatches matches, ServiceAreas areas, Tenants tenants) {
        this.store = store;
        this.matches = matches;
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

    /** The open bookings; none where the tenant keeps bookings off the Calls screen. */
    public Waiting waiting(long tenant) {
        Tenant company = tenants.get(tenant);
        if (!company.showBookingsOnCalls()) {
            return new Waiting(List.of(), 0);
        }
        List<QueueRow> rows = store.open(company, MAX_ROWS);
        return new Waiting(marked(tenant, rows), rows.size() < MAX_ROWS ? rows.size() : store.count(tenant));
    }

    /** These inquiries as they are now, open or not; none where the tenant keeps bookings off the Calls screen. */
    List<QueueRow> rows(long tenant, Collection<InquiryKey> keys) {
        Tenant company = tenants.get(tenant);
        if (!company.showBookingsOnCalls()) {
            return List.of();
        }
        return marked(
                tenant, store.these(company, keys.stream().map(InquiryKey::id).toList()));
    }

    /** What is known of the person and the place; of what has left the queue nobody asks. */
    private List<QueueRow> marked(long tenant, List<QueueRow> rows) {
        Set<Long> barred = matches.barred(
                tenant,
                rows.stream()
                        .filter(row -> row.status().open())
                        .map(row -> row.key().id())
                        .toList());
        Predicate<Address> outside = areas.outside(tenant);
        return rows.stream()
                .map(row -> row.marked(
                        barred.contains(row.key().id()),
                        row.status().open() && row.address() != null && outside.test(row.address())))
                .toList();
    }
}
