package org.callboard.web.records;

import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.web.layout.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a record out of use, or back into it. */
@Controller
@RequestMapping({"/customers/{id}", "/locations/{id}"})
class ActiveController {

    @PostMapping("/active")
    @PageAccess(Role.Manager)
    String activate(RecordPage page, @PathVariable long id, @RequestParam boolean active, RedirectAttributes redirect) {
        page.open(CurrentUser.get().tenantId(), id);
        try {
            page.activate(CurrentUser.get().tenantId(), id, active);
            redirect.addFlashAttribute("toast", active ? "It is active again." : "It is deactivated.");
        } catch (Invalid | Conflict e) {
            redirect.addFlashAttribute("refusal", Forms.sentence(e));
        }
        return "redirect:" + OpenRecord.path(page.kind()) + "/" + id;
    }
}
