package org.callboard.web.merging;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.http.ApiErrors;
import org.callboard.merging.Merge;
import org.callboard.merging.MergeRecords;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Stale;
import org.callboard.web.layout.Form;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that were chosen in a list become one. */
@Controller
@RequestMapping({"/customers/merge/several", "/locations/merge/several"})
class MergeSeveralController {

    private static final int MAX = 20;

    private final SeveralModel model;
    private final MergeRecords merging;

    MergeSeveralController(SeveralModel model, MergeRecords merging) {
        this.model = model;
        this.merging = merging;
    }

    /** Two go to the page of a merge; of more it is chosen which is kept, and shown what becomes of the others. */
    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page(RecordPage<?> page, Form form) {
        List<Long> chosen = chosen(form);
        if (chosen.isEmpty()) {
            return new ModelAndView("redirect:" + OpenRecord.path(page.kind()));
        }
        long kept = kept(form, chosen);
        if (chosen.size() < 3) {
            return new ModelAndView("redirect:"
                    + (chosen.size() == 2
                            ? MergeWords.query(page.kind(), chosen.getFirst(), chosen.getLast())
                            : MergeView.path(page.kind()) + "?keep=" + kept));
        }
        return new ModelAndView("merging/several", "view", model.of(page, tenant(), kept, chosen, null));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView merge(RecordPage<?> page, Form form, HttpServletResponse response, RedirectAttributes redirect) {
        List<Long> chosen = chosen(form);
        form.note(chosen.size() < 2, "id", "Choose at least two.");
        form.refuseIfWrong();
        long kept = kept(form, chosen);
        if (!form.has("seen", kept)) {
            return again(page, kept, chosen, "Nothing is merged yet: look at what keeping this one does.", response);
        }
        List<Long> removed = chosen.stream().filter(id -> id != kept).toList();
        List<Merge> merges;
        try {
            merges = merging.mergeAll(page.kind(), tenant(), kept, removed, form.value("planTag"));
        } catch (Stale e) {
            String news = "Somebody changed one of them meanwhile, and nothing is merged. Look once more.";
            return again(page, kept, chosen, news, response);
        } catch (Conflict e) {
            return again(page, kept, chosen, "Nothing is merged.", response);
        }
        Merge first = merges.getFirst();
        redirect.addFlashAttribute(
                "toast",
                MergeWords.count(merges.size(), page.kind().word()) + (merges.size() == 1 ? " is" : " are")
                        + " merged into this one.");
        redirect.addFlashAttribute(
                "toastUndo",
                first.batchId() == null
                        ? UndoMergeController.path(first.id())
                        : SeveralModel.undoPath(first.batchId()));
        return new ModelAndView("redirect:" + OpenRecord.path(page.kind()) + "/" + kept);
    }

    private ModelAndView again(
            RecordPage<?> page, long kept, List<Long> chosen, String news, HttpServletResponse response) {
        ModelAndView again = new ModelAndView("merging/several", "view", model.of(page, tenant(), kept, chosen, news));
        ApiErrors.head(response, HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /** Invalid for more than can be looked at, and for what is no id. */
    private static List<Long> chosen(Form form) {
        List<Long> chosen = form.ids("id").stream().distinct().toList();
        form.note(chosen.size() > MAX, "id", "At most " + MAX + " can be merged at once.");
        form.refuseIfWrong();
        return chosen;
    }

    private static long kept(Form form, List<Long> chosen) {
        Long kept = form.id("keep");
        return chosen.contains(kept) ? Objects.requireNonNull(kept) : chosen.getFirst();
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
