package org.callboard.callapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.callapi.CallJson.CallAgent;
import org.callboard.callapi.CallJson.CallCreator;
import org.callboard.callapi.CallJson.CallJobType;
import org.callboard.callapi.CallJson.CallReasonOf;
import org.callboard.callapi.CallJson.CallTag;
import org.callboard.callapi.CallJson.CallUnit;
import org.callboard.calls.CallDirection;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * The wire shapes of calls in version 2 of the contract's operations. It marks fields as always there that a call need not
 * have; those are null.
 */
final class FormerCallJson {

    private FormerCallJson() {}

    @Schema(name = "FormerCallCategoryResponse")
    record FormerCategory(long id, String name, boolean active) {}

    @Schema(name = "FormerCallCampaignResponse")
    record FormerCampaign(
            long id,
            String name,
            Instant modifiedOn,
            boolean active,
            @Nullable FormerCategory category) {

        static @Nullable FormerCampaign of(CallRow row) {
            Long id = row.handling().campaignId();
            CallRow.CampaignOf campaign = row.campaign();
            if (id == null || campaign == null) {
                return null;
            }
            Long category = campaign.categoryId();
            return new FormerCampaign(
                    id,
                    campaign.campaignName(),
                    campaign.campaignModifiedOn(),
                    campaign.campaignActive(),
                    category == null
                            ? null
                            : new FormerCategory(
                                    category,
                                    Objects.requireNonNullElse(campaign.categoryName(), ""),
                                    Boolean.TRUE.equals(campaign.categoryActive())));
        }
    }

    @Schema(name = "FormerLeadCallResponse")
    record FormerLeadCall(
            long id,
            Instant receivedOn,

            @Schema(
                    description =
                            "How long they talked, as `00:03:12`, with days as `1.02:03:04`; zero until it is over.")
            String duration,

            String from,
            String to,
            CallDirection direction,
            @Nullable CallType callType,
            @Nullable CallReasonOf reason,
            @Nullable String recordingUrl,
            @Nullable String voiceMailUrl,
            CallCreator createdBy,
            @Nullable CustomerResponse customer,
            @Nullable FormerCampaign campaign,
            Instant modifiedOn,
            @Nullable CallAgent agent,
            @Nullable String sid,
            List<CallTag> tags) {

        private static final CallCreator NOBODY = new CallCreator(0, "");

        /** The same, without the links to what was recorded for who may not hear that. */
        FormerLeadCall asHeard() {
            return CallJson.mayHear()
                    ? this
                    : RecordShape.with(RecordShape.with(this, "recordingUrl", null), "voiceMailUrl", null);
        }

        static FormerLeadCall from(CallRow row, @Nullable CustomerResponse customer) {
            return new FormerLeadCall(
                    row.id(),
                    row.telephone().receivedOn(),
                    row.duration(),
                    row.from(),
                    row.to(),
                    row.direction(),
                    row.type(),
                    CallReasonOf.of(row),
                    row.telephone().recordingUrl(),
                    row.telephone().voicemailUrl(),
                    Objects.requireNonNullElse(CallCreator.of(row), NOBODY),
                    customer,
                    FormerCampaign.of(row),
                    row.modifiedOn(),
                    CallAgent.of(row),
                    row.externalId(),
                    List.of());
        }
    }

    /** As lists have it. */
    @Schema(name = "FormerListedLeadCallResponse")
    record FormerListedLeadCall(@JsonUnwrapped FormerLeadCall call, Instant createdOn, boolean active) {}

    /** What stands around a call. */
    record Around(
            long id,
            @Nullable String jobNumber,
            long projectId,
            @Nullable CallUnit businessUnit,
            @Nullable CallJobType type) {

        static Around of(CallRow row) {
            return new Around(
                    row.id(),
                    row.job() == null ? null : row.job().jobNumber(),
                    0,
                    CallUnit.of(row),
                    CallJobType.of(row));
        }
    }

    @Schema(name = "FormerCallResponse")
    record FormerCall(@JsonUnwrapped Around around, FormerLeadCall leadCall) {

        static FormerCall from(CallRow row, @Nullable CustomerResponse customer) {
            return new FormerCall(Around.of(row), FormerLeadCall.from(row, customer));
        }
    }

    @Schema(name = "FormerListedCallResponse")
    record FormerListedCall(@JsonUnwrapped Around around, FormerListedLeadCall leadCall) {

        static FormerListedCall from(CallRow row, @Nullable CustomerResponse customer) {
            return new FormerListedCall(
                    Around.of(row),
                    new FormerListedLeadCall(FormerLeadCall.from(row, customer), row.createdOn(), row.active()));
        }
    }
}
