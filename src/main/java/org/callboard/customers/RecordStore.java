package org.callboard.customers;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.callboard.database.Caller;
import org.callboard.database.RecordMapper;
import org.callboard.database.Rows;
import org.callboard.details.CustomDataStore;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.search.Findable;
import org.callboard.search.SearchDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads and writes the records of one kind, whose table bears its word. One statement reads a record with what hangs on it,
 * or a page of them.
 */
abstract class RecordStore<T extends Record, D extends Record> {

    protected final JdbcClient jdbc;
    protected final Clock clock;
    private final RecordKind kind;
    private final RecordMapper<T> records;
    private final RecordMapper<D> details;
    private final Function<D, Findable> findable;
    private final SearchDocuments documents;
    private final String columns;
    private final String select;

    protected RecordStore(
            RecordKind kind,
            RecordMapper<T> records,
            RecordMapper<D> details,
            Function<D, Findable> findable,
            JdbcClient jdbc,
            SearchDocuments documents,
            Clock clock) {
        this.kind = kind;
        this.records = records;
        this.details = details;
        this.findable = findable;
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
        columns = kind.word() + ".*, " + CustomDataStore.columns(kind);
        select = "select " + columns + " from " + kind.word() + " ";
    }

    private StatementSpec select(String condition, long tenant, @Nullable UUID application) {
        return jdbc.sql(select + condition)
                .param("application", CustomDataStore.applicationOrNobody(application))
                .param("tenant", tenant);
    }

    Optional<T> find(long tenant, long id, @Nullable UUID application) {
        return select("where tenant_id = :tenant and id = :id", tenant, application)
                .param("id", id)
                .query(records.rows())
                .optional();
    }

    /** The records with these ids, in the order of their ids. */
    List<T> all(long tenant, Collection<Long> ids, @Nullable UUID application) {
        return select("where tenant_id = :tenant and id = any(:ids) order by id", tenant, application)
                .param("ids", ids.toArray(Long[]::new))
                .query(records.rows())
                .list();
    }

    /** The next records after an id, without any application's data. */
    List<T> after(long tenant, long id, int most) {
        return select("where tenant_id = :tenant and id > :id order by id limit :most", tenant, null)
                .param("id", id)
                .param("most", most)
                .query(records.rows())
                .list();
    }

    /** The conditions must bind {@code application}. */
    Page<T> page(Where where, Paging paging) {
        return where.pageOf(jdbc, kind.word(), columns, paging, records.rows());
    }

    /**
     * Keeps others from changing it until the transaction ends, then reads it: a statement that has to wait for the row
     * goes on with the old picture of its tags and fields. What refers to it may still be written: a stronger lock could
     * meet somebody who has a location of it and writes a contact to both.
     */
    Optional<T> lock(long tenant, long id, @Nullable UUID application) {
        lockAll(tenant, List.of(id));
        return find(tenant, id, application);
    }

    /** Reads it as {@link #find} does, and keeps it from being merged until the transaction ends. */
    Optional<T> hold(long tenant, long id) {
        return select("where tenant_id = :tenant and id = :id for key share of " + kind.word(), tenant, null)
                .param("id", id)
                .query(records.rows())
                .optional();
    }

    /** A record that is kept from change, and who lives on instead of it where it was merged. */
    record Locked(long id, @Nullable Long mergedToId) {}

    /** Those of the ids that are records, kept from change until the transaction ends. */
    List<Locked> lockAll(long tenant, Collection<Long> ids) {
        return jdbc.sql("""
                select id, merged_to_id from %s
                where tenant_id = :tenant and id = any(:ids) order by id for no key update
                """.formatted(kind.word()))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Locked(row.getLong("id"), Rows.longOrNull(row, "merged_to_id")))
                .list();
    }

    /** The same so that nobody can name them meanwhile either: they are to be merged into another one, or come back from it. */
    List<Long> lockToMerge(long tenant, Collection<Long> ids) {
        return jdbc.sql("""
                select id from %s where tenant_id = :tenant and id = any(:ids) order by id for update
                """.formatted(kind.word()))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** The records that were merged into one. */
    List<Long> mergedInto(long tenant, long id) {
        return jdbc.sql("select id from %s where tenant_id = :tenant and merged_to_id = :id order by id"
                        .formatted(kind.word()))
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /** Says which record lives on instead of records that are out of use; null where they live on themselves. */
    void merge(long tenant, Collection<Long> ids, @Nullable Long into, boolean active) {
        update("""
                update %s set merged_to_id = :into::bigint, active = :active, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """, tenant, ids).param("into", into).param("active", active).update();
    }

    void activate(long tenant, Collection<Long> ids, boolean active) {
        update("""
                update %s set active = :active, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """, tenant, ids).param("active", active).update();
    }

    /** A change of what is shown with records is a change of the records. */
    void touch(long tenant, Collection<Long> ids) {
        update("""
                update %s set version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """, tenant, ids).update();
    }

    private StatementSpec update(String sql, long tenant, Collection<Long> ids) {
        return jdbc.sql(sql.formatted(kind.word()))
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new));
    }

    /** Creates records, in their order, and with their words in two statements; gives their ids. */
    protected List<Long> insert(StatementSpec statement, long tenant, List<D> all) {
        List<Long> ids = statement
                .params(details.arrays(all))
                .param("tenant", tenant)
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .list();
        documents.put(
                kind.contactOwner(),
                tenant,
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new Owned<>(ids.get(i), findable.apply(all.get(i))))
                        .toList());
        return ids;
    }

    protected void update(StatementSpec statement, long tenant, long id, D before, D after) {
        statement
                .params(details.params(after))
                .param("tenant", tenant)
                .param("id", id)
                .param("now", clock.instant())
                .update();
        if (!findable.apply(after).equals(findable.apply(before))) {
            documents.put(kind.contactOwner(), tenant, List.of(new Owned<>(id, findable.apply(after))));
        }
    }
}
