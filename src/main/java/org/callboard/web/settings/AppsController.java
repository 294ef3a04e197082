package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.callboard.access.App;
import org.callboard.access.Apps;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Forms;
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

    record Form(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Boolean active) {}

    private static final Set<String> FIELDS = Set.of("name", "scopes");

    private final Apps apps;

    AppsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/new")
    @PageAccess(Role.Manager)
    String blank(Model model) {
        return form(model, null, new Form(null, List.of(), true));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    String register(Form form, Model model, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        return Forms.saved(model, response, FIELDS, () -> {
                    Apps.Registered registered = apps.register(tenant, form.name, ScopeChoices.of(form.scopes));
                    model.addAttribute("appKey", registered.appKey());
                    model.addAttribute("appName", form.name);
                })
                ? key(model)
                : form(model, null, form);
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    String edit(@PathVariable long id, Model model) {
        App app = apps.app(CurrentUser.get().tenantId(), id);
        return form(
                model,
                id,
                new Form(app.name(), app.scopes().stream().map(Scope::word).toList(), app.active()));
    }

    @PostMapping("/{id}")
    @PageAccess(Role.Manager)
    String update(
            @PathVariable long id, Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        if (Forms.saved(
                model,
                response,
                FIELDS,
                () -> apps.update(
                        tenant, id, form.name, ScopeChoices.of(form.scopes), Boolean.TRUE.equals(form.active)))) {
            redirect.addFlashAttribute("toast", form.name + " is saved.");
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
        model.addAttribute("chosen", ScopeChoices.of(form.scopes));
        return "settings/app";
    }
}
