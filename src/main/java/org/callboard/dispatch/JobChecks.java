package org.callboard.dispatch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Memo;
import org.callboard.addresses.Limits.Name;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomFieldValue;
import org.callboard.jobreasons.JobCancelReason;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.JobDetails;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.Setting;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what a job, an appointment or an act names is there, noted by the names on the wire. */
@Component
public class JobChecks {

    static final int TEXT = LongText.MAX;
    static final int MEMO = Memo.MAX;

    private final JobCheckStore store;
    private final CustomDataEntries customData;

    private final JobCancelReasons cancelReasons;
    private final JobHoldReasons holdReasons;

    JobChecks(
            JobCheckStore store,
            CustomDataEntries customData,
            JobCancelReasons cancelReasons,
            JobHoldReasons holdReasons) {
        this.store = store;
        this.customData = customData;
        this.cancelReasons = cancelReasons;
        this.holdReasons = holdReasons;
    }

    /**
     * Notes all that is wrong with a job that a program wants to book, and throws Invalid where anything is. That customer or
     * location were merged is no such thing: whoever books says so.
     */
    public void check(
            long tenant, JobDetails job, List<AppointmentDraft> appointments, CustomDataDraft data, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        errors.addIf(appointments.isEmpty(), "appointments", "A job needs at least one appointment.");
        noted.addMissing(errors);
        details(tenant, null, job, noted);
        for (int i = 0; i < appointments.size(); i++) {
            appointment(tenant, "appointments[" + i + "].", appointments.get(i), noted);
        }
        data(tenant, data, List.of(), noted);
    }

    /** Notes what is wrong with an appointment, unless that was said already. */
    void appointment(long tenant, String path, AppointmentDraft draft, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        draft.time().check(path, errors);
        errors.maxLength(path + "specialInstructions", draft.specialInstructions(), TEXT);
        noted.addMissing(errors);
        technicians(tenant, path, draft.technicianIds(), noted);
    }

    /** Notes who is no technician, or not any more, unless that was said already; null stands for what was. */
    void technicians(long tenant, String path, List<Long> ids, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        Set<Long> known = ids.isEmpty()
                ? Set.of()
                : store.technicians(
                        tenant, ids.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        for (int i = 0; i < ids.size(); i++) {
            errors.addIf(
                    ids.get(i) != null && !known.contains(ids.get(i)),
                    path + "technicianIds[" + i + "]",
                    "There is no active technician " + ids.get(i) + ".");
        }
        noted.addMissing(errors);
    }

    /** Throws Invalid for custom fields, tags and external data that can't be, and for all that was noted before. */
    void data(long tenant, CustomDataDraft draft, List<CustomFieldValue> before, FieldErrors errors) {
        customData.check(
                tenant, List.of(new CustomDataEntries.Part(CustomFieldTypes.OF_JOBS, "", draft, before)), errors);
    }

    /**
     * Notes what is wrong with what a job says.
     *
     * @param before what it said; that may be as it is. Null for a new job
     */
    void details(long tenant, @Nullable JobDetails before, JobDetails now, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        JobCheckStore.Known known = store.known(tenant, now);
        Changed changed = new Changed(before, errors);
        boolean moved =
                before == null || before.customerId() != now.customerId() || before.locationId() != now.locationId();
        if (moved) {
            place(now, known, errors);
        }
        changed.unknown(known.businessUnit(), "businessUnitId", "business unit", now, JobDetails::businessUnitId);
        changed.unknown(known.jobType(), "jobTypeId", "job type", now, JobDetails::jobTypeId);
        changed.unknown(known.campaign(), "campaignId", "campaign", now, JobDetails::campaignId);
        changed.unknown(known.soldBy(), "soldById", "employee or technician", now, JobDetails::soldById);
        changed.unknown(known.recallFor(), "recallForId", "job", now, JobDetails::recallForId);
        changed.unknown(known.leadSourceJob(), "jobGeneratedLeadSource.jobId", "job", now, JobDetails::leadSourceJobId);
        changed.unknown(
                known.leadSourceEmployee(),
                "jobGeneratedLeadSource.employeeId",
                "employee or technician",
                now,
                JobDetails::leadSourceEmployeeId);
        errors.maxLength("summary", now.summary(), TEXT)
                .maxLength("summaryOfWork", now.summaryOfWork(), TEXT)
                .maxLength("customerPo", now.customerPo(), Name.MAX);
        noted.addMissing(errors);
    }

    private static void place(JobDetails now, JobCheckStore.Known known, FieldErrors errors) {
        long customer = now.customerId();
        long location = now.locationId();
        errors.addIf(known.customerActive() == null, "customerId", "There is no customer " + customer + ".")
                .addIf(
                        Boolean.FALSE.equals(known.customerActive()) && known.customerMergedToId() == null,
                        "customerId",
                        "Customer " + customer + " is not active.")
                .addIf(known.locationActive() == null, "locationId", "There is no location " + location + ".")
                .addIf(
                        Boolean.FALSE.equals(known.locationActive()) && known.locationMergedToId() == null,
                        "locationId",
                        "Location " + location + " is not active.")
                .addIf(
                        known.customerActive() != null
                                && known.ownerOfLocation() != null
                                && known.ownerOfLocation() != customer
                                && !known.ownerOfLocation().equals(known.customerMergedToId()),
                        "locationId",
                        "Location " + location + " does not belong to customer " + customer + ".");
    }

    private interface Named {
        @Nullable
        Long of(JobDetails details);
    }

    private record Changed(@Nullable JobDetails before, FieldErrors errors) {

        void unknown(boolean known, String field, String noun, JobDetails now, Named named) {
            Long id = named.of(now);
            boolean same = before != null && Objects.equals(named.of(before), id);
            errors.addIf(!known && !same, field, "There is no " + noun + " " + id + ".");
        }
    }

    /**
     * Gives the reason to hold. Throws an Invalid that names one that there is not, or a memo that is too long, beside what
     * was noted before, such as that there is none.
     */
    long holdReason(long tenant, @Nullable Long reason, @Nullable String memo, FieldErrors noted) {
        boolean known = reason == null
                || holdReasons.find(tenant, reason).filter(Setting::active).isPresent();
        return reason(known, "reason to hold a job", reason, memo, noted);
    }

    /** The same for canceling. */
    long cancelReason(long tenant, @Nullable Long reason, @Nullable String memo, FieldErrors noted) {
        boolean known = reason == null
                || cancelReasons
                        .find(tenant, reason)
                        .filter(JobCancelReason::chosen)
                        .isPresent();
        return reason(known, "reason to cancel a job", reason, memo, noted);
    }

    private static long reason(
            boolean known, String noun, @Nullable Long reason, @Nullable String memo, FieldErrors noted) {
        FieldErrors errors = new FieldErrors();
        errors.addIf(!known, "reasonId", "There is no active " + noun + " " + reason + ".")
                .maxLength("memo", memo, MEMO);
        noted.addMissing(errors).throwIfAny();
        return Objects.requireNonNull(reason);
    }
}
