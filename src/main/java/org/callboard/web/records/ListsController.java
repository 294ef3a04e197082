package org.callboard.web.records;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Further rows of the lists on a record's page, to go below those that are there. */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class ListsController {

    private final RecordModel models;
    private final RecordLists lists;

    ListsController(RecordModel models, RecordLists lists) {
        this.models = models;
        this.lists = lists;
    }

    @GetMapping("/jobs")
    @PageAccess(Role.Viewer)
    String jobs(RecordPage page, @PathVariable long id, @RequestParam(defaultValue = "1") int number, Model model) {
        OpenRecord record = page.open(CurrentUser.get().tenantId(), id);
        models.fill(model, record);
        lists.fillJobs(model, record, number);
        return "records/work :: jobs";
    }

    @GetMapping("/bookings")
    @PageAccess(Role.Viewer)
    String bookings(RecordPage page, @PathVariable long id, @RequestParam(defaultValue = "1") int number, Model model) {
        OpenRecord record = page.open(CurrentUser.get().tenantId(), id);
        models.fill(model, record);
        lists.fillBookings(model, record, number);
        return "records/work :: bookings";
    }
}
