package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.details.RecordKind;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.mergedids.MergedId;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.Where;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/** What a list of appointments takes beside ids and dates. */
record AppointmentFilter(
        @Nullable Long jobId,

        @Schema(description = "Jobs belong to no project: with it the list is empty.") @Nullable
        Long projectId,

        @Schema(description = "The appointment's number, which is the job's and which of its appointments it is.")
        @Nullable
        String number,

        @Nullable AppointmentStatus status,

        @Schema(description = "Includes the instant.") @Nullable
        Instant startsOnOrAfter,

        @Schema(description = "Excludes the instant.") @Nullable
        Instant startsBefore,

        @Schema(description = "Who comes to it.") @Nullable Long technicianId,

        @MergedId(RecordKind.Customer) @Nullable Long customerId,

        @Schema(description = "No appointment is unused: true gives an empty list.") @Nullable
        Boolean unused,

        @Schema(description = "True where it is not given. One that was removed is not active.") @Nullable
        ActiveFilter active) {

    private static final Pattern NUMBER = Pattern.compile("(.{1,30})-([0-9]{1,9})");

    /** Adds the conditions to a statement over the table of appointments. */
    Where applyTo(Where where) {
        ActiveFilter.apply(active, where)
                .andIf("job_id = :job", "job", jobId)
                .andIf("status = :status", "status", status == null ? null : status.name())
                .andIf("start_on >= :startFrom", "startFrom", startsOnOrAfter)
                .andIf("start_on < :startTo", "startTo", startsBefore)
                .andIf(
                        "exists (select from appointment_assignment s where s.tenant_id = appointment.tenant_id"
                                + " and s.appointment_id = appointment.id and s.active and s.technician_id = :technician)",
                        "technician",
                        technicianId)
                .andIf(
                        "job_id in (select j.id from job j where j.tenant_id = :tenant and j.customer_id = :customer)",
                        "customer",
                        customerId)
                .noneHas(projectId)
                .onlyIf(!Boolean.TRUE.equals(unused));
        if (number != null) {
            Matcher parts = NUMBER.matcher(VisibleText.strip(number));
            boolean matches = parts.matches();
            where.onlyIf(matches);
            if (matches) {
                where.and(
                                "job_id in (select j.id from job j where j.tenant_id = :tenant and j.number = :jobNumber)"
                                        + " and number = :ordinal",
                                "jobNumber",
                                parts.group(1))
                        .bind("ordinal", Integer.valueOf(parts.group(2)));
            }
        }
        return where;
    }
}
