package org.callboard.settings;

import java.time.Clock;
import org.callboard.platform.Changes;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each service of this module its table. */
@Component
record NamedTables(JdbcClient jdbc, Changes changes, Clock clock) {

    <T> NamedTable<T> of(String table, String noun, RowMapper<T> mapper) {
        return new NamedTable<>(this, table, noun, table, mapper);
    }

    /** A table that is read through a select of its own, whose alias is the table's name. */
    <T> NamedTable<T> of(String table, String noun, String rows, RowMapper<T> mapper) {
        return new NamedTable<>(this, table, noun, rows, mapper);
    }
}
