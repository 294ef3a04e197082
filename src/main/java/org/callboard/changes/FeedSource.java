package org.callboard.changes;

import java.util.Collection;
import java.util.List;

/**
 * A kind of record that is given out as it changes: how the change log calls it, and its wire shape, with records that
 * are out of use or removed among them. Each module has its own; exports and webhooks read them.
 */
public interface FeedSource<T> {

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
