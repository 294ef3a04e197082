package org.callboard.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** The rows of some customers in all tables, sent in one transaction. */
final class Batch {

    private static final int BUFFER = 1 << 16;

    private final Map<Table, CopyRows> rows = new EnumMap<>(Table.class);

    private final boolean changes;

    /** @param changes whether the change log is sent too */
    Batch(boolean changes) {
        this.changes = changes;
        for (Table table : Table.values()) {
            rows.put(table, new CopyRows(table.width()));
        }
    }

    CopyRows rows(Table table) {
        return rows.get(table);
    }

    /** Sends and forgets what was gathered; gives the number of rows. The connection must be in a transaction. */
    long send(Connection connection) throws SQLException, IOException {
        long sent = 0;
        for (Map.Entry<Table, CopyRows> entry : rows.entrySet()) {
            CopyRows some = entry.getValue();
            if (some.rows() > 0 && (changes || entry.getKey() != Table.CHANGE)) {
                try (OutputStream out = new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), entry.getKey().copy(), BUFFER)) {
                    some.writeTo(out);
                }
                sent += some.rows();
            }
            some.clear();
        }
        connection.commit();
        return sent;
    }
}
