package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.OptionalLong;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.desk.BookLeadJob;
import org.callboard.desk.CustomerOfLead;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.NewPerson;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form for a new customer, with its contacts and its locations. It may start with what was searched for in vain, or with
 * what is known of a lead, which becomes the customer's.
 */
@Controller
@RequestMapping("/customers/new")
class NewCustomerController {

    private final CreateCustomer creation;
    private final CustomerOfLead ofLead;
    private final Leads leads;
    private final BookLeadJob leadContacts;
    private final EntryModel form;

    NewCustomerController(
            CreateCustomer creation, CustomerOfLead ofLead, Leads leads, BookLeadJob leadContacts, EntryModel form) {
        this.creation = creation;
        this.ofLead = ofLead;
        this.leads = leads;
        this.leadContacts = leadContacts;
        this.form = form;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    ModelAndView start(NewPerson person, @RequestParam(required = false) @Nullable Long lead) {
        long tenant = CurrentUser.get().tenantId();
        UsualPlaceStore.Place usual = form.usual(tenant);
        if (lead != null) {
            return show(ofLead(tenant, leads.get(tenant, lead), usual), usual);
        }
        Form typed = Form.blank()
                .with("name", person.name())
                .with("contacts[0].type", ContactType.MobilePhone)
                .with("contacts[0].value", person.phone())
                .with("contacts[1].type", ContactType.Email)
                .with("contacts[1].value", person.email())
                .with("address.street", person.street())
                .with("address.unit", person.unit())
                .with("address.city", person.city())
                .with("address.zip", person.zip())
                .with("locations[0].same", true);
        Form placed = EntryModel.at("", EntryModel.at("locations[0].", typed, usual), usual);
        return show(person.state() == null ? placed : placed.with("address.state", person.state()), usual);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView save(Form sent, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        EntryReader reader = new EntryReader(sent, form.region(tenant));
        CreateCustomer.Complete complete = reader.customer();
        OptionalLong id = form.create(
                reader,
                response,
                noted -> create(tenant, reader.form().hiding("lead").id("lead"), complete, noted));
        if (id.isPresent()) {
            redirect.addFlashAttribute("toast", complete.customer().details().name() + " is added.");
            return new ModelAndView("redirect:/customers/" + id.getAsLong());
        }
        return show(reader.form(), form.usual(tenant));
    }

    private long create(long tenant, @Nullable Long lead, CreateCustomer.Complete complete, FieldErrors noted) {
        return (lead == null ? creation.create(tenant, complete, noted) : ofLead.create(tenant, lead, complete, noted))
                .customer()
                .id();
    }

    /** What the lead and the inquiry that it was made of say of the person. */
    private Form ofLead(long tenant, Lead lead, UsualPlaceStore.Place usual) {
        Address known = lead.details().person().knownAddress();
        Form typed = Form.blank()
                .with("lead", lead.id())
                .with("name", lead.details().person().leadCustomerName())
                .with("locations[0].same", true);
        List<ContactDraft> contacts = leadContacts.contacts(tenant, lead);
        for (int i = 0; i < contacts.size(); i++) {
            String row = "contacts[" + i + "].";
            typed = typed.with(row + "type", contacts.get(i).kind())
                    .with(row + "value", contacts.get(i).value())
                    .with(row + "memo", contacts.get(i).memo());
        }
        if (known == null) {
            return EntryModel.at("", EntryModel.at("locations[0].", typed, usual), usual);
        }
        return EntryModel.at("locations[0].", typed, usual)
                .with("address.street", known.street())
                .with("address.unit", known.unit())
                .with("address.city", known.city())
                .with("address.state", known.state())
                .with("address.zip", known.zip())
                .with("address.country", known.country().isEmpty() ? usual.country() : known.country());
    }

    private ModelAndView show(Form typed, UsualPlaceStore.Place usual) {
        long tenant = CurrentUser.get().tenantId();
        return new ModelAndView("lists/new-customer", "view", form.view(tenant, typed, usual, null));
    }
}
