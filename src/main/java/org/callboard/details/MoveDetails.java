package org.callboard.details;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.callboard.contactpoints.ContactPoints;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives what hangs on a record to another one of its kind. Both records must be locked; what is done is neither noted in the
 * change log nor does it count as a change of the records, since it is part of one.
 */
@Service
public class MoveDetails {

    private final ContactEntryStore contacts;
    private final NoteStore notes;
    private final CustomDataStore customData;

    MoveDetails(ContactEntryStore contacts, NoteStore notes, CustomDataStore customData) {
        this.contacts = contacts;
        this.notes = notes;
        this.customData = customData;
    }

    /** All entries that a record has or had. */
    public List<ContactEntry> contacts(RecordKind kind, long tenant, long owner) {
        return contacts.everOf(kind, tenant, owner);
    }

    /** Those of the entries that are there, whoever has them now. */
    public List<ContactEntry> contacts(RecordKind kind, long tenant, Collection<Long> ids) {
        return contacts.withRemoved(kind, tenant, ids);
    }

    /** What the entries in use of records are understood as, by entry; see {@link ContactPoints#formsOf}. */
    public Map<Long, Set<String>> forms(RecordKind kind, long tenant, Collection<Long> owners) {
        return contacts.forms(kind, tenant, owners);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changeContact(RecordKind kind, long tenant, ContactEntry before, ContactContent after) {
        contacts.update(kind, tenant, before, after);
    }

    /**
     * Gives entries to another record, and the ids of those that went. One that is not the first record's any more stays, and
     * so does one that is in use where {@code was} says that it is not, or the other way round.
     *
     * @param becomes whether they are in use from now on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> moveContacts(
            RecordKind kind, long tenant, long from, long to, Collection<Long> ids, boolean was, boolean becomes) {
        return contacts.move(kind, tenant, from, to, ids, was, becomes);
    }

    /** Gives notes to another record, and their ids: all, or those named that are still the first record's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> moveNotes(RecordKind kind, long tenant, long from, long to, @Nullable Collection<Long> ids) {
        return notes.move(kind, tenant, from, to, ids);
    }

    /** Copies the tags that the other record does not have; gives these. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> copyTags(RecordKind kind, long tenant, long from, long to) {
        return customData.copyTags(kind, tenant, from, to);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void removeTags(RecordKind kind, long tenant, long owner, Collection<Long> tagTypes) {
        customData.removeTags(kind, tenant, List.of(owner), tagTypes);
    }

    /** Writes the value of a custom field, or removes it where it is null. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putCustomField(RecordKind kind, long tenant, long owner, long type, @Nullable String value) {
        customData.putCustomField(kind, tenant, owner, type, value);
    }

    /** What all applications keep with a record. */
    public List<ExternalDatum> externalData(RecordKind kind, long tenant, long owner) {
        return customData.allExternalData(kind, tenant, owner);
    }

    /** Copies the external data under keys that the other record does not have; gives it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ExternalDatum> copyExternalData(RecordKind kind, long tenant, long from, long to) {
        return customData.copyExternalData(kind, tenant, from, to);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void removeExternalData(RecordKind kind, long tenant, long owner, UUID application, String key) {
        customData.removeExternalData(kind, tenant, owner, application, List.of(key));
    }
}
