package org.callboard.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param mayMerge whether it may merge them, and undo that
 */
record ConnectedApp(
        long tenantId,
        long connectionId,
        String appName,
        Set<Scope> scopes,
        @Nullable Long bookingProviderId,
        boolean strict,
        boolean mayActivate,
        boolean mayMerge) {

    /** The first of the scopes that it has. Throws a Forbidden where it has none of them. */
    Scope require(Scope... wanted) {
        return Arrays.stream(wanted)
                .filter(scopes::contains)
                .findFirst()
                .orElseThrow(() -> RefusalCode.SCOPE_MISSING.refuse("The app lacks the scope "
                        + Arrays.stream(wanted).map(Scope::word).collect(Collectors.joining(" or "))
                        + ", or the token was taken without it."));
    }

    Caller caller() {
        Set<Caller.Right> rights = EnumSet.noneOf(Caller.Right.class);
        if (mayActivate) {
            rights.add(Caller.Right.ACTIVATE);
        }
        if (mayMerge) {
            rights.add(Caller.Right.MERGE);
        }
        return new Caller(tenantId, Caller.Kind.connection, connectionId, appName, rights);
    }
}
