package org.callboard.web.records;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.web.layout.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a customer or a location, and the further rows of its lists. */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class RecordController {

    private final RecordModel models;
    private final RecordLists lists;

    RecordController(RecordModel models, RecordLists lists) {
        this.models = models;
        this.lists = lists;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView page(RecordPage<?> page, @PathVariable long id) {
        return new ModelAndView("records/page", "view", view(page, id));
    }

    private <T> RecordView view(RecordPage<T> page, long id) {
        T stored = page.get(tenant(), id);
        OpenRecord record = page.open(tenant(), stored);
        return models.page(record, page.own(tenant(), stored, record));
    }

    @GetMapping("/jobs")
    @PageAccess(Role.Viewer)
    ModelAndView jobs(RecordPage<?> page, @PathVariable long id, @RequestParam(defaultValue = "1") int number) {
        return new ModelAndView("records/work :: jobs", "jobs", lists.jobs(page.open(tenant(), id), number));
    }

    @GetMapping("/bookings")
    @PageAccess(Role.Viewer)
    ModelAndView bookings(RecordPage<?> page, @PathVariable long id, @RequestParam(defaultValue = "1") int number) {
        return new ModelAndView(
                "records/work :: bookings", "bookings", lists.bookings(page.open(tenant(), id), number));
    }

    /** Takes the record out of use, or back into it. */
    @PostMapping("/active")
    @PageAccess(Role.Manager)
    String activate(
            RecordPage<?> page, @PathVariable long id, @RequestParam boolean active, RedirectAttributes redirect) {
        page.open(tenant(), id);
        try {
            page.activate(tenant(), id, active);
            redirect.addFlashAttribute("toast", active ? "It is active again." : "It is deactivated.");
        } catch (Invalid | Conflict e) {
            redirect.addFlashAttribute("refusal", Forms.sentence(e));
        }
        return "redirect:" + OpenRecord.path(page.kind()) + "/" + id;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
