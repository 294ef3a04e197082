package org.callboard.paging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The conditions of one list, put together from the filters that were really given, so that PostgreSQL plans for those
 * alone. Conditions are constant text; values are always bound.
 */
public final class Where {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> params = new HashMap<>();
    private Sort sort = Sort.BY_ID;

    private Where(long tenant) {
        sql.append("where tenant_id = :tenant");
        params.put("tenant", tenant);
    }

    private Where(Where other) {
        sql.append(other.sql);
        params.putAll(other.params);
        sort = other.sort;
    }

    /** Every list stands on one tenant's rows. */
    public static Where tenant(long tenant) {
        return new Where(tenant);
    }

    /** The same conditions, to add others that these do not get. */
    public Where copy() {
        return new Where(this);
    }

    public Where and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    public Where and(String condition, String param, Object value) {
        params.put(param, value);
        return and(condition);
    }

    /** A value for a condition that has more than one. */
    public Where bind(String param, Object value) {
        params.put(param, value);
        return this;
    }

    /** Adds the condition where a value was given. */
    public Where andIf(String condition, String param, @Nullable Object value) {
        return value == null ? this : and(condition, param, value);
    }

    /** Lets no row through unless that is so: for a filter that looks at what is the same of all rows. */
    public Where onlyIf(boolean fits) {
        return fits ? this : and("false");
    }

    /** Lets no row through where a value was given: for a filter by something that no row has. */
    public Where noneHas(@Nullable Object given) {
        return onlyIf(given == null);
    }

    public Where orderBy(Sort order) {
        this.sort = order;
        return this;
    }

    public Sort sort() {
        return sort;
    }

    /**
     * Reads one page.
     *
     * @param select the statement up to and including FROM, for example {@code select * from booking}
     * @param from the table alone, for the count
     */
    public <T> Page<T> page(JdbcClient jdbc, String select, String from, Paging paging, RowMapper<T> mapper) {
        List<T> rows = jdbc.sql(select + " " + sql + " " + sort.orderBy("") + " limit :limit offset :offset")
                .params(params)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(mapper)
                .list();
        Integer total = paging.includeTotal() ? count(jdbc, from) : null;
        return Page.of(paging, rows, total);
    }

    /** Reads one page of {@link #rows}. */
    public <T> Page<T> pageOf(JdbcClient jdbc, String table, String select, Paging paging, RowMapper<T> mapper) {
        List<T> rows = rows(jdbc, table, select, paging).query(mapper).list();
        return Page.of(paging, rows, paging.includeTotal() ? count(jdbc, table) : null);
    }

    /**
     * The rows of one table that the conditions let through, in their order. What is selected beside their own columns is
     * looked up for these rows alone, however many were passed over.
     *
     * @param select such as {@code customer.*, (select …) as …}
     * @param paging null for all rows
     */
    public JdbcClient.StatementSpec rows(JdbcClient jdbc, String table, String select, @Nullable Paging paging) {
        return rows(jdbc, table, select, "", paging);
    }

    /**
     * The same with what is joined to these rows: one row each at most, under other names.
     *
     * @param joins such as {@code left join campaign c on …}
     */
    public JdbcClient.StatementSpec rows(
            JdbcClient jdbc, String table, String select, String joins, @Nullable Paging paging) {
        String order = sort.orderBy("");
        String part = paging == null ? "" : " limit :limit offset :offset";
        JdbcClient.StatementSpec statement = jdbc.sql("select " + select + " from (select * from " + table + " " + sql
                        + " " + order + part + ") " + table + " " + joins + order)
                .params(params);
        return paging == null
                ? statement
                : statement.param("limit", paging.limit()).param("offset", paging.offset());
    }

    /**
     * Says something of the first rows of one table that the conditions let through, in their order.
     *
     * @param select such as {@code count(*)}
     */
    public JdbcClient.StatementSpec first(JdbcClient jdbc, String table, String select, int rows) {
        return jdbc.sql("select " + select + " from (select * from " + table + " " + sql + " " + sort.orderBy("")
                        + " limit :first) " + table)
                .params(params)
                .param("first", rows);
    }

    /** How many rows of the table the conditions let through. */
    public int count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table + " " + sql)
                .params(params)
                .query(Integer.class)
                .single();
    }
}
