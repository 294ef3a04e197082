package org.callboard.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a failure that the database is to blame for (away, frozen, stopping, a standby) from one of a request or of ours. */
public final class DatabaseOutage {

    /** Connection lost, resources gone, interrupted by a time-out or a stop, trouble of the system (PostgreSQL, appendix A). */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** A server that takes no writes, as one that has become a standby, and a transaction that was left open too long. */
    private static final Set<String> STATES = Set.of("25006", "25P03", "25P04");

    private static final List<Class<? extends Exception>> KINDS = List.of(
            CannotCreateTransactionException.class,
            TransactionSystemException.class,
            DataAccessResourceFailureException.class,
            QueryTimeoutException.class,
            SQLTransientConnectionException.class,
            SQLNonTransientConnectionException.class,
            SQLRecoverableException.class);

    private DatabaseOutage() {}

    /**
     * Whether the failure, or one behind it, means that the database could not be asked. Whether a change was saved is then
     * not known where it was the commit that failed.
     */
    public static boolean isBehind(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable e = failure; e != null && depth < 30; e = e.getCause(), depth++) {
            if (is(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Throwable e) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(e)) || e instanceof SQLException sql && isState(sql);
    }

    private static boolean isState(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            return "Connection is closed".equals(e.getMessage()); // the pool's, once it has given a broken one up
        }
        return STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
