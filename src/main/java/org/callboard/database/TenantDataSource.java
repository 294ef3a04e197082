package org.callboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections on which every statement runs for the bound {@link Caller}'s tenant.
 *
 * <p>The tenant is set transaction-locally. Outside a transaction the setting travels in the same round trip as the
 * statement (PostgreSQL runs both in one implicit transaction); inside one it is the first statement. Nothing is left on
 * the connection afterwards, so a pooled connection can't carry one tenant's view into another's request. Without a bound
 * caller no tenant is set, and the row-level policies show nothing and refuse every write.
 */
final class TenantDataSource extends DelegatingDataSource {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Supplier<@Nullable Long> tenant;
    private final CircuitBreaker breaker;

    TenantDataSource(DataSource target, CircuitBreaker breaker) {
        this(target, Caller::currentTenant, breaker);
    }

    /** With another source of the tenant than the bound caller; one that gives none shows what isolation costs. */
    TenantDataSource(DataSource target, Supplier<@Nullable Long> tenant, CircuitBreaker breaker) {
        super(target);
        this.tenant = tenant;
        this.breaker = breaker;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long end = System.nanoTime() + Demand.untilConnected().toNanos();
        for (int tries = 1; ; tries++) {
            try {
                return TenantConnection.wrap(connect(), tenant, breaker, Demand.timeout());
            } catch (SQLException e) {
                if (!DatabaseOutage.isBehind(e)) {
                    throw e;
                }
                if (System.nanoTime() < end) {
                    pause(e);
                } else if (tries > 1 || !breaker.isAnswering()) {
                    Demand.letDown();
                    throw e;
                } // else all connections are in use: that passes
            }
        }
    }

    private Connection connect() throws SQLException {
        breaker.check();
        Connection connection;
        try {
            connection = super.getConnection();
        } catch (SQLException e) {
            if (!breaker.isAnswering()) {
                breaker.noConnection();
            }
            throw e;
        }
        DatabaseTimeout timeout = Demand.timeout();
        if (timeout != DatabaseTimeout.QUICK) {
            try {
                timeout.on(connection);
            } catch (SQLException e) {
                breaker.failed(e);
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    private static void pause(SQLException e) throws SQLException {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }
}
