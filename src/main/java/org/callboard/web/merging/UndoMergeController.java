package org.callboard.web.merging;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.http.ApiErrors;
import org.callboard.merging.Merge;
import org.callboard.merging.Merges;
import org.callboard.merging.UndoChoices;
import org.callboard.merging.UndoMerge;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Stale;
import org.callboard.web.layout.Form;
import org.callboard.web.records.OpenRecord;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a merge back, after a look at what goes back and what stays. */
@Controller
@RequestMapping("/merges/{id}/undo")
class UndoMergeController {

    private final Merges merges;
    private final UndoMerge undo;
    private final UndoModel model;

    UndoMergeController(Merges merges, UndoMerge undo, UndoModel model) {
        this.merges = merges;
        this.undo = undo;
        this.model = model;
    }

    /** The address of this page. */
    static String path(long merge) {
        return "/merges/" + merge + "/undo";
    }

    /** NotFound where there is no such merge; one that does not stand leads to what became of it. */
    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page(@PathVariable long id, Form form) {
        Merge merge = merges.get(tenant(), id);
        return merge.state() == Merge.State.Done
                ? new ModelAndView("merging/undo", "view", model.of(tenant(), merge, form, null))
                : new ModelAndView("redirect:/merges/" + id);
    }

    /** What other choices would do. */
    @GetMapping("/preview")
    @PageAccess(Role.Manager)
    ModelAndView preview(@PathVariable long id, Form form) {
        return new ModelAndView(
                "merging/undo :: outcome", "view", model.of(tenant(), merges.get(tenant(), id), form, null));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView undo(@PathVariable long id, Form form, HttpServletResponse response, RedirectAttributes redirect) {
        Merge asked = merges.get(tenant(), id);
        UndoChoices choices = UndoForm.read(form);
        if (!UndoForm.text(choices).equals(form.value("seen"))) {
            return again(asked, form, "Nothing is undone yet: look at what your choices do.", response);
        }
        Merge merge;
        try {
            merge = undo.undo(tenant(), id, choices, form.value("planTag"));
        } catch (Stale e) {
            return again(
                    asked,
                    form,
                    "Something was changed meanwhile, and nothing is undone. Your choices are kept: look once more.",
                    response);
        } catch (Conflict e) {
            return again(asked, form, "Nothing is undone.", response);
        }
        if (merge.state() != Merge.State.Undone) {
            return new ModelAndView("redirect:/merges/" + id);
        }
        redirect.addFlashAttribute(
                "toast", "The merge is undone: this " + merge.kind().word() + " is a record of its own again.");
        return new ModelAndView("redirect:" + OpenRecord.path(merge.kind()) + "/" + merge.removedId());
    }

    private ModelAndView again(Merge merge, Form form, String news, HttpServletResponse response) {
        ModelAndView again = new ModelAndView("merging/undo", "view", model.of(tenant(), merge, form, news));
        ApiErrors.head(response, HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
