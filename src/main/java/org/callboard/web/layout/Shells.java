package org.callboard.web.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.followups.FollowUps;
import org.callboard.phonelines.TakingCalls;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame, before others that put together what a handler takes ask for it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice("org.callboard.web")
class Shells {

    private final Tenants tenants;
    private final FollowUps followUps;
    private final TakingCalls taking;
    private final Clock clock;

    Shells(Tenants tenants, FollowUps followUps, TakingCalls taking, Clock clock) {
        this.tenants = tenants;
        this.followUps = followUps;
        this.taking = taking;
        this.clock = clock;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_METHOD); // the error page itself is got
        boolean posted = "POST".equals(failed == null ? request.getMethod() : failed);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        SignedInUser user =
                authentication != null && authentication.getPrincipal() instanceof SignedInUser member ? member : null;
        return new Shell(user, posted, tenants, followUps, taking, clock);
    }

    /** A handler may ask for the frame; no request changes it. */
    @InitBinder("shell")
    void fixed(DataBinder binder) {
        binder.setDisallowedFields("*");
    }
}
