package org.callboard.callapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import org.callboard.calls.Call.Telephone;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallState;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * The wire shapes of calls: those of the contract's version 3 of its operations and of its feed; those of version 2 stand in
 * {@link FormerCallJson}. Callboard keeps neither projects nor tags of calls.
 */
public final class CallJson {

    private CallJson() {}

    @Schema(name = "CallBusinessUnitResponse")
    record CallUnit(long id, String name) {

        static @Nullable CallUnit of(CallRow row) {
            return row.unit() == null
                    ? null
                    : new CallUnit(row.unit().unitId(), row.unit().unitName());
        }
    }

    @Schema(name = "CallJobTypeResponse")
    record CallJobType(long id, String name, Instant modifiedOn) {

        static @Nullable CallJobType of(CallRow row) {
            CallRow.JobOf job = row.job();
            return job == null ? null : new CallJobType(job.jobTypeId(), job.jobTypeName(), job.jobTypeModifiedOn());
        }
    }

    @Schema(name = "CallReasonOfCallResponse")
    record CallReasonOf(long id, String name, boolean lead, boolean active) {

        static @Nullable CallReasonOf of(CallRow row) {
            Long id = row.handling().reasonId();
            CallRow.ReasonOf reason = row.reason();
            return id == null || reason == null
                    ? null
                    : new CallReasonOf(id, reason.reasonName(), reason.reasonIsLead(), reason.reasonActive());
        }
    }

    /** Who opened it by hand; a call that a telephone system told of was made by nobody. */
    @Schema(name = "CallCreatorResponse")
    record CallCreator(long id, String name) {

        static @Nullable CallCreator of(CallRow row) {
            return row.createdById() == 0
                    ? null
                    : new CallCreator(row.createdById(), Objects.requireNonNullElse(row.creator(), ""));
        }
    }

    @Schema(name = "CallCampaignResponse")
    record CallCampaign(long id, String name) {

        static @Nullable CallCampaign of(CallRow row) {
            Long id = row.handling().campaignId();
            CallRow.CampaignOf campaign = row.campaign();
            return id == null || campaign == null ? null : new CallCampaign(id, campaign.campaignName());
        }
    }

    @Schema(name = "CallAgentResponse")
    record CallAgent(
            @Schema(description = "The user who answered; 0 for somebody who is none.")
            long id,

            String name,
            @Nullable String externalId) {

        static @Nullable CallAgent of(CallRow row) {
            Telephone telephone = row.telephone();
            if (telephone.agentId() == null && telephone.agentExternalId() == null && telephone.agentName() == null) {
                return null;
            }
            String name = row.agentUser() == null ? telephone.agentName() : row.agentUser();
            return new CallAgent(
                    Objects.requireNonNullElse(telephone.agentId(), 0L),
                    Objects.requireNonNullElse(name, ""),
                    telephone.agentExternalId());
        }
    }

    @Schema(name = "CallTagResponse")
    record CallTag(long id, String typeName) {}

    /** What all shapes of version 3 say. */
    record CallFacts(
            long id,
            boolean active,
            Instant createdOn,
            Instant modifiedOn,

            @Schema(
                    description =
                            "How long they talked, as `00:03:12`, with days as `1.02:03:04`; zero until it is over.")
            String duration,

            String from,
            String to,
            CallDirection direction,
            @Nullable CallReasonOf reason,

            @Schema(description = "Where the telephone system keeps it.") @Nullable
            String recordingUrl,

            @Schema(description = "Where the telephone system keeps it.") @Nullable
            String voiceMailUrl,

            @Nullable CallCreator createdBy,
            @Nullable CustomerResponse customer,
            @Nullable CallCampaign campaign,
            @Nullable CallAgent agent,

            @Schema(description = "As the telephone system calls it; null for a call that was opened by hand.")
            @Nullable
            String sid,

            @Nullable List<CallTag> tags) {

        private CallFacts unheard() {
            return RecordShape.with(RecordShape.with(this, "recordingUrl", null), "voiceMailUrl", null);
        }

        static CallFacts from(CallRow row, @Nullable CustomerResponse customer) {
            return new CallFacts(
                    row.id(),
                    row.active(),
                    row.createdOn(),
                    row.modifiedOn(),
                    row.duration(),
                    row.from(),
                    row.to(),
                    row.direction(),
                    CallReasonOf.of(row),
                    row.telephone().recordingUrl(),
                    row.telephone().voicemailUrl(),
                    CallCreator.of(row),
                    customer,
                    CallCampaign.of(row),
                    CallAgent.of(row),
                    row.externalId(),
                    List.of());
        }
    }

    /** Whether who asks may hear what was recorded. A scope for feeds, or for changing calls, is none for that. */
    static boolean mayHear() {
        return Apps.hasScope(Scope.CALLS_READ);
    }

    @Schema(name = "LeadCallResponse")
    record LeadCall(
            @JsonUnwrapped CallFacts facts,
            Instant receivedOn,
            @Nullable CallType callType) {}

    @Schema(name = "CallResponse")
    record CallResponse(
            long id,
            @Nullable String jobNumber,
            long projectId,
            @Nullable CallUnit businessUnit,
            @Nullable CallJobType type,
            LeadCall leadCall) {

        static CallResponse from(CallRow row, @Nullable CustomerResponse customer) {
            return new CallResponse(
                    row.id(),
                    row.job() == null ? null : row.job().jobNumber(),
                    0,
                    CallUnit.of(row),
                    CallJobType.of(row),
                    new LeadCall(CallFacts.from(row, customer), row.telephone().receivedOn(), row.type()));
        }
    }

    /** How far a call is, in the words of the contract's feed. */
    enum Progress {
        Ringing,
        Answered,
        Completed,
        /** Somebody opened it by hand. */
        Initiated;

        static Progress of(@Nullable CallState state) {
            return switch (state) {
                case null -> Initiated;
                case Ringing -> Ringing;
                case Answered -> Answered;
                case Ended, Missed -> Completed;
            };
        }
    }

    @Schema(name = "ExportCallLocationResponse")
    record CallLocation(long id, String name) {

        static @Nullable CallLocation of(CallRow row) {
            Long id = row.handling().locationId();
            return id == null ? null : new CallLocation(id, Objects.requireNonNullElse(row.locationName(), ""));
        }
    }

    @Schema(name = "ExportCallJobResponse")
    record CallJob(long id, String number) {}

    @Schema(name = "ExportCallLeadResponse")
    record CallLead(long id) {}

    @Schema(name = "ExportCallsResponse")
    public record ExportCallsResponse(
            @JsonUnwrapped CallFacts facts,
            @Nullable CallType type,
            Progress status,
            @Nullable CallLocation location,
            @Nullable CallJob job,
            @Nullable CallLead lead,
            String excuseMemo,

            @Schema(description = "Always empty.") String tag) {

        long id() {
            return facts.id;
        }

        /** The same without the links to what was recorded. */
        ExportCallsResponse unheard() {
            return RecordShape.with(this, "facts", facts.unheard());
        }

        static ExportCallsResponse from(CallRow row, @Nullable CustomerResponse customer) {
            CallRow.JobOf job = row.job();
            Long lead = row.leadId();
            return new ExportCallsResponse(
                    CallFacts.from(row, customer),
                    row.type(),
                    Progress.of(row.telephone().state()),
                    CallLocation.of(row),
                    job == null ? null : new CallJob(job.jobId(), job.jobNumber()),
                    lead == null ? null : new CallLead(lead),
                    Objects.requireNonNullElse(row.handling().memo(), ""),
                    "");
        }
    }
}
