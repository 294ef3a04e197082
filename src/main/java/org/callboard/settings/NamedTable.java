package org.callboard.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.changes.Action;
import org.callboard.changes.EntityKind;
import org.callboard.platform.ApiProblem;
import org.callboard.platform.Diff;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.NamedQuery;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Sort;
import org.callboard.platform.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One table of settings. They all have a name, a flag for what is no longer chosen, and dates; beyond that each has a few
 * columns of its own. Table and column names are constants of the services; values are always bound.
 */
final class NamedTable<T> {

    static final int LONGEST_NAME = 100;

    /** What a form gives for one row beside name and active: each column's value, with its field name on the wire. */
    static final class Columns {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        Columns set(String column, String field, @Nullable Object value) {
            fields.put(column, field);
            values.put(column, value);
            return this;
        }
    }

    private final NamedTables tools;
    private final EntityKind kind;
    private final String table;
    private final String noun;
    private final String rows;
    private final RowMapper<T> mapper;

    /**
     * @param noun what people call it, such as {@code "Business unit"}
     * @param rows what to read from: the table, or a select over it, named like the table
     */
    NamedTable(NamedTables tools, String table, String noun, String rows, RowMapper<T> mapper) {
        this.tools = tools;
        this.kind = EntityKind.of(table.replace('_', '-'));
        this.table = table;
        this.noun = noun;
        this.rows = rows;
        this.mapper = mapper;
    }

    List<T> all(long tenant) {
        return jdbc().sql("select * from " + rows + " where tenant_id = :tenant order by lower(name), id")
                .param("tenant", tenant)
                .query(mapper)
                .list();
    }

    Optional<T> find(long tenant, long id) {
        return jdbc().sql("select * from " + rows + " where tenant_id = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(mapper)
                .optional();
    }

    T get(long tenant, long id) {
        return find(tenant, id).orElseThrow(() -> ApiProblem.notFound(noun, id));
    }

    Page<T> list(long tenant, NamedQuery query, Sort sort, Paging paging) {
        return list(Where.tenant(tenant), query, sort, paging);
    }

    Page<T> list(Where where, NamedQuery query, Sort sort, Paging paging) {
        return query.applyTo(where, sort).page(jdbc(), "select * from " + rows, table, paging, mapper);
    }

    /** Notes what is wrong with the name. */
    FieldErrors check(@Nullable String name) {
        return new FieldErrors()
                .required("name", name)
                .addIf(
                        name != null && name.strip().length() > LONGEST_NAME,
                        "name",
                        "At most " + LONGEST_NAME + " characters are allowed.");
    }

    /** Inserts a row and records it. Needs a transaction. */
    long insert(long tenant, @Nullable String name, Columns columns) {
        columns.set("name", "name", String.valueOf(name).strip());
        long id = guardName(() -> jdbc().sql("""
                insert into %s (tenant_id, %s, created_on, modified_on)
                values (:tenant, %s, :now, :now) returning id
                """.formatted(
                                table,
                                String.join(", ", columns.values.keySet()),
                                columns.values.keySet().stream()
                                        .map(column -> ":" + column)
                                        .collect(Collectors.joining(", "))))
                .params(columns.values)
                .param("tenant", tenant)
                .param("now", tools.clock().instant())
                .query(Long.class)
                .single());
        Diff diff = Diff.none();
        columns.values.forEach((column, value) -> diff.now(columns.fields.getOrDefault(column, column), value));
        tools.changes().record(kind, id, Action.CREATED, diff);
        return id;
    }

    /** Changes a row and records what differs from before. Needs a transaction; 404 where there is no such row. */
    void update(long tenant, long id, @Nullable String name, boolean active, Columns columns, Diff diff) {
        columns.set("name", "name", String.valueOf(name).strip()).set("active", "active", active);
        Map<String, @Nullable Object> before = jdbc()
                .sql("select %s from %s where tenant_id = :tenant and id = :id for update"
                        .formatted(String.join(", ", columns.values.keySet()), table))
                .param("tenant", tenant)
                .param("id", id)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound(noun, id));
        columns.values.forEach(
                (column, value) -> diff.field(columns.fields.getOrDefault(column, column), before.get(column), value));
        guardName(() -> jdbc().sql("update %s set %s, modified_on = :now where tenant_id = :tenant and id = :id"
                        .formatted(
                                table,
                                columns.values.keySet().stream()
                                        .map(column -> column + " = :" + column)
                                        .collect(Collectors.joining(", "))))
                .params(columns.values)
                .param("now", tools.clock().instant())
                .param("tenant", tenant)
                .param("id", id)
                .update());
        tools.changes().record(kind, id, Action.UPDATED, diff);
    }

    private interface Write<R> {
        R run();
    }

    private <R> R guardName(Write<R> write) {
        try {
            return write.run();
        } catch (DuplicateKeyException e) {
            throw ApiProblem.invalid("name", "Another " + noun.toLowerCase(Locale.ROOT) + " has this name.");
        }
    }

    private JdbcClient jdbc() {
        return tools.jdbc();
    }
}
