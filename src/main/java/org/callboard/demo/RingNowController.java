package org.callboard.demo;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.NotFound;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The button of the demonstration that lets the telephone ring. */
@Controller
@Conditional(DemoAsked.class)
class RingNowController {

    private final DemoRing ring;

    RingNowController(DemoRing ring) {
        this.ring = ring;
    }

    /** The call shows itself on every Calls screen. Another company's telephone does not ring here: NotFound. */
    @PostMapping("/demo/ring")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> ring() {
        long tenant = CurrentUser.get().tenantId();
        if (tenant != Demo.TENANT || ring.ring(tenant, DemoRing.PATIENCE).isEmpty()) {
            throw new NotFound("Telephone system", tenant);
        }
        return ResponseEntity.noContent().build();
    }

    /** Shows the button on the Calls screen of the demonstration, and nowhere else. */
    @ControllerAdvice("org.callboard.web.calls")
    @Conditional(DemoAsked.class)
    static class Button {

        @ModelAttribute("ringNow")
        boolean isShown() {
            return CurrentUser.get().tenantId() == Demo.TENANT;
        }
    }
}
