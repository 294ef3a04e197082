package org.callboard.changes;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of record that is given out as it changes: how the change log calls it, and its wire shape, with records that
 * are out of use or removed among them. Each module has its own; exports and webhooks read them.
 */
public interface FeedSource<T> {

    /** Reads records by their ids. */
    interface ByIds<R> {
        List<R> read(long tenant, Collection<Long> ids);
    }

    /** Reads the records after an id. */
    interface After<R> {
        List<R> read(long tenant, long id, int most);
    }

    /** The records that a store reads, each in its shape, which tells its id. */
    static <R, T> FeedSource<T> of(
            EntityKind kind, ByIds<R> byIds, After<R> after, Function<R, T> shape, ToLongFunction<T> id) {
        return new FeedSource<>() {
            @Override
            public EntityKind kind() {
                return kind;
            }

            @Override
            public long id(T shown) {
                return id.applyAsLong(shown);
            }

            @Override
            public List<T> byIds(long tenant, Collection<Long> ids) {
                return byIds.read(tenant, ids).stream().map(shape).toList();
            }

            @Override
            public List<T> after(long tenant, long from, int most) {
                return after.read(tenant, from, most).stream().map(shape).toList();
            }
        };
    }

    EntityKind kind();

    /** The id of a shape that this source gave. */
    long id(T shape);

    /** The records with these ids as they are now, in any order; unknown ids are left out. */
    List<T> byIds(long tenant, Collection<Long> ids);

    /** The next records after an id, in the order of their ids, at most so many. */
    List<T> after(long tenant, long id, int most);

    /** What a webhook's message has of a record, where that is not the shape itself. */
    default Object told(T shape) {
        return shape;
    }
}
