package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.LocationDetails;
import org.callboard.details.NewRecord;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for another location of a customer: NotFound where there is no such customer, Conflict where it is not active. */
@Controller
@RequestMapping("/customers/{id}/locations/new")
class NewLocationController {

    private final CreateCustomer creation;
    private final Customers customers;
    private final EntryModel form;

    NewLocationController(CreateCustomer creation, Customers customers, EntryModel form) {
        this.creation = creation;
        this.customers = customers;
        this.form = form;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    ModelAndView start(@PathVariable long id) {
        long tenant = CurrentUser.get().tenantId();
        Customer customer = customers.getActive(tenant, id);
        Address billing = customer.details().address();
        UsualPlaceStore.Place usual = new UsualPlaceStore.Place(billing.state(), billing.country());
        Form typed = EntryModel.at("", Form.blank(), usual).with("contacts[0].type", ContactType.MobilePhone);
        return show(customer, typed, usual);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView save(@PathVariable long id, Form sent, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        Customer customer = customers.get(tenant, id);
        EntryReader reader = new EntryReader(sent, form.region(tenant));
        NewRecord<LocationDetails> location = reader.location();
        OptionalLong made = form.create(
                reader,
                response,
                noted -> creation.createLocation(tenant, id, location, noted)
                        .location()
                        .id());
        if (made.isPresent()) {
            redirect.addFlashAttribute(
                    "toast", "The location is added to " + customer.details().name() + ".");
            return new ModelAndView("redirect:/customers/" + id);
        }
        return show(customer, reader.form(), form.usual(tenant));
    }

    private ModelAndView show(Customer customer, Form typed, UsualPlaceStore.Place usual) {
        long tenant = CurrentUser.get().tenantId();
        return new ModelAndView("lists/new-location", "view", form.view(tenant, typed, usual, customer));
    }
}
