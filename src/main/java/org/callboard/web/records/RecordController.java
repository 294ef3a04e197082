package org.callboard.web.records;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.web.layout.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The page of a customer or a location, and the further rows of its lists. */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class RecordController {

    private final RecordModel models;
    private final RecordLists lists;
    private final MergedRecords merged;

    RecordController(RecordModel models, RecordLists lists, MergedRecords merged) {
        this.models = models;
        this.lists = lists;
        this.merged = merged;
    }

    /**
     * The page; that of a merged record leads to who lives on.
     *
     * @param from the merged record that led here
     * @param stay whether a merged record is to be seen itself
     */
    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView page(
            RecordPage<?> page,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(defaultValue = "false") boolean stay) {
        return show(page, id, from, stay);
    }

    private <T> ModelAndView show(RecordPage<T> page, long id, @Nullable Long from, boolean stay) {
        T stored = page.get(tenant(), id);
        OpenRecord record = page.open(tenant(), stored);
        OpenRecord.Ref survivor = record.mergedTo();
        if (survivor != null && !stay) {
            RedirectView there = new RedirectView(OpenRecord.path(page.kind()) + "/" + survivor.id() + "?from=" + id);
            there.setStatusCode(HttpStatus.SEE_OTHER);
            return new ModelAndView(there);
        }
        RecordView view = models.page(record, page.own(tenant(), stored, record), merged.line(page, record, from));
        return new ModelAndView("records/page", "view", view);
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

    @GetMapping("/calls")
    @PageAccess(Role.Viewer)
    ModelAndView calls(RecordPage<?> page, @PathVariable long id, @RequestParam(defaultValue = "1") int number) {
        return new ModelAndView("records/work :: calls", "calls", lists.calls(page.open(tenant(), id), number));
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
