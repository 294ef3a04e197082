package org.callboard.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.callboard.access.Tenants;
import org.springframework.stereotype.Service;

/** Which jobs somebody most likely means who calls: those under way, then those of today, those to come, and the others. */
@Service
public class OpenJobs {

    private final OpenJobStore store;
    private final Tenants tenants;
    private final Clock clock;

    OpenJobs(OpenJobStore store, Tenants tenants, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The first so many of the jobs of these customers that are not done. */
    public List<OpenJob> of(long tenant, Collection<Long> customers, int most) {
        if (customers.isEmpty()) {
            return List.of();
        }
        Instant today = tenants.get(tenant).startOfDay(clock.instant(), 0);
        return store.of(tenant, customers, today, most);
    }
}
