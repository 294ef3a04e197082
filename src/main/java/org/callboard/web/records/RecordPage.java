package org.callboard.web.records;

import java.util.List;
import java.util.function.UnaryOperator;
import org.callboard.changes.Changes;
import org.callboard.details.RecordKind;

/** A kind of record that has a page, with what the parts that all such pages share need of it. NotFound for unknown ids. */
public interface RecordPage<T> {

    RecordKind kind();

    T get(long tenant, long id);

    OpenRecord open(long tenant, T record);

    default OpenRecord open(long tenant, long id) {
        return open(tenant, get(tenant, id));
    }

    /** What no other kind's page shows, for the templates of this kind. */
    Record own(long tenant, T record, OpenRecord open);

    /**
     * Changes a field of the record's own.
     *
     * @param change gets what is stored while nobody else can change it, and gives what is to be
     */
    void save(long tenant, long id, String field, UnaryOperator<Values> change);

    void activate(long tenant, long id, boolean active);

    /** What belongs to the record's history beside its own entries and those of its contacts. */
    default List<Changes.Subject> elsewhere(long tenant, long id) {
        return List.of();
    }
}
