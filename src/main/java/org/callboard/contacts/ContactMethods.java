package org.callboard.contacts;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.callboard.access.Tenants;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.contactpoints.NormalizedContact;
import org.callboard.contacts.ContactRequests.UpdateContactMethodRequest;
import org.callboard.contacts.ContactRequests.UpsertContactMethodRequest;
import org.callboard.http.Precondition;
import org.callboard.paging.DatedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.Submission;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people are reached. */
@Service
class ContactMethods {

    private final Contacts contacts;
    private final ContactMethodStore store;
    private final Tenants tenants;
    private final Changes changes;

    ContactMethods(Contacts contacts, ContactMethodStore store, Tenants tenants, Changes changes) {
        this.contacts = contacts;
        this.store = store;
        this.tenants = tenants;
        this.changes = changes;
    }

    /** One method of a person; NotFound where there is no such person or method. */
    ContactMethod get(long tenant, UUID contact, UUID id) {
        contacts.get(tenant, contact);
        return store.find(tenant, contact, id).orElseThrow(() -> notFound(id));
    }

    /**
     * Methods of one person, or of all.
     *
     * @param value finds what was typed exactly so, an e-mail address in any case, and a phone number however it is written
     */
    Page<ContactMethod> list(
            long tenant,
            @Nullable UUID contact,
            @Nullable String reference,
            @Nullable ContactType type,
            @Nullable String value,
            DatedQuery query,
            Paging paging) {
        Where where = query.applyTo(Where.tenant(tenant))
                .andIf("contact_id = :contact", "contact", contact)
                .andIf("reference_id = :reference", "reference", reference)
                .andIf("type = :type", "type", type == null ? null : type.name());
        if (value != null) {
            String[] forms = forms(type, value, tenants.get(tenant).region());
            where.bind("value", value).and("""
                    (value = :value or number = any(array(
                        select entry_id from contact_point
                        where tenant_id = :tenant and form = any(:forms) and (owner_kind = 'contact') is true)))
                    """, "forms", forms);
        }
        return store.page(where, paging);
    }

    /** NotFound for an unknown person. */
    @Transactional
    ContactMethod add(
            long tenant,
            UUID contact,
            @Nullable String reference,
            ContactType type,
            String value,
            @Nullable String memo) {
        Contact owner = contacts.get(tenant, contact);
        ContactDraft entry = new ContactDraft(type, value, memo);
        return added(
                owner,
                store.insert(tenant, owner, Optional.empty(), reference, entry).orElseThrow());
    }

    /**
     * Makes the method with this id what is given here, and adds it where there is none. NotFound for an unknown person,
     * Invalid for an id that a method of another person has, Stale where the precondition does not hold.
     */
    @Transactional
    ContactMethod put(
            long tenant, UUID contact, UUID id, UpsertContactMethodRequest request, Precondition precondition) {
        Contact owner = contacts.get(tenant, contact);
        ContactDraft entry = new ContactDraft(request.type(), request.value(), request.memo());
        if (precondition.wantsRecord() && store.lock(tenant, contact, id).isEmpty()) {
            throw Precondition.nothingThere();
        }
        return store.insert(tenant, owner, Optional.of(id), request.referenceId(), entry)
                .map(method -> added(owner, method))
                .orElseGet(() -> {
                    ContactMethod before = store.lock(tenant, contact, id)
                            .orElseThrow(
                                    () -> new Invalid("contactMethodId", "Another contact has a method with this id."));
                    precondition.check(before.tag());
                    return changed(tenant, owner, before, request.referenceId(), entry);
                });
    }

    /**
     * Changes what is not null; the type is changed by {@link #put} alone. NotFound for an unknown person or method, Stale
     * where the precondition does not hold.
     */
    @Transactional
    ContactMethod update(
            long tenant,
            UUID contact,
            UUID id,
            Submission<UpdateContactMethodRequest> sent,
            Precondition precondition) {
        Contact owner = contacts.get(tenant, contact);
        ContactMethod before = store.lock(tenant, contact, id).orElseThrow(() -> notFound(id));
        precondition.check(before.tag());
        UpdateContactMethodRequest request = sent.request();
        ContactDraft entry = before.entry().changed(null, request.value(), request.memo(), sent.noted());
        sent.noted().throwIfAny();
        return changed(tenant, owner, before, before.referenceId(), entry);
    }

    /** Removes it. NotFound for an unknown person or method, Stale where the precondition does not hold. */
    @Transactional
    void delete(long tenant, UUID contact, UUID id, Precondition precondition) {
        Contact owner = contacts.get(tenant, contact);
        ContactMethod method = store.lock(tenant, contact, id).orElseThrow(() -> notFound(id));
        precondition.check(method.tag());
        store.delete(tenant, owner, method);
        changes.record(
                Contacts.KIND,
                owner.number(),
                Action.METHOD_REMOVED,
                Diff.none()
                        .field(method.entry().type().name(), method.entry().value(), null)
                        .field("memo", method.entry().memo(), null));
    }

    private ContactMethod added(Contact owner, ContactMethod method) {
        changes.record(
                Contacts.KIND,
                owner.number(),
                Action.METHOD_ADDED,
                Diff.none()
                        .now(method.entry().type().name(), method.entry().value())
                        .now("memo", method.entry().memo()));
        return method;
    }

    private ContactMethod changed(
            long tenant, Contact owner, ContactMethod before, @Nullable String reference, ContactDraft entry) {
        ContactDraft old = before.entry();
        Diff diff = Diff.none()
                .field("referenceId", before.referenceId(), reference)
                .field("type", old.type(), entry.type())
                .field("value", old.value(), entry.value())
                .field("memo", old.memo(), entry.memo());
        if (diff.isEmpty()) {
            return before;
        }
        changes.record(Contacts.KIND, owner.number(), Action.METHOD_CHANGED, diff);
        return store.update(tenant, owner, before, reference, entry);
    }

    /** The stored forms that a searched value may have. The plus sign of a number arrives as a space in a query. */
    private static String[] forms(@Nullable ContactType type, String value, String region) {
        String number = value.startsWith(" ") ? "+" + VisibleText.strip(value) : value;
        Stream<ContactType> types = type == null ? Stream.of(ContactType.Email, ContactType.Phone) : Stream.of(type);
        return types.flatMap(one -> Stream.of(value, number).map(text -> ContactParser.of(one, text, region)))
                .flatMap(read -> read.all().stream())
                .map(NormalizedContact::form)
                .distinct()
                .toArray(String[]::new);
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("Contact method", id);
    }
}
