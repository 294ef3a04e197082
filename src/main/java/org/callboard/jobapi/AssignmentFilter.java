package org.callboard.jobapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;

/** What a list of assignments takes. One was made when the technician was assigned. */
record AssignmentFilter(
        @Nullable Ids ids,

        @Schema(description = "Only those to one of these appointments.") @Nullable
        Ids appointmentIds,

        @Nullable Long jobId,
        @JsonUnwrapped DateRange dates,
        @Nullable Sort sort,

        @Schema(description = "True where it is not given. That of who was taken off again is not active.") @Nullable
        ActiveFilter active) {

    private static final String MADE = "assigned_on";

    /** Adds the conditions to a statement over the table of assignments. */
    Where applyTo(Where where) {
        return ActiveFilter.apply(active, where)
                .andIf("id = any(:ids)", "ids", array(ids))
                .andIf("appointment_id = any(:appointments)", "appointments", array(appointmentIds))
                .andIf(
                        "appointment_id in (select a.id from appointment a where a.tenant_id = :tenant and a.job_id = :job)",
                        "job",
                        jobId)
                .andIf("assigned_on < :createdBefore", "createdBefore", dates.createdBefore())
                .andIf("assigned_on >= :createdFrom", "createdFrom", dates.createdOnOrAfter())
                .andIf("modified_on < :modifiedBefore", "modifiedBefore", dates.modifiedBefore())
                .andIf("modified_on >= :modifiedFrom", "modifiedFrom", dates.modifiedOnOrAfter())
                .orderBy(order());
    }

    private Sort order() {
        Sort wanted = sort == null ? Sort.BY_ID : sort;
        return wanted.column().equals("created_on") ? new Sort(MADE, wanted.descending()) : wanted;
    }

    private static Long @Nullable [] array(@Nullable Ids ids) {
        return ids == null ? null : ids.values().toArray(Long[]::new);
    }
}
