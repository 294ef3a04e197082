package org.callboard.details;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.callboard.access.Tenants;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.FeedSource;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.http.Precondition;
import org.callboard.paging.DateRange;
import org.callboard.paging.Ids;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contact entries of customers and locations. Whether the owner is there and active is the owner's matter. An entry
 * has its own line in the change log ({@code customer-contact}), since it is exported by itself.
 */
@Service
public class ContactEntries {

    /** The version of an entry that nobody has changed. */
    private static final int FIRST = 1;

    private final ContactEntryStore store;
    private final Tenants tenants;
    private final Changes changes;

    ContactEntries(ContactEntryStore store, Tenants tenants, Changes changes) {
        this.store = store;
        this.tenants = tenants;
        this.changes = changes;
    }

    /** The entries of one owner. */
    public Page<ContactEntry> of(RecordKind kind, long tenant, long owner, Paging paging) {
        return store.page(kind.of(tenant).and("owner_id = :owner", "owner", owner), paging);
    }

    /** The entries of all owners, or of those named. */
    public Page<ContactEntry> list(RecordKind kind, long tenant, @Nullable Ids owners, DateRange dates, Paging paging) {
        Where where = dates.applyTo(kind.of(tenant));
        if (owners != null) {
            where.and("owner_id = any(:owners)", "owners", owners.values().toArray(Long[]::new));
        }
        return store.page(where, paging);
    }

    /** The entries of several owners, in the order in which they were added. */
    public Map<Long, List<ContactEntry>> byOwner(RecordKind kind, long tenant, Collection<Long> owners) {
        return store.ofAll(kind, tenant, owners).stream().collect(Collectors.groupingBy(ContactEntry::ownerId));
    }

    /** The entries of one kind of records as feeds give them out, in that kind's shape; a removed one is not active. */
    public <T> FeedSource<T> feed(RecordKind kind, Function<ContactEntry, T> shape, ToLongFunction<T> id) {
        return FeedSource.of(
                kind.contact(),
                (tenant, ids) -> store.withRemoved(kind, tenant, ids),
                (tenant, after, most) -> store.withRemovedAfter(kind, tenant, after, most),
                shape,
                id);
    }

    /** One entry; NotFound where its owner has none with this id. */
    public ContactEntry get(RecordKind kind, long tenant, long owner, long id) {
        return store.find(kind, tenant, owner, id).orElseThrow(() -> new NotFound("Contact", id));
    }

    /** The drafts of what was typed, one for each number and address. */
    List<ContactDraft> parts(long tenant, ContactContent typed) {
        return ContactParser.of(typed.type(), typed.value(), tenants.get(tenant).region())
                .parts(typed.memo());
    }

    /** Adds entries, and gives their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> add(RecordKind kind, long tenant, List<Owned<ContactDraft>> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        List<Long> ids = store.insert(kind, tenant, contacts);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            ContactDraft contact = contacts.get(i).what();
            diffs.put(
                    ids.get(i),
                    Diff.none()
                            .now(kind.idField(), contacts.get(i).owner())
                            .now("type", contact.type())
                            .now("value", contact.value())
                            .now("memo", contact.memo()));
        }
        changes.recordAll(kind.contact(), diffs, Action.CREATED);
        return ids;
    }

    /** Adds those that the owners, which must be locked, do not have yet, whatever they were typed like, and gives their ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> addMissing(RecordKind kind, long tenant, List<Owned<ContactDraft>> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        String region = tenants.get(tenant).region();
        Set<Owned<String>> known = new HashSet<>();
        store.drafts(kind, tenant, contacts.stream().map(Owned::owner).collect(Collectors.toSet()))
                .forEach(contact -> known.addAll(identities(contact, region)));
        List<Owned<ContactDraft>> missing = contacts.stream()
                .filter(contact -> known.addAll(identities(contact, region)))
                .toList();
        return add(kind, tenant, missing);
    }

    /** A value with several numbers is there once each of them is. */
    private static List<Owned<String>> identities(Owned<ContactDraft> contact, String region) {
        return contact.what().identities(region).stream()
                .map(identity -> new Owned<>(contact.owner(), identity))
                .toList();
    }

    /**
     * Makes of an entry what the change says. The owner's row must be locked, so that nobody else can change the entry
     * before the commit. NotFound for an unknown entry, Invalid for a value that is no number or address.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    ContactEntry change(RecordKind kind, long tenant, long owner, long id, UnaryOperator<ContactContent> change) {
        return change(kind, tenant, owner, id, Precondition.NONE, new FieldErrors(), change);
    }

    /** The same; Invalid names what is wrong beside what was noted before, Stale where the precondition does not hold. */
    @Transactional(propagation = Propagation.MANDATORY)
    ContactEntry change(
            RecordKind kind,
            long tenant,
            long owner,
            long id,
            Precondition precondition,
            FieldErrors noted,
            UnaryOperator<ContactContent> change) {
        ContactEntry entry = lock(kind, tenant, owner, id, precondition);
        ContactContent before = entry.content();
        ContactContent after = change.apply(before);
        boolean takesTexts = after.type() == ContactType.Phone || after.type() == ContactType.MobilePhone;
        noted.addIf(
                after.doNotText() && !before.doNotText() && !takesTexts && !noted.has("type"),
                "doNotText",
                "Only a phone number takes texts.");
        new ContactDraft(before.type(), before.value(), before.memo()).check(after.type(), after.value(), noted);
        noted.throwIfAny();
        Diff diff = Diff.between(before, after);
        if (diff.isEmpty()) {
            return entry;
        }
        store.update(kind, tenant, entry, after);
        changes.record(kind.contact(), id, Action.UPDATED, diff);
        return get(kind, tenant, owner, id);
    }

    /** Removes an entry; NotFound for an unknown one, Stale where the precondition does not hold. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(RecordKind kind, long tenant, long owner, long id, Precondition precondition) {
        ContactEntry entry = lock(kind, tenant, owner, id, precondition);
        store.remove(kind, tenant, owner, id);
        Diff diff = Diff.none()
                .field(kind.idField(), owner, null)
                .field("type", entry.content().type(), null)
                .field("value", entry.content().value(), null)
                .field("memo", entry.content().memo(), null);
        changes.record(kind.contact(), id, Action.DELETED, diff);
    }

    /** All entries that an owner has or had, also removed ones. */
    public List<ContactEntry> everOf(RecordKind kind, long tenant, long owner) {
        return store.everOf(kind, tenant, owner);
    }

    /** Whether entries of an owner are as they were added: nobody has changed or removed one of them. */
    public boolean areAsAdded(RecordKind kind, long tenant, long owner, Collection<Long> ids) {
        return ids.isEmpty()
                || everOf(kind, tenant, owner).stream()
                        .filter(entry -> entry.active() && entry.version() == FIRST)
                        .map(ContactEntry::id)
                        .collect(Collectors.toSet())
                        .containsAll(ids);
    }

    private ContactEntry lock(RecordKind kind, long tenant, long owner, long id, Precondition precondition) {
        ContactEntry entry = store.lock(kind, tenant, owner, id).orElseThrow(() -> new NotFound("Contact", id));
        precondition.check(entry.tag());
        return entry;
    }
}
