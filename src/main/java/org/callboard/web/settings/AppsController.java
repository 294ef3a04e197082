package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.App;
import org.callboard.access.Apps;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The apps themselves: name, scopes, key, on or off. */
@Controller
@RequestMapping("/settings/api-access/apps")
class AppsController {

    private final Apps apps;

    AppsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/new")
    @PageAccess(Role.Manager)
    String blank(Model model) {
        return form(model, null, Form.blank());
    }

    @PostMapping
    @PageAccess(Role.Manager)
    String register(Form form, Model model, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        return form.saved(response, () -> {
                    Apps.Registered registered = apps.register(tenant, form.raw("name"), ScopeChoices.of(form));
                    model.addAttribute("appKey", registered.appKey());
                    model.addAttribute("appName", form.raw("name"));
                })
                ? key(model)
                : form(model, null, form);
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    String edit(@PathVariable long id, Model model) {
        App app = apps.app(CurrentUser.get().tenantId(), id);
        Form form = Form.blank().with("name", app.name()).with("active", app.active());
        app.scopes().forEach(scope -> form.with("scopes", scope.word()));
        return form(model, id, form);
    }

    @PostMapping("/{id}")
    @PageAccess(Role.Manager)
    String update(
            @PathVariable long id, Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        if (form.saved(
                response,
                () -> apps.update(tenant, id, form.raw("name"), ScopeChoices.of(form), form.flag("active")))) {
            redirect.addFlashAttribute("toast", form.raw("name") + " is saved.");
            return "redirect:/settings/api-access";
        }
        return form(model, id, form);
    }

    @PostMapping("/{id}/key")
    @PageAccess(Role.Manager)
    String replaceKey(@PathVariable long id, Model model) {
        long tenant = CurrentUser.get().tenantId();
        model.addAttribute("appName", apps.app(tenant, id).name());
        model.addAttribute("appKey", apps.newKey(tenant, id));
        return key(model);
    }

    private static String key(Model model) {
        model.addAttribute("replaceUrl", "/settings/api-access");
        return "settings/app-key";
    }

    private String form(Model model, @Nullable Long id, Form form) {
        model.addAttribute("id", id);
        model.addAttribute("app", id == null ? null : apps.app(CurrentUser.get().tenantId(), id));
        model.addAttribute("form", form);
        model.addAttribute("areas", ScopeChoices.areas());
        return "settings/app";
    }
}
