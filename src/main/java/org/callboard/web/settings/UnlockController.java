package org.callboard.web.settings;

import org.callboard.tenants.CurrentUser;
import org.callboard.tenants.PageAccess;
import org.callboard.tenants.Role;
import org.callboard.tenants.Users;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a user who failed to sign in too often try again at once. */
@Controller
class UnlockController {

    private final Users users;

    UnlockController(Users users) {
        this.users = users;
    }

    @PostMapping("/settings/users/{id}/unlock")
    @PageAccess(Role.Manager)
    String unlock(@PathVariable long id, RedirectAttributes redirect) {
        users.unlock(CurrentUser.get().tenantId(), id);
        redirect.addFlashAttribute("toast", "The account is unlocked.");
        return "redirect:/settings/users";
    }
}
