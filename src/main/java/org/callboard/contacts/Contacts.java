package org.callboard.contacts;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.http.Precondition;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of a tenant. */
@Service
class Contacts {

    /** The kind that the change log has for all that happens to a person; its record id is the person's number. */
    static final EntityKind KIND = EntityKind.CONTACT;

    /** Name and title find in any case and in part, the reference id as a whole. */
    record Filter(
            @Nullable String name,
            @Nullable String title,
            @Nullable String referenceId,
            @Nullable Boolean isArchived) {}

    private final ContactStore store;
    private final ContactMethodStore methods;
    private final RelationshipStore relationships;
    private final Changes changes;

    Contacts(ContactStore store, ContactMethodStore methods, RelationshipStore relationships, Changes changes) {
        this.store = store;
        this.methods = methods;
        this.relationships = relationships;
        this.changes = changes;
    }

    Optional<Contact> find(long tenant, UUID id) {
        return store.find(tenant, id);
    }

    /** One person; NotFound where there is none. */
    Contact get(long tenant, UUID id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    Page<Contact> list(long tenant, DatedQuery query, Filter filter, Paging paging) {
        return store.page(where(tenant, query, filter), paging);
    }

    /** The people that belong to a customer, location or booking with this id; none where there is no such record. */
    Page<Contact> relatedTo(long tenant, long related, DatedQuery query, Filter filter, Paging paging) {
        Where where = where(tenant, query, filter).and("""
                id in (select contact_id from contact_relationship where tenant_id = :tenant and related_id = :related)
                """, "related", related);
        return store.page(where, paging);
    }

    @Transactional
    Contact create(long tenant, Contact.Details details) {
        return created(store.insert(tenant, Optional.empty(), details).orElseThrow());
    }

    /**
     * Makes the person with this id what the details say, and creates them where there is none. Again changes nothing. Stale
     * where the precondition does not hold.
     */
    @Transactional
    Contact put(long tenant, UUID id, Contact.Details details, Precondition precondition) {
        if (precondition.wantsRecord() && store.lock(tenant, id).isEmpty()) {
            throw Precondition.nothingThere();
        }
        return store.insert(tenant, Optional.of(id), details)
                .map(this::created)
                .orElseGet(() -> update(tenant, id, old -> details, precondition));
    }

    /** NotFound where there is none, Stale where the precondition does not hold. */
    @Transactional
    Contact update(long tenant, UUID id, UnaryOperator<Contact.Details> change, Precondition precondition) {
        Contact before = store.lock(tenant, id).orElseThrow(() -> notFound(id));
        precondition.check(before.tag());
        Contact.Details old = before.details();
        Contact.Details details = change.apply(old);
        Diff diff = Diff.between(old, details);
        if (diff.isEmpty()) {
            return before;
        }
        changes.record(KIND, before.number(), Action.UPDATED, diff);
        return store.update(tenant, id, details);
    }

    /**
     * Removes a person with their methods and preferences. NotFound where there is none; RELATIONSHIPS_LEFT while they
     * belong to a customer, location or booking, so that nobody loses a person from a record by removing them elsewhere.
     * Stale where the precondition does not hold.
     */
    @Transactional
    void delete(long tenant, UUID id, Precondition precondition) {
        Contact contact = store.lock(tenant, id).orElseThrow(() -> notFound(id));
        precondition.check(contact.tag());
        long related = relationships.count(tenant, id);
        if (related > 0) {
            throw RefusalCode.RELATIONSHIPS_LEFT
                    .refuse("Contact " + id + " still has " + related
                            + (related == 1 ? " relationship" : " relationships") + "; remove them first.")
                    .with("relationships", related);
        }
        methods.deleteAll(tenant, contact);
        store.delete(tenant, id);
        changes.record(KIND, contact.number(), Action.DELETED, Diff.between(contact.details(), Contact.Details.NONE));
    }

    private Contact created(Contact contact) {
        changes.record(KIND, contact.number(), Action.CREATED, Diff.between(Contact.Details.NONE, contact.details()));
        return contact;
    }

    private static Where where(long tenant, DatedQuery query, Filter filter) {
        return query.applyTo(Where.tenant(tenant))
                .andIf("position(lower(:name) in lower(name)) > 0", "name", filter.name)
                .andIf("position(lower(:title) in lower(title)) > 0", "title", filter.title)
                .andIf("reference_id = :reference", "reference", filter.referenceId)
                .andIf("is_archived = :archived", "archived", filter.isArchived);
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("Contact", id);
    }
}
