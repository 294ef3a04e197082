package org.callboard.web.account;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.people.CurrentUser;
import org.callboard.phonelines.TakingCalls;
import org.callboard.phonelines.UserLines;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a person about themselves, and the switch in the menu under their name. */
@Controller
class AccountController {

    private static final String ACCOUNT = "redirect:/account";

    private final UserLines lines;
    private final TakingCalls taking;

    AccountController(UserLines lines, TakingCalls taking) {
        this.lines = lines;
        this.taking = taking;
    }

    @GetMapping("/account")
    @PageAccess(Role.Viewer)
    ModelAndView page() {
        SignedInUser user = CurrentUser.get();
        UserLines.Lines known = lines.of(user.tenantId(), user.id());
        return page(Form.blank().with("extension", known.extension()).with("telephone", known.telephone()));
    }

    /** Says by which telephone a system knows the person. */
    @PostMapping("/account/telephone")
    @PageAccess(Role.CSR)
    ModelAndView telephone(Form form, HttpServletResponse response, RedirectAttributes redirect) {
        SignedInUser user = CurrentUser.get();
        var typed = new UserLines.Lines(form.text("extension"), form.text("telephone"));
        if (!form.saved(response, () -> lines.save(user.tenantId(), user.id(), typed, form.flag("anyway")))) {
            return page(form);
        }
        redirect.addFlashAttribute("toast", "Your telephone is saved.");
        return new ModelAndView(ACCOUNT);
    }

    @PostMapping("/account/taking-calls")
    @PageAccess(Role.CSR)
    String takingCalls(
            @RequestParam boolean taking,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            RedirectAttributes redirect) {
        SignedInUser user = CurrentUser.get();
        this.taking.set(user.tenantId(), user.id(), taking);
        if (htmx != null) {
            return "account/switch :: taking";
        }
        redirect.addFlashAttribute("toast", taking ? "You are taking calls." : "You are not taking calls.");
        return ACCOUNT;
    }

    private static ModelAndView page(Form form) {
        return new ModelAndView("account/page", "form", form);
    }
}
