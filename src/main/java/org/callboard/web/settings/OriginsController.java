package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.AppConnection;
import org.callboard.access.Apps;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The websites whose pages may call the API through a connection. */
@Controller
@RequestMapping("/settings/api-access/connections/{id}/origins")
class OriginsController {

    private final Apps apps;

    OriginsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    String edit(@PathVariable long id, Model model) {
        AppConnection connection = apps.connection(CurrentUser.get().tenantId(), id);
        return form(model, connection, Form.blank().with("origins", String.join("\n", connection.origins())));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    String save(
            @PathVariable long id, Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        String origins = form.textOrEmpty("origins");
        if (!form.saved(response, () -> apps.setOrigins(tenant, id, origins))) {
            return form(model, apps.connection(tenant, id), form);
        }
        redirect.addFlashAttribute(
                "toast", origins.isEmpty() ? "No website may call any more." : "The websites are saved.");
        return "redirect:/settings/api-access";
    }

    private static String form(Model model, AppConnection connection, Form form) {
        model.addAttribute("connection", connection);
        model.addAttribute("form", form);
        return "settings/origins";
    }
}
