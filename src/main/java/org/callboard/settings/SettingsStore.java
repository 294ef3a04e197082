package org.callboard.settings;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.callboard.database.ReadById;
import org.callboard.database.RecordMapper;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one kind of setting. A table has the columns of its record; a kind's own store has its writes. */
public abstract class SettingsStore<T extends Record & Setting<D>, D extends Record & Setting.Named> {

    /**
     * What a kind's store says of itself.
     *
     * @param columns what is read, the table's own columns first
     */
    public record Statements<T extends Record, D extends Record>(
            String table,
            String columns,
            RecordMapper<T> rows,
            RecordMapper<D> details,
            String insert,
            String update) {}

    protected final JdbcClient jdbc;
    private final Clock clock;
    private final Statements<T, D> statements;
    private final ReadById<T> byId;

    protected SettingsStore(JdbcClient jdbc, Clock clock, Statements<T, D> statements) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.statements = statements;
        this.byId = new ReadById<>(
                jdbc, "select " + statements.columns + " from " + statements.table + " ", statements.rows);
    }

    public List<T> all(long tenant) {
        return read("where tenant_id = :tenant order by lower(name), id", tenant)
                .query(statements.rows.rows())
                .list();
    }

    /** Those of the ids that there are, in the order of their ids. */
    List<T> all(long tenant, Collection<Long> ids) {
        return byId.all(tenant, ids);
    }

    /** The next ones after an id, in the order of their ids. */
    List<T> after(long tenant, long id, int most) {
        return byId.after(tenant, id, most);
    }

    public Optional<T> find(long tenant, long id) {
        return read("where tenant_id = :tenant and id = :id", tenant)
                .param("id", id)
                .query(statements.rows.rows())
                .optional();
    }

    /**
     * Keeps others from changing it until the transaction ends, then reads it: a statement that has to wait for the row
     * goes on with the old picture of other tables.
     */
    public Optional<T> lock(long tenant, long id) {
        jdbc.sql("select id from " + statements.table + " where tenant_id = :tenant and id = :id for no key update")
                .param("tenant", tenant)
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(tenant, id);
    }

    private JdbcClient.StatementSpec read(String rest, long tenant) {
        return jdbc.sql("select " + statements.columns + " from " + statements.table + " " + rest)
                .param("tenant", tenant);
    }

    public Page<T> page(Where where, Paging paging) {
        return where.pageOf(jdbc, statements.table, statements.columns, paging, statements.rows.rows());
    }

    /** Stores a new one; its id. */
    public long insert(long tenant, D details) {
        return write(statements.insert, tenant, details).query(Long.class).single();
    }

    public int update(long tenant, long id, D details, boolean active) {
        return write(statements.update, tenant, details)
                .param("id", id)
                .param("active", active)
                .update();
    }

    private JdbcClient.StatementSpec write(String sql, long tenant, D details) {
        return jdbc.sql(sql)
                .params(statements.details.params(details))
                .param("tenant", tenant)
                .param("now", clock.instant());
    }
}
