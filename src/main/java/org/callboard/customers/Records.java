package org.callboard.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.FeedSource;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.details.ContactEntries;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomFieldValue;
import org.callboard.details.DetailOwner;
import org.callboard.details.DetailOwners;
import org.callboard.details.NewRecord;
import org.callboard.details.Owned;
import org.callboard.details.PlaceFilter;
import org.callboard.details.RecordKind;
import org.callboard.http.Precondition;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.search.PlaceSearch;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules that customers and locations share: how one is found, locked, created, changed and taken out of use. */
public abstract class Records<T extends Record & DetailOwner, D extends Record> implements DetailOwners {

    /**
     * What a request changes beside what the record is by itself.
     *
     * @param active whether it shall be in use; null where the request says nothing of it
     * @param noted what is wrong with the request so far
     */
    public record Change(
            @Nullable Boolean active, CustomDataDraft customData, Precondition precondition, FieldErrors noted) {

        /** Nothing. */
        public static Change none() {
            return new Change(null, CustomDataDraft.NONE, Precondition.NONE, new FieldErrors());
        }
    }

    private final RecordKind kind;
    private final RecordStore<T, D> store;
    protected final ContactEntries contacts;
    private final CustomDataEntries customData;
    protected final Changes changes;
    private final PlaceSearch search;

    protected Records(
            RecordKind kind,
            RecordStore<T, D> store,
            ContactEntries contacts,
            CustomDataEntries customData,
            Changes changes,
            PlaceSearch search) {
        this.kind = kind;
        this.store = store;
        this.contacts = contacts;
        this.customData = customData;
        this.changes = changes;
        this.search = search;
    }

    @Override
    public RecordKind kind() {
        return kind;
    }

    public Optional<T> find(long tenant, long id) {
        return store.find(tenant, id, null);
    }

    @Override
    public T get(long tenant, long id) {
        return get(tenant, id, null);
    }

    /** One record with the external data of an application; NotFound where there is none. */
    public T get(long tenant, long id, @Nullable UUID application) {
        return store.find(tenant, id, application).orElseThrow(() -> new NotFound(kind.name(), id));
    }

    /** A record that is in use; NotFound where there is none, Conflict where it is not active. */
    public T getActive(long tenant, long id) {
        T found = get(tenant, id);
        kind.requireActive(found);
        return found;
    }

    /** Those of the ids that are records, in the order of their ids. */
    public List<T> all(long tenant, List<Long> ids, @Nullable UUID application) {
        return store.all(tenant, ids, application);
    }

    /** The records as feeds give them out, in the shape of their kind, inactive ones too. */
    public <S> FeedSource<S> feed(Function<T, S> shape, ToLongFunction<S> id) {
        return FeedSource.of(kind.logged(), (tenant, ids) -> store.all(tenant, ids, null), store::after, shape, id);
    }

    /** A page of those that the conditions let through. */
    public Page<T> list(long tenant, ListQuery query, PlaceFilter place, Where narrowed, Paging paging) {
        Where where = place.applyTo(kind, query.applyTo(narrowed));
        return search.page(kind, tenant, place, where, paging, store::page);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public T lock(long tenant, long id) {
        return lock(tenant, id, null);
    }

    /** The same, with the external data of an application. */
    @Transactional(propagation = Propagation.MANDATORY)
    public T lock(long tenant, long id, @Nullable UUID application) {
        return live(store.lock(tenant, id, application), id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public T hold(long tenant, long id) {
        return live(store.hold(tenant, id), id);
    }

    private T live(Optional<T> found, long id) {
        T one = found.orElseThrow(() -> new NotFound(kind.name(), id));
        kind.requireNotMerged(id, one.mergedToId());
        return one;
    }

    @Override
    public void touch(long tenant, Collection<Long> ids) {
        store.touch(tenant, ids);
    }

    /** Gives new records what hangs on them, and notes in the change log what is said of each by its place. */
    protected void complete(long tenant, List<Long> ids, List<NewRecord<D>> all, IntFunction<Diff> said) {
        List<Owned<ContactDraft>> entries = new ArrayList<>();
        List<Owned<CustomDataDraft>> attachments = new ArrayList<>();
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            NewRecord<D> made = all.get(i);
            made.contacts().forEach(entry -> entries.add(new Owned<>(id, entry)));
            attachments.add(new Owned<>(id, made.customData()));
            diffs.put(id, said.apply(i).now("tagTypeIds", made.customData().tagTypeIds()));
        }
        contacts.add(kind, tenant, entries);
        customData.add(kind, tenant, attachments);
        changes.recordAll(kind.logged(), diffs, Action.CREATED);
    }

    /**
     * Looks whether a change may be made of a locked record. Invalid for unknown ids, beside what was noted before,
     * Forbidden for switching {@code active} without the right to, Stale where the precondition does not hold.
     */
    protected void check(long tenant, T before, Change change) {
        change.precondition.check(before.tag());
        kind.switches(before.active(), change.active);
        List<CustomFieldValue> held = before.customData().customFields();
        customData.check(tenant, List.of(new CustomDataEntries.Part(kind, "", change.customData, held)), change.noted);
    }

    /**
     * Makes a change that was checked; what hangs on the record is replaced where the change names it. Conflict as for {@link
     * #activate}.
     *
     * @param diff what the change says of the record by itself
     * @param write stores that
     */
    protected T make(long tenant, T before, Change change, Diff diff, Runnable write) {
        long id = before.id();
        boolean switches = kind.switches(before.active(), change.active);
        customData.change(kind, tenant, id, before.customData(), change.customData, diff);
        if (!diff.isEmpty()) {
            write.run();
            changes.record(kind.logged(), id, Action.UPDATED, diff);
        }
        if (switches) {
            toggle(tenant, before);
        }
        return diff.isEmpty() && !switches ? before : get(tenant, id, change.customData.application());
    }

    /** Takes a record out of use, or back into it. NotFound where there is none, Conflict where its kind's rules forbid it. */
    @Transactional
    public T activate(long tenant, long id, boolean active) {
        T before = lockToSwitch(tenant, id, active);
        if (before.active() == active) {
            return before;
        }
        toggle(tenant, before);
        return get(tenant, id);
    }

    private void toggle(long tenant, T before) {
        checkSwitch(tenant, before);
        switchAll(tenant, List.of(before.id()), !before.active());
    }

    /** Switches records that are locked and in the other state. */
    protected void switchAll(long tenant, Collection<Long> ids, boolean active) {
        store.activate(tenant, ids, active);
        Map<Long, Diff> diffs = new LinkedHashMap<>();
        ids.forEach(id -> diffs.put(id, Diff.none().field("active", !active, active)));
        changes.recordAll(kind.logged(), diffs, RecordKind.switched(active));
    }

    /** Reads a record that may be switched, and keeps from change all that decides whether it may. */
    protected abstract T lockToSwitch(long tenant, long id, boolean active);

    /** Conflict where the kind's own rules forbid that the record is switched. */
    protected abstract void checkSwitch(long tenant, T before);
}
