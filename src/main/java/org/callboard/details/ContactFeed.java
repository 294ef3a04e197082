package org.callboard.details;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;

/** The contact entries of one kind of records as feeds give them out, in that kind's shape; a removed one is not active. */
public abstract class ContactFeed<T> implements FeedSource<T> {

    private final RecordKind owners;
    private final ContactEntries entries;
    private final Function<ContactEntry, T> shape;
    private final ToLongFunction<T> id;

    protected ContactFeed(
            RecordKind owners, ContactEntries entries, Function<ContactEntry, T> shape, ToLongFunction<T> id) {
        this.owners = owners;
        this.entries = entries;
        this.shape = shape;
        this.id = id;
    }

    @Override
    public EntityKind kind() {
        return owners.contact();
    }

    @Override
    public long id(T shown) {
        return id.applyAsLong(shown);
    }

    @Override
    public List<T> byIds(long tenant, Collection<Long> ids) {
        return entries.withRemoved(owners, tenant, ids).stream().map(shape).toList();
    }

    @Override
    public List<T> after(long tenant, long after, int most) {
        return entries.withRemovedAfter(owners, tenant, after, most).stream()
                .map(shape)
                .toList();
    }
}
