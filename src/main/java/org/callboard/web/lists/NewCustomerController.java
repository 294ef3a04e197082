package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for a new customer, with its contacts and its locations. It may start with what was searched for in vain. */
@Controller
@RequestMapping("/customers/new")
class NewCustomerController {

    private final CreateCustomer creation;
    private final EntryModel form;

    NewCustomerController(CreateCustomer creation, EntryModel form) {
        this.creation = creation;
        this.form = form;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    String start(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            Model model) {
        long tenant = CurrentUser.get().tenantId();
        UsualPlaceStore.Place usual = form.usual(tenant);
        Form typed = Form.blank()
                .with("name", name)
                .with("contacts[0].type", ContactType.MobilePhone)
                .with("contacts[0].value", phone)
                .with("contacts[1].type", ContactType.Email)
                .with("contacts[1].value", email)
                .with("locations[0].same", true);
        form.fill(model, tenant, EntryModel.at("", EntryModel.at("locations[0].", typed, usual), usual), usual);
        return "lists/new-customer";
    }

    @PostMapping
    @PageAccess(Role.CSR)
    String save(Form sent, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        EntryReader reader = new EntryReader(sent, form.region(tenant));
        CreateCustomer.Complete complete = reader.customer();
        OptionalLong id = form.create(
                reader,
                response,
                noted -> creation.create(tenant, complete, noted).customer().id());
        if (id.isPresent()) {
            redirect.addFlashAttribute("toast", complete.customer().details().name() + " is added.");
            return "redirect:/customers/" + id.getAsLong();
        }
        form.fill(model, tenant, reader.form(), form.usual(tenant));
        return "lists/new-customer";
    }
}
