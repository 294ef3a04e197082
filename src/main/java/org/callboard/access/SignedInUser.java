package org.callboard.access;

import java.io.Serializable;
import org.callboard.database.Caller;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person who is signed in. The id is the employee's.
 *
 * @param generation what the session began with; a new password raises the user's, which ends the sessions before
 */
public record SignedInUser(long tenantId, long id, String displayName, String email, Role role, int generation)
        implements AuthenticatedPrincipal, Serializable {

    /** Names the session's owner in the session table: no personal data. */
    @Override
    public String getName() {
        return tenantId + ":" + id;
    }

    /** The user as somebody who signs in now. */
    public static SignedInUser of(long tenant, User user) {
        return new SignedInUser(tenant, user.id(), user.name(), user.email(), user.role(), user.sessionGeneration());
    }

    public Caller caller() {
        return new Caller(tenantId, Caller.Kind.user, id, displayName);
    }
}
