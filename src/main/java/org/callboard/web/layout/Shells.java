package org.callboard.web.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.followups.FollowUps;
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
    Shell shell(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD); // the error page itself is got
        boolean posted = "POST".equals(failed == null ? request.getMethod() : failed);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? new Shell(user, posted, tenants, followUps)
                : new Shell(null, posted, tenants, followUps);
    }
}
