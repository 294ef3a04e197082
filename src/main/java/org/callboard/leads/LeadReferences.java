package org.callboard.leads;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.settings.TagTypes;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Whether what a lead refers to is there, in one statement (two where it has tags). */
@Repository
class LeadReferences {

    /** What a lead refers to; null where it names nothing, or where that is not to be checked. */
    record Ids(
            @Nullable Long customerId,
            @Nullable Long locationId,
            @Nullable Long campaignId,
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Long callReasonId,
            @Nullable Long ownerId,
            @Nullable Long bookingId) {

        static Ids of(LeadDraft draft) {
            return new Ids(
                    draft.customerId(),
                    draft.locationId(),
                    draft.campaignId(),
                    draft.businessUnitId(),
                    draft.jobTypeId(),
                    draft.callReasonId(),
                    draft.ownerId(),
                    draft.bookingId());
        }

        /** Those that a change may name: what became of the others since must not keep anybody from a change. */
        static Ids changed(LeadDetails now) {
            return new Ids(null, null, now.campaignId(), now.businessUnitId(), now.jobTypeId(), null, null, null);
        }
    }

    private final LeadReferenceStore store;
    private final TagTypes tagTypes;

    LeadReferences(LeadReferenceStore store, TagTypes tagTypes) {
        this.store = store;
        this.tagTypes = tagTypes;
    }

    /**
     * Notes every id that is nobody's, by its name on the wire, and a location that is another customer's: which of the
     * two ids is wrong, nobody can say, so that the lead is refused unless it is reachable by itself. One that moved when
     * its customer was merged is none: who stores the lead says that the customer was. Tags are for {@link #checkTags}.
     *
     * @return the customer; a location without one brings its own
     */
    @Nullable
    Long check(long tenant, Ids ids, boolean reachable, Findings found) {
        FieldErrors errors = found.wrong();
        errors.required("campaignId", ids.campaignId);
        LeadReferenceStore.Known known = store.known(tenant, ids);
        Long customer = ids.customerId == null ? known.ownerOfLocation() : ids.customerId;
        unknown(errors, !known.customer(), "customerId", "customer", ids.customerId);
        unknown(
                errors,
                ids.locationId != null && known.ownerOfLocation() == null,
                "locationId",
                "location",
                ids.locationId);
        FieldErrors contradiction = reachable ? errors : found.refused();
        contradiction.addIf(
                known.ownerOfLocation() != null
                        && !known.ownerOfLocation().equals(customer)
                        && !known.ownerOfLocation().equals(known.mergedToId()),
                "locationId",
                "Location " + ids.locationId + " does not belong to customer " + customer + ".");
        unknown(errors, !known.campaign(), "campaignId", "campaign", ids.campaignId);
        unknown(errors, !known.businessUnit(), "businessUnitId", "business unit", ids.businessUnitId);
        unknown(errors, !known.jobType(), "jobTypeId", "job type", ids.jobTypeId);
        unknown(errors, !known.callReason(), "callReasonId", "call reason", ids.callReasonId);
        unknown(errors, !known.owner(), "ownerId", "employee", ids.ownerId);
        unknown(errors, !known.booking(), "bookingId", "booking", ids.bookingId);
        return customer;
    }

    /** Notes every tag type that is nobody's, by its place in the list. */
    void checkTags(long tenant, List<? extends @Nullable Long> tags, FieldErrors errors) {
        Set<Long> named = tags.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Long> strange = new HashSet<>(tagTypes.unknown(tenant, named));
        for (int i = 0; i < tags.size(); i++) {
            Long tag = tags.get(i);
            unknown(errors, tag != null && strange.contains(tag), "tagTypeIds[" + i + "]", "tag type", tag);
        }
    }

    private static void unknown(FieldErrors errors, boolean wrong, String field, String noun, @Nullable Long id) {
        errors.addIf(wrong, field, "There is no " + noun + " " + id + ".");
    }
}
