package org.callboard.web.merging;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.http.ApiErrors;
import org.callboard.merging.Merge;
import org.callboard.merging.Merges;
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

/** Takes back all merges that were made at once. */
@Controller
@RequestMapping("/merges/batches/{id}/undo")
class UndoSeveralController {

    private final SeveralModel model;
    private final UndoMerge undo;
    private final Merges merges;

    UndoSeveralController(SeveralModel model, UndoMerge undo, Merges merges) {
        this.model = model;
        this.undo = undo;
        this.merges = merges;
    }

    /** NotFound where there is no such batch. */
    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page(@PathVariable long id) {
        SeveralModel.UndoAll view = model.undo(tenant(), id, null);
        return view.merges().isEmpty()
                ? new ModelAndView("redirect:" + record(id))
                : new ModelAndView("merging/undo-several", "view", view);
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView undo(@PathVariable long id, Form form, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            int count = undo.undoBatch(tenant(), id, form.value("planTag")).size();
            redirect.addFlashAttribute(
                    "toast", MergeWords.count(count, "merge") + (count == 1 ? " is" : " are") + " undone.");
            return new ModelAndView("redirect:" + record(id));
        } catch (Stale e) {
            return again(id, "Something was changed meanwhile, and nothing is undone. Look once more.", response);
        } catch (Conflict e) {
            return again(id, "Nothing is undone.", response);
        }
    }

    private ModelAndView again(long batch, String news, HttpServletResponse response) {
        ModelAndView again = new ModelAndView("merging/undo-several", "view", model.undo(tenant(), batch, news));
        ApiErrors.head(response, HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /** The page of the record that was kept. */
    private String record(long batch) {
        Merge first = merges.get(tenant(), batch);
        return OpenRecord.path(first.kind()) + "/" + first.keptId();
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
