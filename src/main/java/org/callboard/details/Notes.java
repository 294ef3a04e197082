package org.callboard.details;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.paging.DateRange;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notes of customers and locations. Whether the record is there is its own module's matter. */
@Service
public class Notes {

    /** Pinned ones first; among themselves the newest first. */
    private static final Sort PINNED_FIRST = new Sort("is_pinned", true);

    private final NoteStore store;
    private final Changes changes;

    Notes(NoteStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    public Page<Note> list(RecordKind kind, long tenant, long owner, DateRange dates, Paging paging) {
        Where where = kind.of(tenant).and("owner_id = :owner", "owner", owner);
        return store.page(dates.applyTo(where).orderBy(PINNED_FIRST), paging);
    }

    /** What is noted of each of several records, by their ids. */
    public Map<Long, List<String>> texts(RecordKind kind, long tenant, Collection<Long> owners) {
        return store.texts(kind, tenant, owners).stream()
                .collect(Collectors.groupingBy(Owned::owner, Collectors.mapping(Owned::what, Collectors.toList())));
    }

    /** Writes a note. */
    @Transactional
    Note add(RecordKind kind, long tenant, long owner, String text, boolean pinned) {
        long id =
                insert(kind, tenant, List.of(new Owned<>(owner, text)), pinned).getFirst();
        return get(kind, tenant, owner, id);
    }

    /** Writes a note to a customer and a copy of it to each of its active locations. */
    @Transactional
    Note addToCustomerAndLocations(long tenant, long customer, String text, boolean pinned) {
        List<Long> locations = store.activeLocations(tenant, customer);
        if (!locations.isEmpty()) {
            insert(
                    RecordKind.Location,
                    tenant,
                    locations.stream()
                            .map(location -> new Owned<>(location, text))
                            .toList(),
                    pinned);
        }
        return add(RecordKind.Customer, tenant, customer, text, pinned);
    }

    /** Writes a note to a location and a copy of it to its customer. */
    @Transactional
    Note addToLocationAndCustomer(long tenant, long location, long customer, String text, boolean pinned) {
        insert(RecordKind.Customer, tenant, List.of(new Owned<>(customer, text)), pinned);
        return add(RecordKind.Location, tenant, location, text, pinned);
    }

    /** Removes a note; NotFound where the record has none with this id. */
    @Transactional
    public void delete(RecordKind kind, long tenant, long owner, long id) {
        if (!deleteIfThere(kind, tenant, owner, id)) {
            throw notFound(id);
        }
    }

    /** The same; false where somebody was faster. */
    @Transactional
    public boolean deleteIfThere(RecordKind kind, long tenant, long owner, long id) {
        Optional<Note> note = store.delete(kind, tenant, owner, id);
        note.ifPresent(one -> changes.record(
                kind.logged(), owner, Action.NOTE_DELETED, Diff.none().field("note", one.text(), null)));
        return note.isPresent();
    }

    /** Writes one note to each of several records. */
    @Transactional
    public List<Long> addAll(RecordKind kind, long tenant, List<Owned<String>> notes) {
        return notes.isEmpty() ? List.of() : insert(kind, tenant, notes, false);
    }

    private List<Long> insert(RecordKind kind, long tenant, List<Owned<String>> notes, boolean pinned) {
        List<Long> ids = store.insert(kind, tenant, notes, pinned);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        notes.forEach(note ->
                diffs.put(note.owner(), Diff.none().now("note", note.what()).now("isPinned", pinned)));
        changes.recordAll(kind.logged(), diffs, Action.NOTE_ADDED);
        return ids;
    }

    private Note get(RecordKind kind, long tenant, long owner, long id) {
        return store.find(kind, tenant, owner, id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(long id) {
        return new NotFound("Note", id);
    }
}
