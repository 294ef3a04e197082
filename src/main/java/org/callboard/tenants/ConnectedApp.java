package org.callboard.tenants;

import java.util.Set;
import org.callboard.platform.Caller;
import org.jspecify.annotations.Nullable;

/**
 * An app as it calls the API through one of its connections.
 *
 * @param providerTagId the booking provider it is bound to; null for <i>No Restriction</i>
 * @param strict whether unknown fields and parameters are refused
 */
public record ConnectedApp(
        long tenantId,
        long connectionId,
        String appName,
        Set<Scope> scopes,
        @Nullable Long providerTagId,
        boolean strict) {

    Caller caller() {
        return new Caller(tenantId, Caller.Kind.connection, connectionId, appName);
    }
}
