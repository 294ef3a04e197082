package org.callboard.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What a job says that people and programs may change.
 *
 * @param soldById an employee or a technician
 * @param leadSourceJobId the job in whose course this one came up, and who noticed it: an employee or a technician
 * @param partnerLeadCallId of a program elsewhere, which alone knows what it means
 */
public record JobDetails(
        long customerId,
        long locationId,
        long businessUnitId,
        long jobTypeId,
        long campaignId,
        Priority priority,
        @Nullable String summary,
        @Nullable String customerPo,
        boolean noCharge,
        boolean notificationsEnabled,
        @Nullable Long recallForId,
        @Nullable Long soldById,
        @Nullable Long leadSourceJobId,
        @Nullable Long leadSourceEmployeeId,
        @Nullable Boolean isAutoDispatched,
        @Nullable String summaryOfWork,
        @Nullable Boolean invoiceSignatureIsRequired,
        @Nullable Long partnerLeadCallId) {

    /** What every job has; the rest is as it is where nobody says otherwise. */
    public static JobDetails of(
            long customerId,
            long locationId,
            long businessUnitId,
            long jobTypeId,
            long campaignId,
            Priority priority,
            @Nullable String summary) {
        return new JobDetails(
                customerId,
                locationId,
                businessUnitId,
                jobTypeId,
                campaignId,
                priority,
                summary,
                null,
                false,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
