package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.callboard.access.App;
import org.callboard.access.Apps;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.http.PublicUrl;
import org.callboard.people.CurrentUser;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which apps reach the company, and with which connections. */
@Controller
@RequestMapping("/settings/api-access")
class ApiAccessController {

    /**
     * What is connected.
     *
     * @param app null: one that is to be registered
     * @param tag null: no restriction
     */
    private record Choice(@Nullable Long app, ConnectApp.Wanted wanted) {}

    private final Apps apps;
    private final BookingProviderTags tags;
    private final ConnectApp connectApp;
    private final PublicUrl url;

    ApiAccessController(Apps apps, BookingProviderTags tags, ConnectApp connectApp, PublicUrl url) {
        this.apps = apps;
        this.tags = tags;
        this.connectApp = connectApp;
        this.url = url;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    String list(Model model) {
        long tenant = CurrentUser.get().tenantId();
        model.addAttribute("apps", apps.apps(tenant));
        model.addAttribute("allScopes", Scope.values().length);
        model.addAttribute("connections", apps.connections(tenant));
        return "settings/api-access";
    }

    @GetMapping("/connect")
    @PageAccess(Role.Manager)
    String form(Model model) {
        boolean first = apps.apps(CurrentUser.get().tenantId()).isEmpty();
        return form(model, Form.blank().with("app", first ? "new" : null));
    }

    /** Shows the secrets in its own answer: stored in the session for a redirect, they would outlive the page. */
    @PostMapping("/connect")
    @PageAccess(Role.Manager)
    String connect(Form form, Model model, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        Choice choice = choice(form);
        if (!form.saved(response, noted -> model.addAttribute("credentials", connect(tenant, form, choice, noted)))) {
            return form(model, form);
        }
        model.addAttribute("tenantId", tenant);
        model.addAttribute("baseUrl", url.forAsker(""));
        model.addAttribute("replaceUrl", "/settings/api-access");
        return "settings/credentials";
    }

    @PostMapping("/connections/{id}/revoke")
    @PageAccess(Role.Manager)
    String revoke(@PathVariable long id, RedirectAttributes redirect) {
        apps.revoke(CurrentUser.get().tenantId(), id);
        redirect.addFlashAttribute("toast", "The connection is revoked.");
        return "redirect:/settings/api-access";
    }

    @PostMapping("/connections/{id}/strict")
    @PageAccess(Role.Manager)
    String strict(@PathVariable long id, @RequestParam boolean strict, RedirectAttributes redirect) {
        apps.setStrict(CurrentUser.get().tenantId(), id, strict);
        redirect.addFlashAttribute(
                "toast", strict ? "Unknown fields are refused from now on." : "Unknown fields are accepted again.");
        return "redirect:/settings/api-access";
    }

    @PostMapping("/connections/{id}/may-activate")
    @PageAccess(Role.Manager)
    String mayActivate(@PathVariable long id, @RequestParam boolean may, RedirectAttributes redirect) {
        apps.setMayActivate(CurrentUser.get().tenantId(), id, may);
        redirect.addFlashAttribute(
                "toast",
                may
                        ? "The connection may deactivate and reactivate from now on."
                        : "The connection may no longer deactivate or reactivate.");
        return "redirect:/settings/api-access";
    }

    @PostMapping("/connections/{id}/may-merge")
    @PageAccess(Role.Manager)
    String mayMerge(@PathVariable long id, @RequestParam boolean may, RedirectAttributes redirect) {
        apps.setMayMerge(CurrentUser.get().tenantId(), id, may);
        redirect.addFlashAttribute(
                "toast", may ? "The connection may merge from now on." : "The connection may no longer merge.");
        return "redirect:/settings/api-access";
    }

    /** {@code app} is an app's id or {@code new}, {@code tag} a tag's id or empty. */
    private static Choice choice(Form form) {
        form.note(form.text("app") == null, "app", "Choose an app, or register a new one.");
        return new Choice(
                form.has("app", "new") ? null : form.id("app"),
                new ConnectApp.Wanted(form.id("tag"), form.flag("mayMerge")));
    }

    private ConnectApp.Credentials connect(long tenant, Form form, Choice choice, FieldErrors noted) {
        if (choice.app != null) {
            noted.throwIfAny();
            return connectApp.existing(tenant, choice.app, choice.wanted);
        }
        if (!form.has("app", "new")) {
            noted.throwIfAny(); // it names the app
        }
        return connectApp.registered(tenant, form.raw("name"), ScopeChoices.of(form), choice.wanted, noted);
    }

    private String form(Model model, Form form) {
        long tenant = CurrentUser.get().tenantId();
        model.addAttribute("form", form);
        model.addAttribute("areas", ScopeChoices.areas());
        model.addAttribute(
                "apps",
                Stream.concat(
                                apps.apps(tenant).stream()
                                        .filter(App::active)
                                        .map(app -> Option.of(app.id(), app.name())),
                                Stream.of(new Option("new", "Register a new app…")))
                        .toList());
        model.addAttribute(
                "tags",
                tags.all(tenant).stream()
                        .filter(BookingProviderTag::active)
                        .map(tag -> Option.of(tag.id(), tag.tagName()))
                        .toList());
        return "settings/connect";
    }
}
