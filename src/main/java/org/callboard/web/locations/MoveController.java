package org.callboard.web.locations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.RefusalCode;
import org.callboard.search.Hit;
import org.callboard.search.Search;
import org.callboard.web.layout.Form;
import org.callboard.web.records.OpenRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Moves a location to another customer: a house is sold. */
@Controller
@RequestMapping("/locations/{id}/move")
class MoveController {

    private static final int MAX = 12;

    /** @param chosen who was chosen before it was refused */
    record View(OpenRecord rec, @Nullable Customer chosen, Form form) {}

    /** Who may be meant. */
    record Choices(List<Hit> hits, String text) {}

    private final LocationPage page;
    private final Locations locations;
    private final Customers customers;
    private final Search search;

    MoveController(LocationPage page, Locations locations, Customers customers, Search search) {
        this.page = page;
        this.locations = locations;
        this.customers = customers;
        this.search = search;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    ModelAndView form(@PathVariable long id) {
        return form(locations.get(tenant(), id), null, Form.blank());
    }

    /** Customers that fit what was typed; the present owner is none to move to. */
    @GetMapping("/choices")
    @PageAccess(Role.CSR)
    ModelAndView choices(@PathVariable long id, @RequestParam(defaultValue = "") String text) {
        Location location = locations.get(tenant(), id);
        List<Hit> found = search.activeCustomers(tenant(), text, MAX + 1).stream()
                .filter(hit -> hit.id() != location.customerId())
                .limit(MAX)
                .toList();
        return new ModelAndView("locations/move :: choices", "view", new Choices(found, text));
    }

    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView move(@PathVariable long id, Form form, HttpServletRequest request, HttpServletResponse response) {
        Location location = locations.get(tenant(), id);
        Long customer = form.id("customerId");
        Long was = form.id("was");
        form.note(customer == null || was == null, "customerId", "Choose the customer who has it now.");
        if (!form.saved(
                response,
                () -> locations.update(
                        tenant(),
                        id,
                        owner -> moved(owner, Objects.requireNonNull(customer), Objects.requireNonNull(was)),
                        same -> same))) {
            Customer chosen = Optional.ofNullable(customer)
                    .flatMap(other -> customers.find(tenant(), other))
                    .orElse(null);
            return form(location, chosen, form);
        }
        // htmx follows to the page by itself, so no RedirectView takes the message along
        String path = "/locations/" + id;
        RequestContextUtils.getOutputFlashMap(request).put("toast", "The location is moved.");
        RequestContextUtils.saveOutputFlashMap(path, request, response);
        response.setHeader("HX-Redirect", path);
        return new ModelAndView("locations/move :: done");
    }

    /** Under the location's lock: of two who move it at the same time, the second learns of the first. */
    private long moved(long owner, long customer, long was) {
        if (owner != was && owner != customer) {
            String name = customers.get(tenant(), owner).details().name();
            throw RefusalCode.CHANGED_MEANWHILE
                    .refuse("Somebody moved it to " + name
                            + " meanwhile; nothing was saved. Move it again if that was wrong.")
                    .with("movedTo", owner);
        }
        return customer;
    }

    private ModelAndView form(Location location, @Nullable Customer chosen, Form form) {
        return new ModelAndView(
                "locations/move :: form", "view", new View(page.open(tenant(), location), chosen, form));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
