package org.callboard.desk;

import java.time.LocalDateTime;
import java.util.List;
import org.callboard.customers.CustomerType;
import org.callboard.jobs.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What a CSR enters to book a job. With a location it is for that location and its customer; with a customer alone a new
 * location of theirs is made at the address; with neither a new customer too.
 *
 * @param start in the company's time zone
 * @param technicianIds who comes; nobody where that is open
 * @param recallForId the job whose work is to be done once more; null for none
 * @param serviceAnyway confirms that a customer marked <i>Do not service</i> is served all the same
 * @param confirmedStart what the person was asked about the time and confirmed, as {@link StartTimes.Question} has it;
 *     another time, and anything else to say of it, is asked about anew
 * @param script what was answered of what the job type asks
 */
public record BookJobRequest(
        @Nullable Long customerId,
        @Nullable Long locationId,
        @Nullable String name,
        @Nullable CustomerType customerType,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip,
        @Nullable String country,
        @Nullable Long businessUnitId,
        @Nullable Long jobTypeId,
        @Nullable Long campaignId,
        @Nullable Priority priority,
        @Nullable LocalDateTime start,
        @Nullable Integer minutes,
        @Nullable String summary,
        List<Long> technicianIds,
        @Nullable Long recallForId,
        boolean serviceAnyway,
        @Nullable String confirmedStart,
        ScriptAnswers script) {

    boolean needsAddress() {
        return locationId == null;
    }
}
