package org.callboard.web.customers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.customers.Customer;
import org.callboard.customers.Customers;
import org.callboard.locations.Locations;
import org.callboard.locations.UpdateLocation;
import org.callboard.tenants.CurrentUser;
import org.callboard.tenants.PageAccess;
import org.callboard.tenants.Role;
import org.callboard.web.layout.Forms;
import org.callboard.web.records.AddressParts;
import org.callboard.web.records.Field;
import org.callboard.web.records.Part;
import org.callboard.web.records.RecordModel;
import org.callboard.web.records.Values;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds a location to a customer; what else is known of it is filled in on its own page. */
@Controller
@RequestMapping("/customers/{id}/locations")
class NewLocationController {

    private static final List<Part> PARTS = Stream.concat(
                    Stream.of(Part.text("name", "Name", 200).needed()), AddressParts.postal().stream())
            .toList();
    private static final Set<String> NAMES = PARTS.stream().map(Part::name).collect(Collectors.toSet());

    private final CustomerPage page;
    private final Customers customers;
    private final Locations locations;
    private final UpdateLocation owners;
    private final RecordModel models;

    NewLocationController(
            CustomerPage page, Customers customers, Locations locations, UpdateLocation owners, RecordModel models) {
        this.page = page;
        this.customers = customers;
        this.locations = locations;
        this.owners = owners;
        this.models = models;
    }

    @GetMapping("/new")
    @PageAccess(Role.CSR)
    String blank(@PathVariable long id, Model model) {
        Customer customer = customers.get(tenant(), id);
        return form(customer, Field.group("location", "New location", PARTS, usual(customer)), model);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        Customer customer = customers.get(tenant(), id);
        Field field = Field.group("location", "New location", PARTS, usual(customer));
        if (Forms.saved(model, response, NAMES, () -> {
            Values place = field.read(form);
            owners.requireCustomer(tenant(), id);
            long location = locations.create(tenant(), id, place.get("name"), AddressParts.address(place), List.of());
            response.setHeader("HX-Redirect", "/locations/" + location);
        })) {
            return "customers/locations :: added";
        }
        model.addAttribute("typed", field.typed(form));
        return form(customer, field, model);
    }

    /** Most further locations lie near the first. */
    private static Values usual(Customer customer) {
        return new Values(Map.of(
                "state",
                customer.address().state(),
                "country",
                customer.address().country()));
    }

    private String form(Customer customer, Field field, Model model) {
        models.fill(model, page.open(tenant(), customer));
        model.addAttribute("field", field);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", field.values());
        }
        return "customers/locations :: form";
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
