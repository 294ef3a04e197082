package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.search.Findable;
import org.callboard.search.Words;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Gives the customers and locations of an older database the words that they are found by. */
public class V10__words_of_what_is_there extends BaseJavaMigration {

    private static final int PART = 2000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (String kind : List.of("customer", "location")) {
            // the owner reads all companies here: for this transaction the policy does not hold for it
            force(connection, kind, false);
            long tenant = 0;
            long id = 0;
            boolean more = true;
            while (more) {
                more = false;
                try (PreparedStatement read = connection.prepareStatement("select * from " + kind
                                + " where (tenant_id, id) > (?, ?) order by tenant_id, id limit " + PART);
                        PreparedStatement write =
                                connection.prepareStatement("insert into " + kind + "_word (tenant_id, " + kind
                                        + "_id, field, word) values (?, ?, ?, ?) on conflict do nothing")) {
                    read.setLong(1, tenant);
                    read.setLong(2, id);
                    try (ResultSet row = read.executeQuery()) {
                        while (row.next()) {
                            more = true;
                            tenant = row.getLong("tenant_id");
                            id = row.getLong("id");
                            add(write, tenant, id, row);
                        }
                    }
                    write.executeBatch();
                }
            }
            force(connection, kind, true);
        }
    }

    private static void add(PreparedStatement write, long tenant, long id, ResultSet row) throws SQLException {
        Findable record = new Findable(row.getString("name"), Objects.requireNonNull(Address.read(row)));
        for (Words.Word word : Words.of(record)) {
            write.setLong(1, tenant);
            write.setLong(2, id);
            write.setString(3, word.field());
            write.setString(4, word.text());
            write.addBatch();
        }
    }

    private static void force(Connection connection, String kind, boolean forced) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of(kind, kind + "_word")) {
                statement.execute("alter table " + table + (forced ? " force" : " no force") + " row level security");
            }
        }
    }
}
