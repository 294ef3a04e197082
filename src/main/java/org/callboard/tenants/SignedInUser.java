package org.callboard.tenants;

import java.io.Serializable;
import org.callboard.platform.Caller;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A person who is signed in. The id is the employee's. */
public record SignedInUser(long tenantId, long id, String displayName, String email, Role role)
        implements AuthenticatedPrincipal, Serializable {

    /** Names the session's owner in the session table: no personal data. */
    @Override
    public String getName() {
        return tenantId + ":" + id;
    }

    public Caller caller() {
        return new Caller(tenantId, Caller.Kind.user, id, displayName);
    }
}
