package org.callboard.web.layout;

import org.callboard.leads.FollowUps;
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
    private final FollowUps followUps;

    Shells(Tenants tenants, FollowUps followUps) {
        this.tenants = tenants;
        this.followUps = followUps;
    }

    @ModelAttribute("shell")
    Shell shell() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? new Shell(user, tenants, followUps)
                : new Shell(null, tenants, followUps);
    }
}
