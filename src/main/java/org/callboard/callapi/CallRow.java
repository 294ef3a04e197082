package org.callboard.callapi;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.callboard.calls.Call.Handling;
import org.callboard.calls.Call.Telephone;
import org.callboard.calls.CallDirection;
import org.jspecify.annotations.Nullable;

/**
 * A call with what is shown beside it.
 *
 * @param ownNumber the company's, E.164
 * @param agentUser the name of the user who answered
 * @param creator the name of the user who opened it by hand
 * @param job the first that came of it
 * @param leadId the first lead that came of it
 */
record CallRow(
        long id,
        @Nullable String externalId,
        CallDirection direction,
        Telephone telephone,
        Handling handling,
        boolean active,
        Instant createdOn,
        long createdById,
        Instant modifiedOn,
        @Nullable String ownNumber,
        @Nullable String agentUser,
        @Nullable String creator,
        @Nullable CampaignOf campaign,
        @Nullable ReasonOf reason,
        @Nullable JobOf job,
        @Nullable UnitOf unit,
        @Nullable Long leadId,
        @Nullable String locationName) {

    record CampaignOf(
            String campaignName,
            boolean campaignActive,
            Instant campaignModifiedOn,
            @Nullable Long categoryId,
            @Nullable String categoryName,
            @Nullable Boolean categoryActive) {}

    record ReasonOf(String reasonName, boolean reasonIsLead, boolean reasonActive) {}

    record JobOf(long jobId, String jobNumber, long jobTypeId, String jobTypeName, Instant jobTypeModifiedOn) {}

    /** The job's, or the call's own where it has no job. */
    record UnitOf(long unitId, String unitName) {}

    private static final Duration DAY = Duration.ofDays(1);

    @Nullable
    CallType type() {
        return CallType.of(handling.desk(), handling.excused(), reason != null && reason.reasonIsLead);
    }

    /** For how long they talked, as {@code 00:03:12}, with the days before it where there are any; zero until it is over. */
    String duration() {
        Instant answered = telephone.answeredOn();
        Instant ended = telephone.endedOn();
        Duration talked = answered == null || ended == null || ended.isBefore(answered)
                ? Duration.ZERO
                : Duration.between(answered, ended);
        String time = "%02d:%02d:%02d".formatted(talked.toHoursPart(), talked.toMinutesPart(), talked.toSecondsPart());
        return talked.compareTo(DAY) < 0 ? time : talked.toDays() + "." + time;
    }

    /** Who called, as it was told, or as it is known otherwise. */
    String from() {
        return end(telephone.toldFrom(), direction == CallDirection.Inbound);
    }

    /** Who was called. */
    String to() {
        return end(telephone.toldTo(), direction == CallDirection.Outbound);
    }

    private String end(@Nullable String told, boolean isOther) {
        return Objects.requireNonNullElse(
                told, Objects.requireNonNullElse(isOther ? telephone.number() : ownNumber, ""));
    }
}
