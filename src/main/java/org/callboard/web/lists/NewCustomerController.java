package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.lists.UsualPlaceStore;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
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
    ModelAndView start(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email) {
        long tenant = CurrentUser.get().tenantId();
        UsualPlaceStore.Place usual = form.usual(tenant);
        Form typed = Form.blank()
                .with("name", name)
                .with("contacts[0].type", ContactType.MobilePhone)
                .with("contacts[0].value", phone)
                .with("contacts[1].type", ContactType.Email)
                .with("contacts[1].value", email)
                .with("locations[0].same", true);
        return show(EntryModel.at("", EntryModel.at("locations[0].", typed, usual), usual), usual);
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
                noted -> creation.create(tenant, complete, noted).customer().id());
        if (id.isPresent()) {
            redirect.addFlashAttribute("toast", complete.customer().details().name() + " is added.");
            return new ModelAndView("redirect:/customers/" + id.getAsLong());
        }
        return show(reader.form(), form.usual(tenant));
    }

    private ModelAndView show(Form typed, UsualPlaceStore.Place usual) {
        long tenant = CurrentUser.get().tenantId();
        return new ModelAndView("lists/new-customer", "view", form.view(tenant, typed, usual, null));
    }
}
