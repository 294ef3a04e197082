package org.callboard.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.desk.JobChoices;
import org.callboard.jobs.Priority;
import org.callboard.leads.CreateLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadSource;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Forms;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A lead that somebody enters by hand: for anybody, or for a customer that a link named. */
@Controller
@RequestMapping("/leads")
class NewLeadController {

    /** @param customer for whom it is, with the locations to choose from */
    record View(
            NewLeadForm form,
            LeadChoices.Offered choices,
            JobChoices.Offered offered,
            @Nullable Customer customer,
            List<Option> places) {

        public List<Option> priorities() {
            return Arrays.stream(Priority.values())
                    .map(one -> new Option(one.name(), one.name()))
                    .toList();
        }
    }

    /** The customer is no field to correct: it comes with the link. */
    private static final Set<String> FIELDS = Arrays.stream(NewLeadForm.class.getRecordComponents())
            .map(component -> component.getName())
            .filter(name -> !name.equals("customerId"))
            .collect(Collectors.toSet());

    private final LeadChoices choices;
    private final JobChoices jobChoices;
    private final CreateLead create;
    private final Customers customers;
    private final Locations locations;

    NewLeadController(
            LeadChoices choices, JobChoices jobChoices, CreateLead create, Customers customers, Locations locations) {
        this.choices = choices;
        this.jobChoices = jobChoices;
        this.create = create;
        this.customers = customers;
        this.locations = locations;
    }

    @GetMapping("/new")
    @PageAccess(Role.CSR)
    String blank(
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable Long location,
            Shell shell,
            Model model) {
        Long owner = location == null || customer != null
                ? customer
                : Long.valueOf(locations.get(tenant(), location).customerId());
        return form(NewLeadForm.blank(owner, location, CurrentUser.get().id(), shell.getDates()), owner, model);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    String create(
            NewLeadForm form, Shell shell, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Lead[] made = new Lead[1];
        boolean saved = Forms.saved(model, response, FIELDS, () -> {
            FieldErrors errors = new FieldErrors();
            var draft = form.read(shell.getDates(), errors);
            errors.throwIfAny();
            made[0] = create.create(tenant(), draft, LeadSource.Hand);
        });
        if (!saved) {
            return form(form, known(form.customerId()), model);
        }
        redirect.addFlashAttribute("toast", "The lead is on the list.");
        return "redirect:/leads/" + made[0].id();
    }

    private String form(NewLeadForm form, @Nullable Long customer, Model model) {
        long tenant = tenant();
        model.addAttribute(
                "view",
                new View(
                        form,
                        choices.offered(tenant),
                        jobChoices.offered(tenant),
                        customer == null ? null : customers.get(tenant, customer),
                        customer == null ? List.of() : places(tenant, customer)));
        return "leads/new";
    }

    private List<Option> places(long tenant, long customer) {
        return locations.ofCustomer(tenant, customer).stream()
                .map(one -> Option.of(one.id(), one.details().address().toString()))
                .toList();
    }

    private @Nullable Long known(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}")
                ? customers
                        .find(tenant(), Long.parseLong(id))
                        .map(one -> one.id())
                        .orElse(null)
                : null;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
