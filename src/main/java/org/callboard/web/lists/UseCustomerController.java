package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.customers.AddToCustomer;
import org.callboard.customers.AddToCustomer.Added;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was typed for a new customer goes to one who is on record already: first it is shown, so that nothing is lost, and
 * then added. NotFound where there is no such customer, Conflict where it is not active.
 */
@Controller
class UseCustomerController {

    private static final String SAME = "locations[0].same";

    private final AddToCustomer adding;
    private final Customers customers;
    private final EntryModel form;

    UseCustomerController(AddToCustomer adding, Customers customers, EntryModel form) {
        this.adding = adding;
        this.customers = customers;
        this.form = form;
    }

    /** The form with nothing in it: where somebody comes back to who had to sign in meanwhile. */
    @GetMapping("/customers/{id}/use")
    @PageAccess(Role.CSR)
    ModelAndView use(@PathVariable long id) {
        long tenant = CurrentUser.get().tenantId();
        return show(customers.getActive(tenant, id), new EntryReader(Form.blank(), form.region(tenant)).form());
    }

    /** Shows the form for a new customer as it was typed; {@code add} says that it is to be added now. */
    @PostMapping("/customers/{id}/use")
    @PageAccess(Role.CSR)
    ModelAndView use(@PathVariable long id, Form sent, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        Customer customer = customers.getActive(tenant, id);
        EntryReader reader = new EntryReader(placed(sent), form.region(tenant));
        if (!reader.form().hiding("add").has("add")) {
            return show(customer, reader.form());
        }
        Added[] added = {new Added(0, 0)};
        boolean saved = form.create(reader, response, noted -> {
                    added[0] = adding.add(
                            tenant, id, reader.more(customer.details().name()), noted);
                    return id;
                })
                .isPresent();
        if (!saved) {
            return show(customer, reader.form());
        }
        redirect.addFlashAttribute("toast", said(added[0], customer.details().name()));
        return new ModelAndView("redirect:/customers/" + id);
    }

    /** A location at the billing address has that address itself, as the customer keeps the one on record. */
    private static Form placed(Form sent) {
        Map<String, List<String>> texts = new LinkedHashMap<>(sent.texts());
        if (texts.remove(SAME) != null) {
            texts.keySet().removeIf(name -> name.startsWith("locations[0].address."));
            sent.texts().forEach((name, values) -> {
                if (name.startsWith("address.")) {
                    texts.put("locations[0]." + name, values);
                }
            });
        }
        return Form.of(texts);
    }

    private static String said(Added added, String name) {
        if (added.contacts() == 0 && added.locations() == 0) {
            return name + " has all of it already.";
        }
        String places =
                added.locations() == 0 ? "" : added.locations() == 1 ? "a location" : added.locations() + " locations";
        String contacts = added.contacts() == 0
                ? ""
                : added.contacts() == 1 ? "a number or address" : added.contacts() + " numbers or addresses";
        String both = places.isEmpty() || contacts.isEmpty() ? "" : " and ";
        return "Added to " + name + ": " + places + both + contacts + ".";
    }

    private ModelAndView show(Customer customer, Form typed) {
        long tenant = CurrentUser.get().tenantId();
        UsualPlaceStore.Place usual = form.usual(tenant);
        return new ModelAndView("lists/use-customer", "view", form.view(tenant, typed, usual, customer));
    }
}
