package org.callboard.people;

import org.callboard.access.SignedInUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person whose request is running. */
public final class CurrentUser {

    private CurrentUser() {}

    /** Throws {@link IllegalStateException} where no person is signed in. */
    public static SignedInUser get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            return user;
        }
        throw new IllegalStateException("nobody is signed in");
    }
}
