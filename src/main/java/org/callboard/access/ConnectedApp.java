package org.callboard.access;

import java.util.Set;
import org.callboard.database.Caller;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * An app as it calls the API through one of its connections.
 *
 * @param scopes the app's, as far as the token was asked for with them
 * @param bookingProviderId the booking provider it is bound to; null for <i>No Restriction</i>
 * @param strict whether unknown fields and parameters are refused
 * @param mayActivate whether it may deactivate and reactivate customers and locations
 */
record ConnectedApp(
        long tenantId,
        long connectionId,
        String appName,
        Set<Scope> scopes,
        @Nullable Long bookingProviderId,
        boolean strict,
        boolean mayActivate) {

    /** Throws a Forbidden where it may not do that. */
    void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw RefusalCode.SCOPE_MISSING.refuse(
                    "The app lacks the scope " + scope.word() + ", or the token was taken without it.");
        }
    }

    Caller caller() {
        Set<Caller.Right> rights = mayActivate ? Set.of(Caller.Right.ACTIVATE) : Set.of();
        return new Caller(tenantId, Caller.Kind.connection, connectionId, appName, rights);
    }
}
