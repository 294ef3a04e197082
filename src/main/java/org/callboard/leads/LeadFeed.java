package org.callboard.leads;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.database.RecordShape.Copy;
import org.callboard.jobs.Priority;
import org.callboard.leads.LeadJson.LeadResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads as feeds give them out; one that was taken back is not active. */
@Component
public class LeadFeed implements FeedSource<LeadFeed.ExportLeadsResponse> {

    /** The wire shape: {@code ExportLeadsResponse} of the contract. */
    @Schema(name = "ExportLeadsResponse")
    public record ExportLeadsResponse(@JsonUnwrapped LeadResponse lead, boolean active) {}

    /** What a webhook's message has of a lead, in the words that existing receivers read. */
    record Told(
            long id,
            LeadStatus status,
            Priority priority,
            @Nullable Long customerId,
            @Nullable Long locationId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            long campaignId,
            @Nullable Instant followUpDate,
            long createdById,
            Instant createdOn,
            Instant modifiedOn,
            @Nullable List<Long> tagTypeIds,
            @Nullable Long dismissingReasonId,
            @Nullable Long projectId,
            @Nullable Long estimateId,
            @Nullable String customerName,
            @Nullable String phone,
            @Nullable String email,
            Where address,
            boolean active) {

        record Where(
                @Nullable String street,
                @Nullable String unit,
                @Nullable String city,
                @Nullable String state,
                @Nullable String zip,
                @Nullable String country) {}

        private static final Copy<Told> COPY = Copy.of(
                Told.class,
                LeadResponse.class,
                "projectId",
                "estimateId",
                "customerName",
                "phone",
                "email",
                "address",
                "active");

        static Told from(LeadResponse lead, boolean active) {
            return COPY.from(
                    lead,
                    null,
                    null,
                    lead.leadCustomerName(),
                    lead.leadPhone(),
                    lead.leadEmail(),
                    new Where(
                            lead.leadStreet(),
                            lead.leadUnit(),
                            lead.leadCity(),
                            lead.leadState(),
                            lead.leadZip(),
                            lead.leadCountry()),
                    active);
        }
    }

    private final LeadStore store;

    LeadFeed(LeadStore store) {
        this.store = store;
    }

    @Override
    public EntityKind kind() {
        return EntityKind.LEAD;
    }

    @Override
    public long id(ExportLeadsResponse shape) {
        return shape.lead().id();
    }

    @Override
    public List<ExportLeadsResponse> byIds(long tenant, Collection<Long> ids) {
        return store.exported(tenant, ids);
    }

    @Override
    public List<ExportLeadsResponse> after(long tenant, long id, int most) {
        return store.exportedAfter(tenant, id, most);
    }

    @Override
    public Object told(ExportLeadsResponse shape) {
        return Told.from(shape.lead(), shape.active());
    }
}
