package org.callboard.web.layout;

import org.callboard.tenants.SignedInUser;
import org.callboard.tenants.Tenants;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice("org.callboard.web")
class Shells {

    private final Tenants tenants;

    Shells(Tenants tenants) {
        this.tenants = tenants;
    }

    @ModelAttribute("shell")
    Shell shell() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? new Shell(user, tenants)
                : new Shell(null, tenants);
    }
}
