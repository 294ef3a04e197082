package org.callboard.dispatch;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.callboard.access.Role;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobStatus;
import org.callboard.refusals.RefusalCode;

/** What can be done with a job as a whole, and in which status: the other half of {@link AppointmentAct}. */
public enum JobAct {
    EDIT(Role.CSR, EnumSet.allOf(JobStatus.class)),
    NOTE(Role.CSR, EnumSet.allOf(JobStatus.class)),
    ADD_APPOINTMENT(Role.CSR, open()),
    CANCEL(Role.CSR, open()),
    TAKE_BACK(Role.CSR, EnumSet.of(JobStatus.Canceled)),
    REOPEN(Role.Manager, EnumSet.of(JobStatus.Completed));

    private final Role role;
    private final Set<JobStatus> from;

    JobAct(Role role, Set<JobStatus> from) {
        this.role = role;
        this.from = from;
    }

    private static Set<JobStatus> open() {
        return EnumSet.complementOf(EnumSet.of(JobStatus.Completed, JobStatus.Canceled));
    }

    /** Who may at least. */
    public Role role() {
        return role;
    }

    /** Why it can't be done with a job in this status, as a sentence; empty where it can. */
    public Optional<String> refusal(JobStatus status) {
        return code(status).map(code -> switch (code) {
            case JOB_CANCELED -> "It was canceled. Take the cancellation back first.";
            case JOB_COMPLETED -> "It is completed. Reopen it first.";
            case JOB_NOT_CANCELED -> "It is not canceled.";
            default -> "It is not completed.";
        });
    }

    private Optional<RefusalCode> code(JobStatus status) {
        if (from.contains(status)) {
            return Optional.empty();
        }
        if (this == TAKE_BACK) {
            return Optional.of(RefusalCode.JOB_NOT_CANCELED);
        }
        if (status == JobStatus.Canceled) {
            return Optional.of(RefusalCode.JOB_CANCELED);
        }
        return Optional.of(this == REOPEN ? RefusalCode.JOB_NOT_COMPLETED : RefusalCode.JOB_COMPLETED);
    }

    /** JOB_CANCELED, JOB_COMPLETED, JOB_NOT_CANCELED or JOB_NOT_COMPLETED where it can't be done. */
    void require(Job job) {
        code(job.status()).ifPresent(code -> {
            throw code.refuse(
                            "Job " + job.number() + ": " + refusal(job.status()).orElseThrow())
                    .with("status", job.status().name());
        });
    }
}
