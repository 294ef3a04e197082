package org.callboard.web.settings;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.people.CurrentUser;
import org.callboard.understanding.Reindex;
import org.callboard.understanding.Reindex.Progress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** How many addresses ask for a look, and checking all of them again, which goes on while people work. */
@Controller
@RequestMapping("/settings/address-lookup/all")
class AllAddressesController {

    /** What the piece of page shows. */
    record View(long needLook, Progress progress) {}

    private final LocationChecks checks;
    private final Reindex reindex;

    AllAddressesController(LocationChecks checks, Reindex reindex) {
        this.checks = checks;
        this.reindex = reindex;
    }

    /** The piece, which asks for itself again while the work goes on. */
    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView show() {
        long tenant = CurrentUser.get().tenantId();
        return new ModelAndView(
                "settings/all-addresses :: all", "view", new View(checks.count(tenant), reindex.progress(tenant)));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView check() {
        reindex.ask(CurrentUser.get().tenantId());
        return show();
    }
}
