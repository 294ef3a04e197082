package org.callboard.web.duplicates;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.details.RecordKind;
import org.callboard.merging.Choices.Pair;
import org.callboard.merging.Merge;
import org.callboard.merging.MergeRecords;
import org.callboard.merging.MergeSure;
import org.callboard.merging.Preview;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.Refusal.Stale;
import org.callboard.web.layout.Form;
import org.callboard.web.records.RecordPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Merging many pairs with one click, where nobody has to choose anything: first all of them are shown. */
@Controller
@RequestMapping({"/customers/duplicates/sure", "/locations/duplicates/sure"})
class SureController {

    private static final Pattern PAIR = Pattern.compile("\\d{1,15}-\\d{1,15}");

    /** @param planTag what is merged must be what was shown */
    record View(RecordKind kind, List<Preview> previews, String planTag) {

        public String path() {
            return DuplicatesView.path(kind);
        }
    }

    private final MergeSure sure;
    private final MergeRecords merging;

    SureController(MergeSure sure, MergeRecords merging) {
        this.sure = sure;
        this.merging = merging;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView show(RecordPage<?> page) {
        var found = sure.find(page.kind(), tenant());
        return new ModelAndView("duplicates/sure", "view", new View(page.kind(), found.previews(), found.planTag()));
    }

    /** Where anything is not as it was shown, nothing is merged, and the page shows what is. */
    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView merge(RecordPage<?> page, Form form, RedirectAttributes redirect) {
        String path = DuplicatesView.path(page.kind());
        List<Merge> merges;
        try {
            merges = merging.mergePairs(page.kind(), tenant(), pairs(form), form.value("planTag"));
        } catch (Stale | Conflict | Invalid | NotFound e) {
            redirect.addFlashAttribute(
                    "toastProblem", "Something was changed meanwhile, and nothing is merged. Look once more.");
            return new ModelAndView("redirect:" + path + "/sure");
        }
        Merge first = merges.getFirst();
        String noun = page.kind().word() + (merges.size() == 1 ? " is" : "s are");
        redirect.addFlashAttribute("toast", merges.size() + " " + noun + " merged.");
        redirect.addFlashAttribute(
                "toastUndo",
                first.batchId() == null
                        ? "/merges/" + first.id() + "/undo"
                        : "/merges/batches/" + first.batchId() + "/undo");
        return new ModelAndView("redirect:" + path);
    }

    private static List<Pair> pairs(Form form) {
        return form.values("pair").stream()
                .filter(text -> PAIR.matcher(text).matches())
                .map(text ->
                        Arrays.stream(text.split("-", -1)).map(Long::valueOf).toList())
                .map(ids -> new Pair(ids.getFirst(), ids.getLast()))
                .toList();
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
