package org.callboard.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
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

    TenantDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return TenantConnection.wrap(super.getConnection());
    }
}
