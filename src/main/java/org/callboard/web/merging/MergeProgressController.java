package org.callboard.web.merging;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.merging.Merge;
import org.callboard.merging.Merges;
import org.callboard.people.CurrentUser;
import org.callboard.web.records.OpenRecord;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A merge, or its undo, that goes on in the background; one that is done leads to the record that it left. */
@Controller
@RequestMapping("/merges/{id}")
class MergeProgressController {

    private final Merges merges;
    private final MergeNames names;

    MergeProgressController(Merges merges, MergeNames names) {
        this.merges = merges;
        this.names = names;
    }

    /** NotFound where there is no such merge. */
    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView show(@PathVariable long id) {
        Merge merge = merges.get(tenant(), id);
        return switch (merge.state()) {
            case Waiting, UndoWaiting, Failed ->
                new ModelAndView("merging/progress", "view", names.of(tenant(), merge));
            case Done ->
                merge.failure() == null
                        ? new ModelAndView(MergeController.after(merge))
                        : new ModelAndView("merging/progress", "view", names.of(tenant(), merge));
            case Undone -> new ModelAndView("redirect:" + OpenRecord.path(merge.kind()) + "/" + merge.removedId());
        };
    }

    /** The part of the page that is fetched again and again; at the end it asks for what came of it. */
    @GetMapping("/progress")
    @PageAccess(Role.Manager)
    ModelAndView progress(@PathVariable long id, HttpServletResponse response) {
        Merge merge = merges.get(tenant(), id);
        if (!merge.isUnderway()) {
            response.setHeader("HX-Redirect", "/merges/" + id);
        }
        return new ModelAndView("merging/progress :: progress", "view", names.of(tenant(), merge));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
