package org.callboard.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.OpenAccess;
import org.callboard.people.CurrentSession;
import org.callboard.people.ResetPassword;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in for who forgot their password: asking for a link, and the page that it leads to. */
@Controller
class ForgotPasswordController {

    private final ForgotPassword forgot;
    private final ResetPassword reset;
    private final CurrentSession session;

    ForgotPasswordController(ForgotPassword forgot, ResetPassword reset, CurrentSession session) {
        this.forgot = forgot;
        this.reset = reset;
        this.session = session;
    }

    @GetMapping("/sign-in/forgot")
    @OpenAccess("asks for an address and says nothing of it")
    String form(Model model) {
        model.addAttribute("offered", forgot.isOffered());
        return "signin/forgot";
    }

    @PostMapping("/sign-in/forgot")
    @OpenAccess("sends a link to the address alone, counted, with the same answer whether somebody has it or not")
    String ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        forgot.ask(email, request.getRemoteAddr());
        return "redirect:/sign-in/forgot?sent";
    }

    /** Looks at the link and leaves it good: programs that look through mails open links too. */
    @GetMapping("/sign-in/new-password")
    @OpenAccess("shows a form to who has the secret of a link")
    String newPassword(@RequestParam(defaultValue = "") String token, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("token", reset.isGood(token) ? token : null);
        return "signin/new-password";
    }

    @PostMapping("/sign-in/new-password")
    @OpenAccess("sets the password of the user to whose address the secret of the link was sent, once")
    String save(
            @RequestParam(defaultValue = "") String token,
            Form form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean saved =
                form.saved(response, () -> session.know(reset.run(token, form.raw("password")), request, response));
        return saved ? "redirect:/sign-in?changed" : newPassword(token, form, model);
    }
}
