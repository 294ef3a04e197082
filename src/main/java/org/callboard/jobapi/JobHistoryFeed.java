package org.callboard.jobapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.dispatch.JobHistory;
import org.callboard.jobapi.JobLogJson.ExportHistoryItem;
import org.callboard.jobapi.JobLogJson.ExportJobHistoryResponse;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.springframework.stereotype.Component;

/** What happened to jobs, as a feed gives it out: whatever happens to a job is in its history, so the two go together. */
@Component
public class JobHistoryFeed {

    private final JobHistory history;
    private final Jobs jobs;

    JobHistoryFeed(JobHistory history, Jobs jobs) {
        this.history = history;
        this.jobs = jobs;
    }

    /** No bean: the records of the kind are told as jobs everywhere else. */
    public FeedSource<ExportJobHistoryResponse> source() {
        ToLongFunction<ExportJobHistoryResponse> id = ExportJobHistoryResponse::jobId;
        return FeedSource.of(
                EntityKind.JOB,
                this::of,
                (tenant, after, most) -> of(
                        tenant,
                        jobs.after(tenant, after, most).stream().map(Job::id).toList()),
                shape -> shape,
                id);
    }

    private List<ExportJobHistoryResponse> of(long tenant, Collection<Long> ids) {
        Map<Long, List<JobHistory.Entry>> all = history.ofJobs(tenant, ids);
        return all.entrySet().stream()
                .map(job -> new ExportJobHistoryResponse(
                        job.getKey(),
                        job.getValue().stream().map(ExportHistoryItem::from).toList()))
                .toList();
    }
}
