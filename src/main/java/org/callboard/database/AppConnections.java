package org.callboard.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Makes the pool's connections: each runs as {@code callboard_app}, and each enters the epoch of the change log that its
 * server is in. A server that was started anew or taken over by another, and a database that was put back, are noticed
 * there, before anything is written on it.
 */
public final class AppConnections extends AbstractDataSource {

    static final String APP_ROLE = "callboard_app";

    /** A standby refuses to write; the connection goes on refusing once it is promoted, and so is not kept. */
    public static final SQLExceptionOverride READ_ONLY_ENDS_IT = new SQLExceptionOverride() {
        private static final String READ_ONLY_TRANSACTION = "25006";

        @java.lang.Override
        public Override adjudicate(SQLException e) {
            return READ_ONLY_TRANSACTION.equals(e.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    };

    private static final Logger log = LoggerFactory.getLogger(AppConnections.class);

    private record Epoch(String begun, String restored) {}

    /** Opens connections as the owner of the tables. */
    public interface Owner {
        Connection connect() throws SQLException;
    }

    private final Owner owner;
    private final Supplier<@Nullable String> controlFile;
    private volatile String restored = "";
    private volatile int loginTimeout;

    /** @param controlFile what tells the files of an embedded cluster from a copy of them; null for another server */
    public AppConnections(Owner owner, Supplier<@Nullable String> controlFile) {
        this.owner = owner;
        this.controlFile = controlFile;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = owner.connect();
        try {
            Epoch epoch = enter(connection, controlFile.get(), false, "; set role " + APP_ROLE);
            restored = epoch.restored;
            if (epoch.begun.equals("restore")) {
                log.warn(
                        "The database was put back, or another server took over: new records get ids that leave room for"
                                + " what was lost, and readers of feeds that know of it are told to start again.");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("the owner's connections alone");
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    /** What the pool waits for connections in the making when it closes; how long one may take is the owner's affair. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    /** A few letters that are others after each time that the database was put back; none where it never was. */
    String restored() {
        return restored;
    }

    /** Begins a new epoch as after a restore, whatever can be seen. Nobody else may be connected. */
    static void tellRestored(Connection connection, @Nullable String controlFile) throws SQLException {
        enter(connection, controlFile, true, "");
    }

    private static Epoch enter(Connection connection, @Nullable String controlFile, boolean told, String then)
            throws SQLException {
        String file = controlFile == null ? "null" : "'" + controlFile + "'";
        try (Statement statement = connection.createStatement()) {
            statement.execute("select begun, restored from enter_epoch(" + file + ", " + told + ")" + then);
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                UUID mark = row.getObject("restored", UUID.class);
                return new Epoch(
                        row.getString("begun"),
                        mark == null ? "" : mark.toString().substring(0, 8));
            }
        }
    }
}
