package org.callboard.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.paging.NamedQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Sort;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.FieldErrors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a company sets up of one kind: read, added, changed and retired in the same way, on the record. */
public abstract class Settings<T extends Record & Setting<D>, D extends Record & Setting.Named> {

    static final int MAX_NAME_LENGTH = 100;

    private final SettingsStore<T, D> store;
    private final Changes changes;
    private final EntityKind kind;

    protected Settings(SettingsStore<T, D> store, Changes changes, EntityKind kind) {
        this.store = store;
        this.changes = changes;
        this.kind = kind;
    }

    /** All of them, also inactive ones, by name. */
    public List<T> all(long tenant) {
        return store.all(tenant);
    }

    public Optional<T> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One of them; NotFound where there is none. */
    public T get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    /** One page of those that a query lets through, by id. */
    public Page<T> list(long tenant, NamedQuery query, Paging paging) {
        return list(Where.tenant(tenant), query, Sort.BY_ID, paging);
    }

    /** One page of those that a query and the conditions so far let through. */
    public Page<T> list(Where where, NamedQuery query, Sort sort, Paging paging) {
        return store.page(query.applyTo(where, sort), paging);
    }

    /** Adds one. Invalid names every field that is wrong: a name that is missing, too long or taken, an id that is unknown. */
    @Transactional
    public T add(long tenant, D details) {
        check(tenant, details);
        long id = named(() -> store.insert(tenant, details));
        T added = get(tenant, id);
        changes.record(kind, id, Action.CREATED, Diff.of(added.details()));
        return added;
    }

    /** Changes what one says, and not whether it is active. NotFound where there is none, Invalid as for adding. */
    @Transactional
    public T update(long tenant, long id, D details) {
        check(tenant, details);
        T before = lock(tenant, id);
        return change(tenant, before, details, before.active());
    }

    /**
     * The same for a change that rests on what one says now.
     *
     * @param look is shown how it is, under its lock, and may refuse
     */
    @Transactional
    public T update(long tenant, long id, Consumer<T> look, UnaryOperator<D> change) {
        T before = lock(tenant, id);
        look.accept(before);
        D details = change.apply(before.details());
        check(tenant, details);
        return change(tenant, before, details, before.active());
    }

    /** Retires one or brings it back, as it stands. NotFound where there is none. */
    @Transactional
    public T activate(long tenant, long id, boolean active) {
        T before = lock(tenant, id);
        return change(tenant, before, before.details(), active);
    }

    /** All of them as a feed gives them out, each in its shape, which tells its id. */
    <S> FeedSource<S> feed(Function<T, S> shape, ToLongFunction<S> id) {
        return FeedSource.of(kind, store::all, store::after, shape, id);
    }

    /** Keeps others from changing one until the transaction ends. NotFound where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long tenant, long id) {
        lock(tenant, id);
    }

    private T lock(long tenant, long id) {
        return store.lock(tenant, id).orElseThrow(() -> notFound(id));
    }

    private T change(long tenant, T before, D details, boolean active) {
        long id = before.id();
        named(() -> store.update(tenant, id, details, active));
        T after = get(tenant, id);
        changes.record(
                kind,
                id,
                Action.UPDATED,
                Diff.between(before.details(), after.details()).field("active", before.active(), active));
        return after;
    }

    /** Notes what is wrong beside the name. */
    protected void check(long tenant, D details, FieldErrors errors) {}

    /** Invalid names every field that breaks a rule of its own; that a name is taken shows when it is kept. */
    public void check(long tenant, D details) {
        FieldErrors errors = checkName(details.name());
        check(tenant, details, errors);
        errors.throwIfAny();
    }

    static FieldErrors checkName(String name) {
        return new FieldErrors().required("name", name).maxLength("name", name, MAX_NAME_LENGTH);
    }

    private <R> R named(Supplier<R> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw taken();
        }
    }

    /** What is said where another one has what only one can have. */
    protected Invalid taken() {
        return new Invalid("name", "Another " + noun() + " has this name.");
    }

    final NotFound notFound(long id) {
        String noun = noun();
        return new NotFound(noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1), id);
    }

    /** What people call it, such as {@code business unit}. */
    String noun() {
        return kind.word().replace('-', ' ');
    }
}
