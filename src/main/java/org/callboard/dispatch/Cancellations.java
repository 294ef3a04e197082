package org.callboard.dispatch;

import java.util.Collection;
import java.util.List;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.stereotype.Service;

/** Reads why jobs were canceled, also what was taken back. */
@Service
public class Cancellations {

    private final CancellationStore store;

    Cancellations(CancellationStore store) {
        this.store = store;
    }

    /** A page of those that the conditions on the table {@code job_cancellation} let through. */
    public Page<JobCancellation> page(Where where, Paging paging) {
        return store.page(where, paging);
    }

    /** Of one job, in the order in which it was canceled. */
    public Page<JobCancellation> ofJob(long tenant, long job, Paging paging) {
        return store.page(Where.tenant(tenant).and("job_id = :job", "job", job), paging);
    }

    /** Those that stand, of some jobs: a job that is not canceled has none. */
    public List<JobCancellation> standing(long tenant, Collection<Long> jobs) {
        return jobs.isEmpty()
                ? List.of()
                : store.page(
                                Where.tenant(tenant)
                                        .and("active and job_id = any(:jobs)", "jobs", jobs.toArray(Long[]::new)),
                                new Paging(1, jobs.size(), false))
                        .data();
    }

    /** Those of the ids that are cancellations, in the order of their ids. */
    public List<JobCancellation> all(long tenant, Collection<Long> ids) {
        return store.all(tenant, ids);
    }

    /** The next cancellations after an id, in the order of their ids. */
    public List<JobCancellation> after(long tenant, long id, int most) {
        return store.after(tenant, id, most);
    }
}
