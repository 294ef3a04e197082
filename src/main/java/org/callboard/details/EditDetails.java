package org.callboard.details;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.ContactRequests.ContactPatch;
import org.callboard.http.Precondition;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.settings.CustomFieldType;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes to what hangs on a customer or on a location: its contacts, tags, custom fields and notes. NotFound where there is no
 * such record. The contacts of one that is not active are out of reach: Conflict.
 */
@Service
public class EditDetails {

    private final Map<RecordKind, DetailOwners> owners;
    private final ContactEntries contacts;
    private final CustomDataEntries customData;
    private final Notes notes;
    private final Changes changes;

    EditDetails(
            List<DetailOwners> owners,
            ContactEntries contacts,
            CustomDataEntries customData,
            Notes notes,
            Changes changes) {
        this.owners = owners.stream().collect(Collectors.toMap(DetailOwners::kind, Function.identity()));
        this.contacts = contacts;
        this.customData = customData;
        this.notes = notes;
        this.changes = changes;
    }

    /** Adds a contact, and a copy of it to a location's customer unless that has it already. */
    @Transactional
    public ContactEntry addContact(
            RecordKind kind, long tenant, long owner, ContactType type, String value, @Nullable String memo) {
        DetailOwner locked = active(kind, of(kind).lockWithCustomer(tenant, owner));
        ContactDraft draft = new ContactDraft(type, value, memo);
        long id = contacts.add(kind, tenant, List.of(new Owned<>(owner, draft))).getFirst();
        locked.owningCustomer()
                .ifPresent(
                        payer -> contacts.addMissing(RecordKind.Customer, tenant, List.of(new Owned<>(payer, draft))));
        return contacts.get(kind, tenant, owner, id);
    }

    /**
     * Adds what people typed for a contact, each number and address in it by itself, with all that is said of it, and copies
     * as above. Invalid for a value that is no number or address.
     */
    @Transactional
    public void addContacts(RecordKind kind, long tenant, long owner, ContactContent content) {
        String problem = ContactParser.problem(content.type(), content.value());
        new FieldErrors()
                .addIf(problem != null, "value", String.valueOf(problem))
                .throwIfAny();
        for (ContactDraft part : contacts.parts(tenant, content)) {
            boolean takesTexts = part.type() != ContactType.Email;
            ContactEntry entry = addContact(kind, tenant, owner, part.type(), part.value(), part.memo());
            contacts.change(
                    kind,
                    tenant,
                    owner,
                    entry.id(),
                    old -> new ContactContent(
                            old.type(),
                            old.value(),
                            old.memo(),
                            takesTexts && content.doNotText(),
                            content.preferences()));
        }
    }

    /** Makes of a contact what the change says; it sees what is stored, and nobody else can come in between. */
    @Transactional
    public ContactEntry changeContact(
            RecordKind kind, long tenant, long owner, long id, UnaryOperator<ContactContent> change) {
        lockActive(kind, tenant, owner);
        return contacts.change(kind, tenant, owner, id, change);
    }

    /** Changes what a request names; see {@link ContactEntries#change} for what is refused. */
    @Transactional
    public ContactEntry updateContact(
            RecordKind kind,
            long tenant,
            long owner,
            long id,
            Submission<ContactPatch> sent,
            Precondition precondition) {
        lockActive(kind, tenant, owner);
        ContactPatch patch = sent.request();
        return contacts.change(kind, tenant, owner, id, precondition, sent.noted(), patch::applyTo);
    }

    /** NotFound for an unknown contact, Stale where the precondition does not hold. */
    @Transactional
    public void removeContact(RecordKind kind, long tenant, long owner, long id, Precondition precondition) {
        lockActive(kind, tenant, owner);
        contacts.remove(kind, tenant, owner, id, precondition);
    }

    private void lockActive(RecordKind kind, long tenant, long id) {
        active(kind, of(kind).lock(tenant, id));
    }

    private static DetailOwner active(RecordKind kind, DetailOwner owner) {
        kind.requireActive(owner);
        return owner;
    }

