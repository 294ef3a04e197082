package org.callboard.contacts;

import java.util.Map;
import java.util.UUID;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.contacts.ContactJson.ContactPreferenceResponse;
import org.callboard.http.EntityTag;
import org.callboard.http.Precondition;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.Patch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people want to be told about by each of their methods. */
@Service
class ContactPreferences {

    private final Contacts contacts;
    private final ContactMethods methods;
    private final ContactMethodStore methodStore;
    private final ContactPreferenceStore store;
    private final Changes changes;

    ContactPreferences(
            Contacts contacts,
            ContactMethods methods,
            ContactMethodStore methodStore,
            ContactPreferenceStore store,
            Changes changes) {
        this.contacts = contacts;
        this.methods = methods;
        this.methodStore = methodStore;
        this.store = store;
        this.changes = changes;
    }

    /** What is set for a method; a kind that is not set is missing. NotFound for an unknown person or method. */
    Map<PreferenceKind, Boolean> of(long tenant, UUID contact, UUID method) {
        methods.get(tenant, contact, method);
        return store.of(tenant, method);
    }

    /** The kind of this name, in any case; NotFound where there is none. */
    static PreferenceKind kind(String name) {
        return PreferenceKind.of(name).orElseThrow(() -> new NotFound("Preference", name));
    }

    /**
     * Sets a preference, or with null makes it as if it had never been set. NotFound for an unknown person or method, Stale
     * where the precondition does not hold.
     */
    @Transactional
    void update(
            long tenant,
            UUID contact,
            UUID method,
            PreferenceKind kind,
            Patch<Boolean> value,
            Precondition precondition) {
        Contact owner = contacts.get(tenant, contact);
        ContactMethod entry =
                methodStore.lock(tenant, contact, method).orElseThrow(() -> new NotFound("Contact method", method));
        Boolean before = store.of(tenant, method).get(kind);
        precondition.check(EntityTag.ofContent(ContactPreferenceResponse.from(kind, before)));
        Boolean after = value.or(before);
        Diff diff = Diff.none().field(kind.name() + " " + entry.entry().value(), before, after);
        if (diff.isEmpty()) {
            return;
        }
        if (after == null) {
            store.unset(tenant, method, kind);
        } else {
            store.set(tenant, method, kind, after);
        }
        changes.record(Contacts.KIND, owner.number(), Action.PREFERENCE_CHANGED, diff);
    }
}
