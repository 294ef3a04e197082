package org.callboard.callapi;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.callboard.addresses.Limits.Memo;
import org.callboard.addresses.Limits.Name;
import org.jspecify.annotations.Nullable;

/** What clients send about calls. */
final class CallRequests {

    private CallRequests() {}

    @Schema(name = "CallReasonModel")
    record CallReasonModel(
            @Schema(description = "Of an active call reason, in any case.") @Name @Nullable
            String name,

            @Schema(description = "Whether that counts as a lead.") @Nullable
            Boolean lead) {}

    @Schema(name = "CallCustomerModel", description = "Only its id is read.")
    record CallCustomerModel(@Nullable Long id) {}

    @Schema(name = "CallLocationModel", description = "Only its id is read.")
    record CallLocationModel(@Nullable Long id) {}

    /** Whatever it leaves out stays. */
    @Schema(name = "CallUpdateRequest")
    record CallUpdateRequest(
            @Schema(description = "The same as in the path.") @Nullable
            Long callId,

            @Nullable CallType callType,

            @Schema(description = "What there is to say about it; kept whatever came of the call.") @Memo @Nullable
            String excuseMemo,

            @Nullable Long campaignId,

            @Schema(description = "The job that came of the call, which is Booked with it.") @Nullable
            Long jobId,

            @Schema(description = "The user who answered.") @Nullable
            Long agentId,

            @Valid @Nullable CallReasonModel reason,
            @Valid @Nullable CallCustomerModel customer,
            @Valid @Nullable CallLocationModel location) {}
}
