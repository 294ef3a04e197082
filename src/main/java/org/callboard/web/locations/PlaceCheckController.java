package org.callboard.web.locations;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.people.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The piece of a location's page about its address, and the word of somebody who knows the place. NotFound without one. */
@Controller
@RequestMapping("/locations/{id}")
class PlaceCheckController {

    private final Locations locations;
    private final PlaceChecks checks;

    PlaceCheckController(Locations locations, PlaceChecks checks) {
        this.locations = locations;
        this.checks = checks;
    }

    @GetMapping("/check")
    @PageAccess(Role.Viewer)
    ModelAndView check(@PathVariable long id) {
        return piece(locations.get(tenant(), id));
    }

    /** What speaks against the address asks for no look any more, until it is written otherwise. */
    @PostMapping("/right")
    @PageAccess(Role.CSR)
    ModelAndView right(@PathVariable long id) {
        return piece(locations.sayRight(tenant(), id));
    }

    @PostMapping("/right/undo")
    @PageAccess(Role.CSR)
    ModelAndView undo(@PathVariable long id) {
        return piece(locations.takeBackRight(tenant(), id));
    }

    private ModelAndView piece(Location location) {
        return new ModelAndView("locations/check :: piece", "view", checks.of(tenant(), location));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
