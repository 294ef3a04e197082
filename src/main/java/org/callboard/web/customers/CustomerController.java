package org.callboard.web.customers;

import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.LocationOwners;
import org.callboard.customers.Locations;
import org.callboard.people.CurrentUser;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.Part;
import org.callboard.web.records.RecordLists;
import org.callboard.web.records.RecordModel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a customer, and its locations. */
@Controller
@RequestMapping("/customers/{id}")
class CustomerController {

    private static final int LOCATIONS = 20;

    private final CustomerPage page;
    private final Customers customers;
    private final Locations locations;
    private final LocationOwners owners;
    private final RecordModel models;
    private final RecordLists lists;

    CustomerController(
            CustomerPage page,
            Customers customers,
            Locations locations,
            LocationOwners owners,
            RecordModel models,
            RecordLists lists) {
        this.page = page;
        this.customers = customers;
        this.locations = locations;
        this.owners = owners;
        this.models = models;
        this.lists = lists;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    String page(@PathVariable long id, Model model) {
        Customer customer = customers.get(tenant(), id);
        OpenRecord record = page.open(tenant(), customer);
        models.fillPage(model, record);
        lists.fill(model, record);
        model.addAttribute("customer", customer);
        model.addAttribute("balance", Part.money("balance", "Balance").say(Part.spelled(customer.balance())));
        fillLocations(model, id, 1);
        return "customers/page";
    }

    /** Further locations, to go below those that are there. */
    @GetMapping("/locations")
    @PageAccess(Role.Viewer)
    String locations(@PathVariable long id, @RequestParam(defaultValue = "1") int number, Model model) {
        models.fill(model, page.open(tenant(), id));
        fillLocations(model, id, number);
        return "customers/locations :: rows";
    }

    private void fillLocations(Model model, long id, int number) {
        model.addAttribute("locations", locations.ofCustomer(tenant(), id, RecordLists.paging(number, LOCATIONS)));
        model.addAttribute("formerLocations", number == 1 ? owners.formerlyOf(tenant(), id) : List.of());
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
