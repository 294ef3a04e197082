package org.callboard.web.worklists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.callboard.database.Rows;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists of work: a page of one, or all of it row by row. It is one statement either way. */
@Repository
class WorkListStore {

    /**
     * What stands in one column of a row.
     *
     * @param value a text, a moment, or null
     * @param id of what it leads to; null where it leads nowhere
     */
    record Cell(@Nullable Object value, @Nullable Long id) {}

    private final JdbcClient jdbc;

    WorkListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<List<Cell>> page(WorkList list, List<WorkColumn> columns, Where where, Paging paging) {
        return where.pageOf(jdbc, list.table(), select(columns), paging, (row, number) -> cells(columns, row));
    }

    /** Hands on all rows as they come from the database, so many at a time; needs a transaction, which the cursor lives in. */
    void each(WorkList list, List<WorkColumn> columns, Where where, int atATime, Consumer<List<Cell>> reader) {
        where.rows(jdbc, list.table(), select(columns), null)
                .withFetchSize(atATime)
                .query((ResultSet row) -> reader.accept(cells(columns, row)));
    }

    private static String select(List<WorkColumn> columns) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(columns.get(i).sql() + " as value_" + i);
            String link = columns.get(i).link();
            if (link != null) {
                values.add(link + " as link_" + i);
            }
        }
        return values.stream().collect(Collectors.joining(", "));
    }

    private static List<Cell> cells(List<WorkColumn> columns, ResultSet row) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            WorkColumn column = columns.get(i);
            Object value = column.look() == WorkColumn.Look.MOMENT || column.look() == WorkColumn.Look.DAY
                    ? Rows.instantOrNull(row, "value_" + i)
                    : row.getString("value_" + i);
            cells.add(new Cell(value, column.link() == null ? null : Rows.longOrNull(row, "link_" + i)));
        }
        return cells;
    }
}
