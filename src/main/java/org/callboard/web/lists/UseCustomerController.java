package org.callboard.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.desk.AddToCustomer;
import org.callboard.desk.AddToCustomer.Decision;
import org.callboard.desk.AddToCustomer.Typed;
import org.callboard.desk.Additions;
import org.callboard.desk.Additions.Piece;
import org.callboard.desk.CustomerOfLead;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was typed in the form for a new customer, or for a location of another one, goes to one who is on record already: first
 * it is shown what becomes of each piece, so that nothing is lost, and then it is done. NotFound where there is no such
 * customer, Conflict where it is not active.
 */
@Controller
class UseCustomerController {

    private static final String SAME = "locations[0].same";

    /** What the form for one location asks, by the names that it has there. */
    private static final Pattern OF_LOCATION = Pattern.compile("name|tagTypeIds|(address\\.|contacts\\[|field\\.).*");

    private final AddToCustomer adding;
    private final CustomerOfLead ofLead;
    private final Customers customers;
    private final EntryModel form;

    UseCustomerController(AddToCustomer adding, CustomerOfLead ofLead, Customers customers, EntryModel form) {
        this.adding = adding;
        this.ofLead = ofLead;
        this.customers = customers;
        this.form = form;
    }

    /** The form with nothing in it: where somebody comes back to who had to sign in meanwhile. */
    @GetMapping("/customers/{id}/use")
    @PageAccess(Role.CSR)
    ModelAndView use(@PathVariable long id) {
        long tenant = CurrentUser.get().tenantId();
        Customer customer = customers.getActive(tenant, id);
        EntryReader reader = new EntryReader(Form.blank(), form.region(tenant));
        return show(customer, reader.form(), reader.typed(customer.details().name()));
    }

    /**
     * Shows what was typed, in the form for a new customer or, where {@code of} says so, in that for a location, and what would
     * become of it; {@code add} says that it is to be done now.
     */
    @PostMapping("/customers/{id}/use")
    @PageAccess(Role.CSR)
    ModelAndView use(@PathVariable long id, Form sent, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        Customer customer = customers.getActive(tenant, id);
        EntryReader reader = new EntryReader(shaped(sent), form.region(tenant));
        Typed typed = reader.typed(customer.details().name());
        Form filled = reader.form();
        if (!filled.hiding("add").has("add")) {
            return show(customer, filled, typed);
        }
        List<Additions> done = new ArrayList<>();
        boolean saved = form.create(reader, response, noted -> {
                    done.add(add(tenant, id, filled, typed, noted));
                    return id;
                })
                .isPresent();
        if (!saved) {
            return show(customer, filled, typed);
        }
        redirect.addFlashAttribute("toast", said(done, customer.details().name()));
        return new ModelAndView("redirect:/customers/" + id);
    }

    private Additions add(long tenant, long id, Form filled, Typed typed, FieldErrors noted) {
        Decision decision = new Decision(chosen(filled), filled.value("seen"));
        Long lead = filled.hiding("lead").id("lead");
        return (lead == null
                        ? adding.add(tenant, id, typed, decision, noted)
                        : ofLead.use(tenant, lead, id, typed, decision, noted))
                .additions();
    }

    private static Set<String> chosen(Form filled) {
        return Set.copyOf(filled.values("take"));
    }

    /** As the form for a new customer has it. At a billing address that nobody typed there is no location. */
    private static Form shaped(Form sent) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        boolean ofLocation = sent.has("of", "location");
        sent.texts().forEach((name, values) -> {
            boolean moves = ofLocation && OF_LOCATION.matcher(name).matches();
            texts.put(moves ? "locations[0]." + name : name, values);
        });
        texts.remove("of");
        boolean nowhere = Stream.of("street", "unit", "city", "zip")
                .flatMap(part -> texts.getOrDefault("address." + part, List.of()).stream())
                .noneMatch(VisibleText::in);
        if (nowhere) {
            texts.remove(SAME);
        }
        return Form.of(texts);
    }

    /** A form that is sent a second time does nothing more. */
    private static String said(List<Additions> done, String name) {
        if (done.isEmpty() || done.getFirst().count() == 0) {
            return name + " has all of it already.";
        }
        Additions added = done.getFirst();
        long places = added.count(Piece.LOCATION);
        long contacts = added.count(Piece.CONTACT);
        List<String> parts = new ArrayList<>();
        say(parts, places, "a location", "locations");
        say(parts, contacts, "a number or address", "numbers or addresses");
        say(parts, added.count() - places - contacts, "one more detail", "more details");
        String last = parts.removeLast();
        return "Added to " + name + ": " + (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last) + ".";
    }

    private static void say(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(count == 1 ? one : count + " " + many);
        }
    }

    private ModelAndView show(Customer customer, Form filled, Typed typed) {
        long tenant = CurrentUser.get().tenantId();
        Additions additions = adding.preview(tenant, customer.id(), typed, chosen(filled));
        return new ModelAndView(
                "lists/use-customer", "view", form.view(tenant, filled, form.usual(tenant), customer, additions));
    }
}
