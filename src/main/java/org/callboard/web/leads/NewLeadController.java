package org.callboard.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.calls.Call;
import org.callboard.calls.Calls;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Locations;
import org.callboard.desk.AddToCustomer;
import org.callboard.desk.Additions;
import org.callboard.desk.CustomerOfCall;
import org.callboard.desk.JobChoices;
import org.callboard.desk.LeadForCustomer;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Priority;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadDraft;
import org.callboard.mergedids.MergedIds;
import org.callboard.paging.Ids;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.NewPerson;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
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

    /** Says that the customer was found while the lead was typed, and so may not have all of it. */
    private static final String USED = "used";

    /**
     * What the page shows.
     *
     * @param customer for whom it is, with the locations to choose from
     * @param additions what the customer gets of what was typed before it was known whose it is; null where it was
     */
    record View(
            Form form,
            LeadChoices.Offered choices,
            JobChoices.Offered offered,
            @Nullable Customer customer,
            List<Option> places,
            @Nullable Additions additions) {

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
    private final LeadForCustomer create;
    private final Calls calls;
    private final CustomerOfCall ofCalls;
    private final AddToCustomer adding;
    private final Customers customers;
    private final Locations locations;
    private final MergedIds mergedIds;

    NewLeadController(
            LeadChoices choices,
            JobChoices jobChoices,
            LeadForCustomer create,
            Calls calls,
            CustomerOfCall ofCalls,
            AddToCustomer adding,
            Customers customers,
            Locations locations,
            MergedIds mergedIds) {
        this.choices = choices;
        this.jobChoices = jobChoices;
        this.create = create;
        this.calls = calls;
        this.ofCalls = ofCalls;
        this.adding = adding;
        this.customers = customers;
        this.locations = locations;
        this.mergedIds = mergedIds;
    }

    @GetMapping("/new")
    @PageAccess(Role.CSR)
    ModelAndView blank(
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable Long location,
            @RequestParam(required = false) @Nullable Long call,
            NewPerson person,
            Shell shell) {
        if (call != null) {
            return page(ofCall(call, shell), shell);
        }
        Long owner = location == null || customer != null
                ? customer
                : Long.valueOf(locations.get(tenant(), location).customerId());
        if (owner != null) {
            customers.get(tenant(), owner);
        }
        return page(begun(owner, location, person, shell), shell);
    }

    /** The form of one more lead of a telephone call, credited to where that came from. */
    private Form ofCall(long id, Shell shell) {
        Call call = calls.get(tenant(), id);
        MergedIds.Place at = ofCalls.of(tenant(), id);
        String number = call.number();
        NewPerson person = at.customerId() != null || number == null
                ? NewPerson.NOBODY
                : new NewPerson(call.telephone().callerName(), number, null, null, null, null, null, null);
        return begun(at.customerId(), at.locationId(), person, shell)
                .with("call", id)
                .with("campaignId", call.handling().campaignId())
                .with("businessUnitId", call.handling().businessUnitId());
    }

    private Form begun(@Nullable Long customer, @Nullable Long location, NewPerson person, Shell shell) {
        return Form.blank()
                .with("customerId", live(RecordKind.Customer, customer))
                .with("locationId", live(RecordKind.Location, location))
                .with("name", person.name())
                .with("phone", person.phone())
                .with("email", person.email())
                .with("street", person.street())
                .with("unit", person.unit())
                .with("city", person.city())
                .with("state", person.state())
                .with("zip", person.zip())
                .with("country", "USA")
                .with("followUpDate", shell.getDates().tomorrow())
                .with("ownerId", CurrentUser.get().id())
                .with("priority", Priority.Normal);
    }

    /** Who lives on of a record that an old link may name. */
    private @Nullable Long live(RecordKind kind, @Nullable Long id) {
        return id == null ? null : mergedIds.survivor(kind, tenant(), id).orElse(id);
    }

    /** {@code use} names a customer on record whose lead it is to be: nothing is saved then, and the form says so. */
    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView create(Form form, Shell shell, HttpServletResponse response, RedirectAttributes redirect) {
        Long use = form.hiding("use").id("use");
        if (use != null) {
            return page(used(form, use), shell);
        }
        LeadDraft draft = NewLeadForm.read(form, shell);
        Lead[] made = new Lead[1];
        if (!form.saved(
                response,
                path -> NewLeadForm.field(path, form),
                noted -> made[0] = create(draft, form, shell, noted))) {
            return page(form, shell);
        }
        redirect.addFlashAttribute("toast", "The lead is on the list.");
        return new ModelAndView("redirect:/leads/" + made[0].id());
    }

    /** The form of a lead of that customer, who gets what was typed so far. */
    private Form used(Form form, long customer) {
        customers.getActive(tenant(), customer);
        Map<String, List<String>> texts = new LinkedHashMap<>(form.texts());
        texts.keySet().removeAll(List.of("use", "locationId"));
        texts.put("customerId", List.of(Long.toString(customer)));
        texts.put(USED, List.of("true"));
        texts.put("toCustomer", List.of("true"));
        return Form.of(texts);
    }

    private Lead create(LeadDraft draft, Form form, Shell shell, FieldErrors noted) {
        Long customer = draft.customerId();
        Long call = form.hiding("call").id("call");
        if (customer == null || !form.flag(USED) || !form.flag("toCustomer")) {
            return create.create(tenant(), draft, call, noted);
        }
        return create.create(
                tenant(), draft, NewLeadForm.typed(form, shell, customers.getActive(tenant(), customer)), call, noted);
    }

    private ModelAndView page(Form form, Shell shell) {
        long tenant = tenant();
        boolean used = form.flag(USED);
        Optional<Customer> customer =
                Optional.ofNullable(Ids.typed(form.value("customerId"))).flatMap(id -> customers.find(tenant, id));
        View view = new View(
                form,
                choices.offered(tenant),
                jobChoices.offered(tenant),
                customer.orElse(null),
                customer.map(one -> places(tenant, one.id())).orElse(List.of()),
                customer.filter(one -> used)
                        .map(one -> adding.preview(tenant, one.id(), NewLeadForm.typed(form, shell, one), Set.of()))
                        .orElse(null));
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
