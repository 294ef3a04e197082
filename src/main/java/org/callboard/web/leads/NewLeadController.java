package org.callboard.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.desk.JobChoices;
import org.callboard.jobs.Priority;
import org.callboard.leads.CreateLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadContacts;
import org.callboard.leads.LeadDraft;
import org.callboard.leads.LeadPerson;
import org.callboard.leads.LeadSource;
import org.callboard.paging.Ids;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A lead that somebody enters by hand: for anybody, or for a customer that a link named. */
@Controller
@RequestMapping("/leads")
class NewLeadController {

    /** @param customer for whom it is, with the locations to choose from */
    record View(
            Form form,
            LeadChoices.Offered choices,
            JobChoices.Offered offered,
            @Nullable Customer customer,
            List<Option> places) {

        public List<Option> businessUnits() {
            return Option.active(offered.businessUnits());
        }

        public List<Option> jobTypes() {
            return Option.active(offered.jobTypes());
        }

        public List<Option> priorities() {
            return Option.of(Priority.class);
        }
    }

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
    ModelAndView blank(
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable Long location,
            Shell shell) {
        Long owner = location == null || customer != null
                ? customer
                : Long.valueOf(locations.get(tenant(), location).customerId());
        if (owner != null) {
            customers.get(tenant(), owner);
        }
        Form form = Form.blank()
                .with("customerId", owner)
                .with("locationId", location)
                .with("country", "USA")
                .with("followUpDate", shell.getDates().tomorrow())
                .with("ownerId", CurrentUser.get().id())
                .with("priority", Priority.Normal);
        return page(form);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView create(Form form, Shell shell, HttpServletResponse response, RedirectAttributes redirect) {
        LeadDraft draft = read(form, shell);
        Lead[] made = new Lead[1];
        if (!form.saved(
                response,
                NewLeadController::field,
                noted -> made[0] = create.create(tenant(), draft, LeadSource.Hand, noted))) {
            return page(form);
        }
        redirect.addFlashAttribute("toast", "The lead is on the list.");
        return new ModelAndView("redirect:/leads/" + made[0].id());
    }

    private static Stream<ContactDraft> contacts(ContactType type, @Nullable String typed, String region) {
        return typed == null ? Stream.empty() : ContactParser.of(type, typed, region).parts(null).stream();
    }

    /** With a customer, who comes with the link and is no field to correct, it needs no name of its own. */
    private static LeadDraft read(Form form, Shell shell) {
        String region = shell.getCompany().region();
        LeadContacts contacts = new LeadContacts(Stream.concat(
                        contacts(ContactType.Phone, form.text("phone"), region),
                        contacts(ContactType.Email, form.text("email"), region))
                .toList());
        LeadPerson typed = new LeadPerson(
                form.text("name"),
                contacts.phone(),
                contacts.email(),
                form.text("street"),
                form.text("unit"),
                form.text("city"),
                form.text("state"),
                form.text("zip"),
                form.text("country"));
        boolean named = typed.leadCustomerName() != null || typed.leadPhone() != null || typed.leadEmail() != null;
        Long customer = form.hiding("customerId").id("customerId");
        form.note(customer == null && !named, "name", "Say who it is, or how to reach them.");
        form.note(new FieldErrors().required("summary", form.text("summary")));
        return new LeadDraft(
                customer,
                form.id("locationId"),
                form.id("businessUnitId"),
                form.id("jobTypeId"),
                form.id("campaignId"),
                form.choice("priority", Priority.class),
                contacts.noted(form.text("summary")),
                form.id("callReasonId"),
                shell.getDates().read(form, "followUpDate"),
                form.id("ownerId"),
                // a country alone says nothing
                typed.placed()
                        ? typed
                        : LeadPerson.at(null, typed.leadCustomerName(), typed.leadPhone(), typed.leadEmail()),
                List.of(),
                null,
                null);
    }

    /** What a lead calls {@code leadPhone} is the form's {@code phone}. */
    private static String field(String path) {
        return path.equals("leadCustomerName")
                ? "name"
                : path.startsWith("lead") ? StringUtils.uncapitalize(path.substring("lead".length())) : path;
    }

    private ModelAndView page(Form form) {
        long tenant = tenant();
        Optional<Customer> customer =
                Optional.ofNullable(Ids.typed(form.value("customerId"))).flatMap(id -> customers.find(tenant, id));
        View view = new View(
                form,
                choices.offered(tenant),
                jobChoices.offered(tenant),
                customer.orElse(null),
                customer.map(one -> places(tenant, one.id())).orElse(List.of()));
        return new ModelAndView("leads/new", "view", view);
    }

    private List<Option> places(long tenant, long customer) {
        return locations.ofCustomer(tenant, customer).stream()
                .map(one -> Option.of(one.id(), one.details().address().toString()))
                .toList();
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
