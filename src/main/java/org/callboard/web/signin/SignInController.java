package org.callboard.web.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.callboard.access.OpenAccess;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.http.ApiErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in form (Spring Security takes what it sends), and the way in. */
@Controller
class SignInController {

    private final Tenants tenants;
    private final ForgotPassword forgot;

    SignInController(Tenants tenants, ForgotPassword forgot) {
        this.tenants = tenants;
        this.forgot = forgot;
    }

    @ModelAttribute("forgot")
    boolean forgot() {
        return forgot.isOffered();
    }

    @GetMapping("/")
    @PageAccess(Role.Viewer)
    String home() {
        return "redirect:/calls";
    }

    @GetMapping("/sign-in")
    @OpenAccess("the form people sign in with")
    String form(@AuthenticationPrincipal @Nullable SignedInUser user) {
        if (user != null) {
            return "redirect:/";
        }
        return tenants.none() ? "redirect:/setup" : "signin/sign-in";
    }

    /** The form with what was typed, where Spring Security had to leave it for later and says why. */
    @PostMapping("/sign-in/later")
    @OpenAccess("shows the form again that was sent, but for the password")
    String later(
            @RequestAttribute String busy,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response) {
        ApiErrors.head(response, HttpStatus.SERVICE_UNAVAILABLE);
        model.addAttribute("busy", busy);
        model.addAttribute("email", email);
        return "signin/sign-in";
    }

    /** For a page that outlived its session: after a new sign-in it goes on with the token from here, if it is the same user. */
    @GetMapping("/session")
    @PageAccess(Role.Viewer)
    ResponseEntity<Map<String, String>> session(CsrfToken token, @AuthenticationPrincipal SignedInUser user) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("csrf", token.getToken(), "user", user.tenantId() + "/" + user.id()));
    }
}
