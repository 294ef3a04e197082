package org.callboard.web.calls;

import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.desk.OpenInquiries;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is known of the customer who is chosen in a booking form, beside it. */
@Controller
class CallerController {

    private final CallerModel callers;

    CallerController(CallerModel callers) {
        this.callers = callers;
    }

    /**
     * @param location where the work is to be done; else {@code customer} says whom it is for
     * @param booking the inquiry that is answered, and is not named again; or {@code lead}, or {@code call}, which may be about
     *     one of the customer's jobs
     */
    @GetMapping("/calls/context")
    @PageAccess(Role.CSR)
    ModelAndView context(
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable Long location,
            @RequestParam(defaultValue = "0") long booking,
            @RequestParam(defaultValue = "0") long lead,
            @RequestParam(defaultValue = "0") long call) {
        long tenant = CurrentUser.get().tenantId();
        OpenInquiries.Self self = new OpenInquiries.Self(booking, lead, call);
        Long asking = call == 0 ? null : call;
        if (location == null && customer == null) {
            throw NotFound.page();
        }
        return new ModelAndView(
                "calls/context",
                "view",
                location != null
                        ? callers.ofLocation(tenant, location, self, asking)
                        : callers.ofCustomer(tenant, Objects.requireNonNull(customer), self, asking));
    }
}
