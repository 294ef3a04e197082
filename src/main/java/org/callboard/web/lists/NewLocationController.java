package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Address;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.LocationDetails;
import org.callboard.details.NewRecord;
import org.callboard.details.RecordKind;
import org.callboard.http.SentForms;
import org.callboard.lists.UsualPlaces;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for another location of a customer: 404 where there is no such customer, 409 where it is not active. */
@Controller
@RequestMapping("/customers/{id}/locations/new")
class NewLocationController {

    private final CreateCustomer creation;
    private final Customers customers;
    private final EntryModel form;
    private final SentForms forms;

    NewLocationController(CreateCustomer creation, Customers customers, EntryModel form, SentForms forms) {
        this.creation = creation;
        this.customers = customers;
        this.form = form;
        this.forms = forms;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    String start(@PathVariable long id, Model model) {
        long tenant = CurrentUser.get().tenantId();
        Customer customer = customer(tenant, id, model);
        RecordKind.Customer.requireActive(id, customer.active());
        Address billing = customer.details().address();
        UsualPlaces.Place usual = new UsualPlaces.Place(billing.state(), billing.country());
        Entry entry = Entry.empty()
                .with("address.state", usual.state())
                .with("address.country", usual.country())
                .with("contacts[0].type", ContactType.MobilePhone.name());
        form.fill(model, tenant, entry, usual, Map.of());
        return "lists/new-location";
    }

    @PostMapping
    @PageAccess(Role.CSR)
    String save(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        Customer customer = customer(tenant, id, model);
        Entry entry = Entry.of(sent);
        FieldErrors errors = new FieldErrors();
        EntryReader reader = new EntryReader(entry, form.region(tenant), errors);
        NewRecord<LocationDetails> location = reader.location();
        Map<String, List<String>> wrong;
        try {
            forms.once(
                    entry.token(),
                    entry.content(),
                    () -> creation.createLocation(tenant, id, location, errors)
                            .location()
                            .id());
            redirect.addFlashAttribute(
                    "toast", "The location is added to " + customer.details().name() + ".");
            return "redirect:/customers/" + id;
        } catch (Refusal e) {
            wrong = EntryModel.refused(e, model, response);
        }
        if (model.getAttribute("saved") == null) {
            model.addAttribute("once", entry.token());
        }
        form.fill(model, tenant, entry, form.usual(tenant), reader.atFields(wrong));
        return "lists/new-location";
    }

    private Customer customer(long tenant, long id, Model model) {
        Customer customer = customers.get(tenant, id);
        model.addAttribute("customer", customer);
        return customer;
    }
}
