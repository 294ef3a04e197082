package org.callboard.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.ChangePassword;
import org.callboard.people.CurrentSession;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people change their own password. */
@Controller
class PasswordController {

    private final ChangePassword change;
    private final CurrentSession session;

    PasswordController(ChangePassword change, CurrentSession session) {
        this.change = change;
        this.session = session;
    }

    @GetMapping("/account/password")
    @PageAccess(Role.Viewer)
    String form(Form form, Model model) {
        model.addAttribute("form", form);
        return "signin/password";
    }

    @PostMapping("/account/password")
    @PageAccess(Role.Viewer)
    String save(
            Form form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var draft = new ChangePassword.Draft(form.raw("presentPassword"), form.raw("password"));
        boolean saved =
                form.saved(response, () -> session.goOnAs(change.run(CurrentUser.get(), draft), request, response));
        if (!saved) {
            return form(form, model);
        }
        redirect.addFlashAttribute("toast", "Your password is changed. You are signed out everywhere else.");
        return "redirect:/account/password";
    }
}
