package org.callboard.followups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.access.Tenants;
import org.callboard.followups.FollowUpFilter.Conditions;
import org.callboard.leads.LeadStatus;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The list of follow-ups: what is overdue, what is for today, what comes. Days are those of the company's time zone. */
@Service
public class FollowUps {

    /** The badge counts no further. */
    public static final int MAX_OVERDUE = 100;

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** How many open leads there are of each kind. */
    public record Counts(long overdue, long today, long coming, long undated) {}

    /**
     * A page of the list, with what is said above it.
     *
     * @param counts how many open leads fit the filter
     * @param full whether its words fit more leads than the list may show
     */
    public record Listed(Page<FollowUpRow> page, Counts counts, boolean full) {}

    private record Overdue(int count, Instant until) {}

    private final FollowUpRowStore store;
    private final LeadSearch search;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<Long, Overdue> overdue = new ConcurrentHashMap<>();

    FollowUps(FollowUpRowStore store, LeadSearch search, Tenants tenants, Clock clock) {
        this.store = store;
        this.search = search;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Open leads by their date, those without one last; closed ones and all leads by what was closed or made last. */
    public Listed list(long tenant, @Nullable LeadStatus status, FollowUpFilter filter, Paging paging) {
        String order = switch (status) {
            case Open -> " and lead.status = 'Open' order by lead.follow_up_date, lead.id";
            case Dismissed ->
                " and lead.status = 'Dismissed' and lead.closed_on is not null"
                        + " order by lead.closed_on desc, lead.id desc";
            case Converted ->
                " and lead.status = 'Converted' and lead.closed_on is not null"
                        + " order by lead.closed_on desc, lead.id desc";
            case null -> " order by lead.id desc";
        };
        Conditions conditions = search.conditions(tenant, filter);
        return new Listed(
                Page.of(paging, select(tenant, conditions, order, paging), null),
                count(tenant, conditions),
                conditions.full());
    }

    private List<FollowUpRow> select(long tenant, Conditions conditions, String order, Paging paging) {
        Instant now = clock.instant();
        return store.rows(tenant, conditions, order, paging, now, tomorrow(tenant, now));
    }

    /** How many open leads fit the filter. */
    public Counts count(long tenant, FollowUpFilter filter) {
        return count(tenant, search.conditions(tenant, filter));
    }

    private Counts count(long tenant, Conditions conditions) {
        Instant now = clock.instant();
        return store.count(tenant, conditions, now, tomorrow(tenant, now));
    }

    /** The lead that is due next of those that are not due yet. */
    public Optional<FollowUpRow> next(long tenant, FollowUpFilter filter) {
        String coming =
                " and lead.status = 'Open' and lead.follow_up_date > :now order by lead.follow_up_date, lead.id";
        return select(tenant, search.conditions(tenant, filter), coming, new Paging(1, 1, false)).stream()
                .findFirst();
    }

    /**
     * How many leads are overdue, up to {@link #MAX_OVERDUE}; for every page, and so some seconds old. Needs the tenant's
     * caller.
     */
    public int overdue(long tenant) {
        Instant now = clock.instant();
        Overdue known = overdue.get(tenant);
        if (known != null && known.until.isAfter(now)) {
            return known.count;
        }
        int count = store.overdue(tenant, now, MAX_OVERDUE);
        overdue.put(tenant, new Overdue(count, now.plus(FRESH)));
        return count;
    }

    private Instant tomorrow(long tenant, Instant now) {
        return tenants.get(tenant).startOfDay(now, 1);
    }
}
