package org.callboard.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
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

    private static final FollowUpQuery NO_FILTERS = new FollowUpQuery(null, null, null, null, null, null, null);

    /** The customer is no field to correct: it comes with the link. */
    private static final Set<String> FIELDS = Arrays.stream(NewLeadForm.class.getRecordComponents())
            .map(component -> component.getName())
            .filter(name -> !name.equals("customerId"))
            .collect(Collectors.toSet());

    private final LeadPageModel pages;
    private final LeadChoices choices;
    private final JobChoices jobChoices;
    private final CreateLead create;
    private final Customers customers;
    private final Locations locations;

    NewLeadController(
            LeadPageModel pages,
            LeadChoices choices,
            JobChoices jobChoices,
            CreateLead create,
            Customers customers,
            Locations locations) {
        this.pages = pages;
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
            Model model) {
        Long owner = location == null || customer != null
                ? customer
                : Long.valueOf(locations.get(tenant(), location).customerId());
        return form(NewLeadForm.blank(owner, location, CurrentUser.get().id(), pages.dates()), owner, model);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    String create(NewLeadForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Lead[] made = new Lead[1];
        boolean saved = Forms.saved(model, response, FIELDS, () -> {
            FieldErrors errors = new FieldErrors();
            var draft = form.read(pages.dates(), errors);
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
        pages.frame(model, NO_FILTERS);
        choices.fill(model, tenant);
        model.addAttribute("form", form);
        model.addAttribute("offered", jobChoices.offered(tenant));
        model.addAttribute(
                "priorities",
                Arrays.stream(Priority.values())
                        .map(one -> new Option(one.name(), one.name()))
                        .toList());
        if (customer != null) {
            model.addAttribute("customer", customers.get(tenant, customer));
            model.addAttribute("places", places(tenant, customer));
        }
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
