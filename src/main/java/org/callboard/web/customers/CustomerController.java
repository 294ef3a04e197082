package org.callboard.web.customers;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Further locations of a customer, to go below those that are there. */
@Controller
class CustomerController {

    private final CustomerPage page;

    CustomerController(CustomerPage page) {
        this.page = page;
    }

    @GetMapping("/customers/{id}/locations")
    @PageAccess(Role.Viewer)
    ModelAndView locations(@PathVariable long id, @RequestParam(defaultValue = "1") int number) {
        long tenant = CurrentUser.get().tenantId();
        return new ModelAndView(
                "customers/parts :: rows", "locations", page.locations(tenant, page.open(tenant, id), number));
    }
}
