package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.ContactType;
import org.callboard.customers.CreateCustomer;
import org.callboard.http.SentForms;
import org.callboard.lists.UsualPlaces;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
    private final SentForms forms;

    NewCustomerController(CreateCustomer creation, EntryModel form, SentForms forms) {
        this.creation = creation;
        this.form = form;
        this.forms = forms;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    String start(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            Model model) {
        long tenant = CurrentUser.get().tenantId();
        UsualPlaces.Place usual = form.usual(tenant);
        Entry entry = Entry.empty()
                .with("name", name)
                .with("address.state", usual.state())
                .with("address.country", usual.country())
                .with("contacts[0].type", ContactType.MobilePhone.name())
                .with("contacts[0].value", phone)
                .with("contacts[1].type", ContactType.Email.name())
                .with("contacts[1].value", email)
                .with("locations[0].same", "true")
                .with("locations[0].address.state", usual.state())
                .with("locations[0].address.country", usual.country());
        form.fill(model, tenant, entry, usual, Map.of());
        return "lists/new-customer";
    }

    @PostMapping
    @PageAccess(Role.CSR)
    String save(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        Entry entry = Entry.of(sent);
        FieldErrors errors = new FieldErrors();
        EntryReader reader = new EntryReader(entry, form.region(tenant), errors);
        CreateCustomer.Complete complete = reader.customer();
        Map<String, List<String>> wrong;
        try {
            long id = forms.once(
                    entry.token(),
                    entry.content(),
                    () -> creation.create(tenant, complete, errors).customer().id());
            redirect.addFlashAttribute("toast", complete.customer().details().name() + " is added.");
            return "redirect:/customers/" + id;
        } catch (Refusal e) {
            wrong = EntryModel.refused(e, model, response);
        }
        if (model.getAttribute("saved") == null) {
            model.addAttribute("once", entry.token());
        }
        form.fill(model, tenant, entry, form.usual(tenant), reader.atFields(wrong));
        return "lists/new-customer";
    }
}
