package org.callboard.understanding;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that are the rows of one table, in the order of a number that each has for good. */
public abstract class RereadableStore implements Rereadable {

    private final JdbcClient jdbc;
    private final String kind;
    private final String rows;
    private final String number;

    /**
     * @param number the column; there is an index of it
     * @param condition which rows of the table they are; {@code true} for all
     */
    protected RereadableStore(JdbcClient jdbc, String kind, String table, String number, String condition) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.number = number;
        this.rows = " from %s where tenant_id = :tenant and %s ".formatted(table, condition);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public long count(long tenant) {
        return jdbc.sql("select count(*)" + rows)
                .param("tenant", tenant)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Long> after(long tenant, long id, int most) {
        return jdbc.sql("select NUMBER as number".replace("NUMBER", number)
                        + rows
                        + "and NUMBER > :id order by NUMBER limit :most".replace("NUMBER", number))
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Reads some of them, and keeps them from change; see {@link Rereadable#reread}. */
    protected final <T> List<T> locked(
            String columns, long tenant, List<Long> ids, boolean waiting, RowMapper<T> mapper) {
        return jdbc.sql("select " + columns + rows + "and " + number + " = any(:ids) for share"
                        + (waiting ? "" : " skip locked"))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(mapper)
                .list();
    }
}
