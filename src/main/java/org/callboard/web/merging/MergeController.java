package org.callboard.web.merging;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.details.RecordKind;
import org.callboard.http.ApiErrors;
import org.callboard.merging.Choices;
import org.callboard.merging.Merge;
import org.callboard.merging.MergeRecords;
import org.callboard.merging.Merges;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Stale;
import org.callboard.web.layout.Form;
import org.callboard.web.records.OpenRecord;
import org.callboard.web.records.RecordPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two customers or two locations become one: what would come of it, and doing it. */
@Controller
@RequestMapping({"/customers/merge", "/locations/merge"})
class MergeController {

    private final MergeModel model;
    private final ChooseModel choose;
    private final MergeRecords merging;
    private final Merges merges;

    MergeController(MergeModel model, ChooseModel choose, MergeRecords merging, Merges merges) {
        this.model = model;
        this.choose = choose;
        this.merging = merging;
        this.merges = merges;
    }

    /** The two side by side; with one alone, a search for the other. */
    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page(
            RecordPage<?> page,
            @RequestParam(required = false) @Nullable Long keep,
            @RequestParam(required = false) @Nullable Long with,
            @RequestParam(defaultValue = "") String text,
            Form form) {
        RecordKind kind = page.kind();
        if (keep == null) {
            return new ModelAndView("redirect:" + OpenRecord.path(kind));
        }
        if (with == null || keep.equals(with)) {
            return new ModelAndView("merging/choose", "view", choose.of(page, tenant(), keep, text));
        }
        Optional<Merge> done = merges.standing(kind, tenant(), with).filter(merge -> merge.keptId() == keep);
        return done.isPresent()
                ? new ModelAndView(after(done.get()))
                : new ModelAndView("merging/merge", "view", model.page(page, tenant(), keep, with, form, null));
    }

    /** What would come of other choices; the address of the page follows them. */
    @GetMapping("/preview")
    @PageAccess(Role.Manager)
    ModelAndView preview(
            RecordPage<?> page,
            @RequestParam long keep,
            @RequestParam long with,
            Form form,
            HttpServletResponse response) {
        MergeView.Outcome outcome = model.outcome(page, tenant(), keep, with, form);
        response.setHeader("HX-Replace-Url", outcome.address());
        return new ModelAndView("merging/merge :: outcome", "outcome", outcome);
    }

    /**
     * Merges what was looked at. {@code act} says what else a button asks for: to keep the other one, or, without scripts, to
     * look at what the choices do.
     */
    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView merge(
            RecordPage<?> page,
            @RequestParam long keep,
            @RequestParam long with,
            @RequestParam(defaultValue = "") String act,
            Form form,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RecordKind kind = page.kind();
        Choices choices = MergeForm.read(form);
        String asked = MergeForm.query(choices);
        if (act.equals("swap")) {
            String other = MergeForm.query(MergeForm.swapped(choices));
            return new ModelAndView("redirect:" + MergeWords.address(kind, with, keep, other, MergeModel.from(form)));
        } else if (act.equals("preview")) {
            return new ModelAndView("redirect:" + MergeWords.address(kind, keep, with, asked, MergeModel.from(form)));
        } else if (!asked.equals(form.value("seen"))) {
            return again(page, keep, with, form, "Nothing is merged yet: look at what your choices do.", response);
        }
        Merge merge;
        try {
            merge = merging.merge(kind, tenant(), keep, with, choices, form.value("planTag"));
        } catch (Stale e) {
            return again(
                    page,
                    keep,
                    with,
                    form,
                    "Somebody changed one of the two meanwhile, and nothing is merged. Your choices are kept: look once more.",
                    response);
        } catch (Conflict e) {
            return again(page, keep, with, form, "Nothing is merged.", response);
        }
        if (MergeModel.from(form) == null || merge.state() == Merge.State.Waiting) {
            return new ModelAndView(after(merge));
        }
        String name = page.open(tenant(), keep).name();
        redirect.addFlashAttribute("toast", page.open(tenant(), with).name() + " is merged into " + name + ".");
        redirect.addFlashAttribute("toastUndo", UndoMergeController.path(merge.id()));
        return new ModelAndView("redirect:" + OpenRecord.path(kind) + "/duplicates");
    }

    /** The page once more, with what was chosen, and with why nothing is merged. */
    private ModelAndView again(
            RecordPage<?> page, long keep, long with, Form form, String news, HttpServletResponse response) {
        MergeView view = model.page(page, tenant(), keep, with, form, news);
        ApiErrors.head(response, HttpStatus.UNPROCESSABLE_CONTENT);
        return new ModelAndView("merging/merge", "view", view);
    }

    /** Where a merge is told of. */
    static String after(Merge merge) {
        return merge.isUnderway()
                ? "redirect:/merges/" + merge.id()
                : "redirect:" + OpenRecord.path(merge.kind()) + "/" + merge.keptId() + "?from=" + merge.removedId();
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