    /** Adds a tag, unless it is there; NotFound for an unknown tag type. Gives the record as it is then. */
    @Transactional
    public DetailOwner addTag(RecordKind kind, long tenant, long owner, long tagType) {
        of(kind).lock(tenant, owner);
        customData.requireTagType(tenant, tagType);
        addTags(kind, tenant, Set.of(owner), Set.of(tagType));
        return of(kind).get(tenant, owner);
    }

    /** Removes a tag; NotFound for one that the record does not have. */
    @Transactional
    public void removeTag(RecordKind kind, long tenant, long owner, long tagType) {
        of(kind).lock(tenant, owner);
        if (!removeTags(kind, tenant, Set.of(owner), Set.of(tagType))) {
            throw new NotFound("Tag", tagType);
        }
    }

    /** Adds each tag, which must be known, to each record, which must be locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addTags(RecordKind kind, long tenant, Set<Long> ids, Set<Long> tagTypes) {
        Set<Long> changed = customData.addTags(kind, tenant, ids, tagTypes);
        record(kind, tenant, changed, Action.TAGS_ADDED, Diff.none().now("tagTypeIds", List.copyOf(tagTypes)));
    }

    /** Removes each tag from each record, which must be locked; tells whether one of them had one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean removeTags(RecordKind kind, long tenant, Set<Long> ids, Set<Long> tagTypes) {
        Set<Long> changed = customData.removeTags(kind, tenant, ids, tagTypes);
        record(kind, tenant, changed, Action.TAGS_REMOVED, Diff.none().now("tagTypeIds", List.copyOf(tagTypes)));
        return !changed.isEmpty();
    }

    /** Changes one custom field; see {@link CustomDataEntries#changeCustomField} for what is refused. */
    @Transactional
    public void changeCustomField(
            RecordKind kind,
            long tenant,
            long owner,
            long typeId,
            Function<Optional<String>, Optional<String>> change) {
        of(kind).lock(tenant, owner);
        Diff diff = customData.changeCustomField(kind, tenant, owner, typeId, change);
        if (!diff.isEmpty()) {
            record(kind, tenant, Set.of(owner), Action.UPDATED, diff);
        }
    }

    /** Keeps a record from being changed by others until the transaction ends; nothing where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(RecordKind kind, long tenant, long owner) {
        try {
            of(kind).lock(tenant, owner);
        } catch (NotFound e) {
            // whoever names it is told so with all else that is wrong
        }
    }

    /**
     * Changes several custom fields at once. NotFound, RECORD_MERGED.
     *
     * @param change gives what shall stand for what stands there; null is nothing
     * @param more what the log is to say beside, where anything changes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeCustomFields(
            RecordKind kind,
            long tenant,
            long owner,
            Collection<Long> typeIds,
            BiFunction<CustomFieldType, @Nullable String, @Nullable String> change,
            Diff more) {
        DetailOwner locked = of(kind).lock(tenant, owner);
        Diff diff = customData.changeCustomFields(kind, tenant, locked, typeIds, change);
        if (!diff.isEmpty()) {
            more.fields().forEach(field -> diff.field(field.name(), field.before(), field.after()));
            record(kind, tenant, Set.of(owner), Action.UPDATED, diff);
        }
    }

    private void record(RecordKind kind, long tenant, Collection<Long> changed, Action action, Diff diff) {
        if (!changed.isEmpty()) {
            of(kind).touch(tenant, changed);
            Map<Long, Diff> diffs = new LinkedHashMap<>();
            changed.forEach(id -> diffs.put(id, diff));
            changes.recordAll(kind.logged(), diffs, action);
        }
    }

    /** Writes a note, which is no change of the record; a copy goes to a customer's active locations, or to a location's customer. */
    @Transactional
    public Note addNote(RecordKind kind, long tenant, long owner, String text, boolean pinned, boolean copied) {
        if (!copied) {
            of(kind).hold(tenant, owner);
            return notes.add(kind, tenant, owner, text, pinned);
        }
        DetailOwner locked = of(kind).lockWithCustomer(tenant, owner);
        return locked.owningCustomer()
                .map(payer -> notes.addToLocationAndCustomer(tenant, owner, payer, text, pinned))
                .orElseGet(() -> notes.addToCustomerAndLocations(tenant, owner, text, pinned));
    }

    private DetailOwners of(RecordKind kind) {
        return Objects.requireNonNull(owners.get(kind));
    }
}
