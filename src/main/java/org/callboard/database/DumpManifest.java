package org.callboard.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a dump says about itself, and what a database says in the same words: whether the two fit.
 *
 * @param migration the last migration that the database had, as Flyway writes it
 * @param columns the columns of each table that hold something of their own, in their order; computed ones are left out
 * @param sequences the number that each sequence gave out last; null where it gave none
 */
record DumpManifest(
        int format, String migration, Map<String, List<String>> columns, Map<String, @Nullable Long> sequences) {

    /** 1 was of the tables from before the first release. */
    static final int FORMAT = 2;

    static final String NAME = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads it from the tables of a database. */
    static DumpManifest of(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        Map<String, @Nullable Long> sequences = new TreeMap<>();
        String migration;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("""
                    select c.relname, array_agg(a.attname::text order by a.attnum)
                    from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                        and c.relname <> 'flyway_schema_history'
                        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    group by c.relname
                    """)) {
                while (row.next()) {
                    columns.put(
                            row.getString(1), List.of((String[]) row.getArray(2).getArray()));
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select sequencename, last_value from pg_sequences where schemaname = 'public'")) {
                while (row.next()) {
                    sequences.put(row.getString(1), row.getObject(2, Long.class));
                }
            }
            try (ResultSet row = statement.executeQuery("""
                    select version from flyway_schema_history where success and version is not null
                    order by installed_rank desc limit 1
                    """)) {
                row.next();
                migration = row.getString(1);
            }
        }
        return new DumpManifest(FORMAT, migration, columns, sequences);
    }

    static DumpManifest read(byte[] json) {
        return JSON.readValue(json, DumpManifest.class);
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** The table and its columns as COPY wants them. */
    String copied(String table) {
        return '"' + table + "\" (\"" + String.join("\", \"", columns.getOrDefault(table, List.of())) + "\")";
    }
}
