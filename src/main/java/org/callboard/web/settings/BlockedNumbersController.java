package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.people.CurrentUser;
import org.callboard.phonelines.BlockedNumbers;
import org.callboard.web.Phones;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The numbers whose calls bother nobody. */
@Controller
@RequestMapping("/settings/blocked-numbers")
class BlockedNumbersController {

    private static final String LIST = "redirect:/settings/blocked-numbers";

    private final BlockedNumbers numbers;
    private final Tenants tenants;

    BlockedNumbersController(BlockedNumbers numbers, Tenants tenants) {
        this.numbers = numbers;
        this.tenants = tenants;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    String list(Model model) {
        return page(model, Form.blank());
    }

    @PostMapping
    @PageAccess(Role.Manager)
    String block(Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        Runnable block =
                () -> numbers.block(tenant, form.textOrEmpty("number"), form.text("memo"), form.flag("anyway"));
        if (!form.saved(response, block)) {
            return page(model, form);
        }
        redirect.addFlashAttribute("toast", shown(form.textOrEmpty("number")) + " is blocked.");
        return LIST;
    }

    @PostMapping("/{id}/unblock")
    @PageAccess(Role.Manager)
    String unblock(@PathVariable long id, RedirectAttributes redirect) {
        String number = numbers.unblock(CurrentUser.get().tenantId(), id);
        redirect.addFlashAttribute("toast", shown(number) + " is unblocked. Its calls wait in the queue again.");
        return LIST;
    }

    private String shown(String number) {
        return new Phones(tenants.get(CurrentUser.get().tenantId()).region()).display(number);
    }

    private String page(Model model, Form form) {
        model.addAttribute("numbers", numbers.all(CurrentUser.get().tenantId()));
        model.addAttribute("form", form);
        return "settings/blocked-numbers";
    }
}
