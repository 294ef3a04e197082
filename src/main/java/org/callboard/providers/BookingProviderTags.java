package org.callboard.providers;

import java.util.List;
import java.util.Optional;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.http.Precondition;
import org.callboard.paging.ListQuery;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sources of bookings of a tenant. */
@Service
public class BookingProviderTags {

    static final int MAX_NAME = 100;
    static final int MAX_DESCRIPTION = 1000;

    private final BookingProviderTagStore store;
    private final Changes changes;

    BookingProviderTags(BookingProviderTagStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /** One page; {@code name} finds in any case and in part. */
    public Page<BookingProviderTag> list(long tenant, ListQuery query, @Nullable String name, Paging paging) {
        Where where = query.applyTo(Where.tenant(tenant))
                .andIf("position(lower(:name) in lower(tag_name)) > 0", "name", name);
        return store.page(where, paging);
    }

    public List<BookingProviderTag> all(long tenant) {
        return store.all(tenant);
    }

    public Optional<BookingProviderTag> find(long tenant, long id) {
        return store.find(tenant, id);
    }

    /** One tag; NotFound where there is none. */
    public BookingProviderTag get(long tenant, long id) {
        return there(id, find(tenant, id));
    }

    private static BookingProviderTag there(long id, Optional<BookingProviderTag> tag) {
        return tag.orElseThrow(() -> new NotFound("Booking provider tag", id));
    }

    /** Creates a tag. Invalid for missing fields, NAME_TAKEN for a name that is taken. */
    @Transactional
    public BookingProviderTag create(long tenant, @Nullable String tagName, @Nullable String description) {
        check(tagName, description);
        try {
            long id = store.insert(tenant, tagName, description);
            changes.record(
                    EntityKind.BOOKING_PROVIDER_TAG,
                    id,
                    Action.CREATED,
                    Diff.none().now("tagName", tagName));
            return get(tenant, id);
        } catch (DuplicateKeyException e) {
            throw nameTaken(tagName);
        }
    }

    /** Changes what is not null. NotFound where there is none, NAME_TAKEN as for creating. */
    @Transactional
    public BookingProviderTag update(
            long tenant, long id, @Nullable String tagName, @Nullable String description, @Nullable Boolean active) {
        return update(tenant, id, tagName, description, active, Precondition.NONE);
    }

    /** The same, where the precondition holds: else Stale. */
    @Transactional
    BookingProviderTag update(
            long tenant,
            long id,
            @Nullable String tagName,
            @Nullable String description,
            @Nullable Boolean active,
            Precondition precondition) {
        BookingProviderTag before = there(id, store.lock(tenant, id));
        precondition.check(before.tag());
        String newName = tagName == null ? before.tagName() : tagName;
        String newDescription = description == null ? before.description() : description;
        boolean newActive = active == null ? before.active() : active;
        check(newName, newDescription);
        Diff diff = Diff.none()
                .field("tagName", before.tagName(), newName)
                .field("description", before.description(), newDescription)
                .field("active", before.active(), newActive);
        if (diff.isEmpty()) {
            return before;
        }
        try {
            store.update(tenant, id, newName, newDescription, newActive);
        } catch (DuplicateKeyException e) {
            throw nameTaken(newName);
        }
        changes.record(EntityKind.BOOKING_PROVIDER_TAG, id, Action.UPDATED, diff);
        return get(tenant, id);
    }

    private static void check(@Nullable String tagName, @Nullable String description) {
        FieldErrors errors = new FieldErrors().required("tagName", tagName).required("description", description);
        errors.maxLength("tagName", tagName, MAX_NAME).maxLength("description", description, MAX_DESCRIPTION);
        errors.throwIfAny();
    }

    private static Refusal nameTaken(@Nullable String tagName) {
        return RefusalCode.NAME_TAKEN
                .refuse("Another booking provider tag has the name " + tagName + ".")
                .with("tagName", String.valueOf(tagName));
    }
}
