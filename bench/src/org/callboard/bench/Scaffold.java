package org.callboard.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.database.StartFailure;

/**
 * What stands in the way of loading, taken down and put up again as the owner of the tables: row-level security (COPY
 * refuses to write under it), keys and indexes (made faster in one go). The application's role owns nothing, so that the
 * policies hold for it all the while.
 */
final class Scaffold {

    private record Definition(String table, String kind, String drop, String create) {}

    private final List<Definition> taken = new ArrayList<>();
    private final List<String> forced = new ArrayList<>();
    private final String tables = Arrays.stream(Table.values())
            .map(table -> "'" + table.sqlName() + "'::regclass")
            .collect(Collectors.joining(", "));

    /** Takes down, all or nothing; keys and indexes only where they are not to be kept. */
    void takeDown(Connection connection, boolean keepIndexes) throws SQLException {
        constraints(connection, "'f'"); // a booking and its job refer to each other, so these can't stay
        if (!keepIndexes) {
            constraints(connection, "'p', 'u'");
            if (taken.stream().filter(one -> one.kind.equals("p")).count() < Table.values().length) {
                throw new StartFailure(
                        "an earlier bench/seed was killed and left keys missing; start with an empty database.");
            }
            remember(connection, """
                    select indrelid::regclass::text, 'i', format('drop index %s', indexrelid::regclass),
                        pg_get_indexdef(indexrelid)
                    from pg_index
                    where indrelid in (TABLES)
                        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
                    order by indexrelid::regclass::text
                    """);
        }
        rememberForced(connection);
        try (Statement statement = connection.createStatement()) {
            for (String table : forced) {
                statement.execute("alter table " + table + " no force row level security");
            }
            for (Definition definition : taken) {
                statement.execute(definition.drop);
            }
        }
        connection.commit();
    }

    /** All of them, since the check of a key sees the rows that it refers to as the owner sees them. */
    private void rememberForced(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select oid::regclass::text from pg_class
                        where relnamespace = 'public'::regnamespace and relforcerowsecurity
                        """)) {
            while (row.next()) {
                forced.add(row.getString(1));
            }
        }
    }

    private void constraints(Connection connection, String kinds) throws SQLException {
        remember(connection, """
                select conrelid::regclass::text, contype::text,
                    format('alter table %s drop constraint %I', conrelid::regclass, conname),
                    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint
                where contype in (KINDS) and (conrelid in (TABLES) or confrelid in (TABLES))
                order by contype, conname
                """.replace("KINDS", kinds));
    }

    private void remember(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query.replace("TABLES", tables))) {
            while (row.next()) {
                taken.add(new Definition(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
    }

    /** Puts everything up again, with the work of several tables at once, and checks each key. */
    void putUp(Workers workers) throws SQLException {
        List<Workers.Work> byTable = new ArrayList<>();
        for (String table : largestFirst(workers.first())) {
            byTable.add(all(taken.stream()
                    .filter(one -> one.table.equals(table) && !one.kind.equals("f"))
                    .map(Definition::create)));
        }
        workers.run(byTable);
        // declared first and checked afterwards, since a check takes no lock that another one waits for
        workers.run(List.of(all(references().map(one -> one.create + " not valid"))));
        workers.run(references().collect(Collectors.groupingBy(Definition::table)).values().stream()
                .map(ofTable -> all(
                        ofTable.stream().map(one -> one.drop.replace(" drop constraint ", " validate constraint "))))
                .toList());
        workers.run(List.of(all(forced.stream().map(table -> "alter table " + table + " force row level security"))));
        forced.clear();
        taken.clear();
    }

    private Stream<Definition> references() {
        return taken.stream().filter(one -> one.kind.equals("f"));
    }

    private static Workers.Work all(Stream<String> statements) {
        List<String> all = statements.toList();
        return (connection, worker) -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : all) {
                    statement.execute(sql);
                    connection.commit();
                }
            }
        };
    }

    private List<String> largestFirst(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select oid::regclass::text from pg_class where oid in (TABLES) order by pg_relation_size(oid) desc
                        """.replace("TABLES", tables))) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
