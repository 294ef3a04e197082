package org.callboard.platform;

import java.sql.Connection;
import java.sql.SQLException;
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

    private final Supplier<@Nullable Long> tenant;

    TenantDataSource(DataSource target) {
        this(target, Caller::currentTenant);
    }

    /** With another source of the tenant than the bound caller; one that gives none shows what isolation costs. */
    TenantDataSource(DataSource target, Supplier<@Nullable Long> tenant) {
        super(target);
        this.tenant = tenant;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return TenantConnection.wrap(super.getConnection(), tenant);
    }
}
