package org.callboard.web.locations;

import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.customers.Location;
import org.callboard.customers.LocationOwners;
import org.callboard.customers.Locations;
import org.callboard.people.CurrentUser;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordLists;
import org.callboard.web.records.RecordModel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a location. */
@Controller
class LocationController {

    private final LocationPage page;
    private final Locations locations;
    private final LocationOwners owners;
    private final RecordModel models;
    private final RecordLists lists;

    LocationController(
            LocationPage page, Locations locations, LocationOwners owners, RecordModel models, RecordLists lists) {
        this.page = page;
        this.locations = locations;
        this.owners = owners;
        this.models = models;
        this.lists = lists;
    }

    @GetMapping("/locations/{id}")
    @PageAccess(Role.Viewer)
    String page(@PathVariable long id, Model model) {
        long tenant = CurrentUser.get().tenantId();
        Location location = locations.get(tenant, id);
        OpenRecord record = page.open(tenant, location);
        models.fillPage(model, record);
        lists.fill(model, record);
        model.addAttribute("location", location);
        model.addAttribute(
                "owners",
                owners.of(
                        tenant, location, Objects.requireNonNull(record.owner()).name()));
        return "locations/page";
    }
}
