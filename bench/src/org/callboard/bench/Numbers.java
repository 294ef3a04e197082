package org.callboard.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/** Which id each row of a company gets: gap-free, in the order of the customers. */
final class Numbers {

    private final Shapes shapes;
    private final Map<Table, Long> first = new EnumMap<>(Table.class);

    /** @param next the next free number of each table; moved on behind this company's rows */
    Numbers(Shapes shapes, long customers, Map<Table, Long> next) {
        this.shapes = shapes;
        next.replaceAll((table, number) -> {
            first.put(table, number);
            return number + shapes.before(table, customers);
        });
    }

    /** The id of a customer's row in a table, counted from 0. */
    long of(Table table, long customer, int row) {
        return first.get(table) + shapes.before(table, customer) + row;
    }

    /** The next free number of each table that counts its rows. */
    static Map<Table, Long> next(Connection connection) throws SQLException {
        Map<Table, Long> next = new EnumMap<>(Table.class);
        try (Statement statement = connection.createStatement()) {
            for (Table table : Table.values()) {
                if (table.number() != null) {
                    try (ResultSet row = statement.executeQuery("select nextval(" + sequence(table) + ")")) {
                        row.next();
                        next.put(table, row.getLong(1));
                    }
                }
            }
        }
        return next;
    }

    /** Moves the sequences on, so that what is created afterwards gets a number of its own. */
    static void advance(Connection connection, Map<Table, Long> next) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<Table, Long> entry : next.entrySet()) {
                statement.execute("select setval(" + sequence(entry.getKey()) + ", " + entry.getValue() + ", false)");
            }
        }
        connection.commit();
    }

    private static String sequence(Table table) {
        return "pg_get_serial_sequence('" + table.sqlName() + "', '" + table.number() + "')";
    }
}
