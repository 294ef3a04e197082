package org.callboard.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.contacts.RelationshipType.Slug;
import org.callboard.details.RecordKind;
import org.callboard.mergedids.MergedId;
import org.callboard.mergedids.MergedIds;
import org.callboard.paging.DateRange;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which customers, locations and bookings people belong to. The contract has a Conflict for an unknown person here. */
@Service
class Relationships {

    record Filter(
            @MergedId({RecordKind.Customer, RecordKind.Location}) @Nullable
            Long relatedEntityId,

            @Schema(description = "customer, location or booking, in any case.") @Nullable
            Slug typeSlug,

            @Nullable RelationshipType typeName,

            @Schema(description = "Excludes the instant.") @Nullable
            Instant createdBefore,

            @Schema(description = "Includes the instant.") @Nullable
            Instant createdOnOrAfter,

            @Schema(description = "+Field or -Field; a relationship is never modified, so ModifiedOn is CreatedOn.")
            @Nullable
            Sort sort) {

        private DatedQuery dates() {
            Sort order = sort != null && sort.column().equals("modified_on")
                    ? new Sort("created_on", sort.descending())
                    : sort;
            return new DatedQuery(new DateRange(createdBefore, createdOnOrAfter, null, null), order);
        }
    }

    private final Contacts contacts;
    private final RelationshipStore store;
    private final MergedIds merged;
    private final Changes changes;

    Relationships(Contacts contacts, RelationshipStore store, MergedIds merged, Changes changes) {
        this.contacts = contacts;
        this.store = store;
        this.merged = merged;
        this.changes = changes;
    }

    /** Conflict for an unknown person. */
    Page<Relationship> list(long tenant, UUID contact, Filter filter, Paging paging) {
        known(tenant, contact);
        Where where = filter.dates()
                .applyTo(Where.tenant(tenant))
                .and("contact_id = :contact", "contact", contact)
                .andIf("related_id = :related", "related", filter.relatedEntityId)
                .andIf(
                        "type = :slug",
                        "slug",
                        filter.typeSlug == null ? null : filter.typeSlug.type().name())
                .andIf("type = :type", "type", filter.typeName == null ? null : filter.typeName.name());
        return store.page(where, paging);
    }

    /**
     * Relates a person to a record; again is no error. NotFound for an unknown record, RECORD_MERGED for one that was merged,
     * UNKNOWN_REFERENCE for an unknown person.
     */
    @Transactional
    void add(long tenant, UUID contact, RelationshipType type, long related) {
        if (!store.exists(tenant, type, related)) {
            throw new NotFound(type.name(), related);
        }
        merged.requireLive(
                tenant,
                type == RelationshipType.Customer ? related : null,
                type == RelationshipType.Location ? related : null);
        Contact person = known(tenant, contact);
        if (store.insert(tenant, contact, type, related)) {
            changes.record(
                    Contacts.KIND, person.number(), Action.RELATED, Diff.none().now(type.slug(), related));
        }
    }

    /** Parts a person and a record; UNKNOWN_REFERENCE for an unknown person, NOT_RELATED where the two are not. */
    @Transactional
    void remove(long tenant, UUID contact, RelationshipType type, long related) {
        Contact person = known(tenant, contact);
        if (!store.delete(tenant, contact, type, related)) {
            throw RefusalCode.NOT_RELATED.refuse(
                    "Contact " + contact + " is not related to " + type.slug() + " " + related + ".");
        }
        changes.record(
                Contacts.KIND, person.number(), Action.UNRELATED, Diff.none().field(type.slug(), related, null));
    }

    private Contact known(long tenant, UUID contact) {
        return contacts.find(tenant, contact)
                .orElseThrow(() -> RefusalCode.UNKNOWN_REFERENCE.refuse("Contact " + contact + " was not found."));
    }
}
