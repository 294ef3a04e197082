package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** List, add, edit, deactivate and reactivate, for every {@link SettingsKind}. */
@Controller
@RequestMapping("/settings/{kind}")
class SettingsKindController {

    private final Map<String, SettingsKind<?>> kinds;

    SettingsKindController(List<SettingsKind<?>> kinds) {
        this.kinds =
                kinds.stream().collect(Collectors.toMap(kind -> kind.words().path(), Function.identity()));
    }

    @GetMapping
    @PageAccess(Role.Manager)
    String list(@PathVariable String kind, @RequestParam(defaultValue = "all") String show, Model model) {
        SettingsKind<?> settings = kind(kind);
        List<Line> lines = settings.list(CurrentUser.get().tenantId()).stream()
                .filter(line -> switch (show) {
                    case "active" -> line.active();
                    case "inactive" -> !line.active();
                    default -> true;
                })
                .sorted(Comparator.comparing(line -> !line.active()))
                .toList();
        model.addAttribute("kind", settings);
        model.addAttribute("lines", lines);
        model.addAttribute("show", show);
        return "settings/list";
    }

    @GetMapping("/new")
    @PageAccess(Role.Manager)
    String blank(@PathVariable String kind, Model model) {
        return form(kind(kind), null, null, model);
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    String edit(@PathVariable String kind, @PathVariable long id, Model model) {
        return form(kind(kind), id, null, model);
    }

    /** Adds one, or changes the one that is named. */
    @PostMapping({"", "/{id}"})
    @PageAccess(Role.Manager)
    String save(
            @PathVariable String kind,
            @PathVariable(required = false) @Nullable Long id,
            Form form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SettingsKind<?> settings = kind(kind);
        long tenant = CurrentUser.get().tenantId();
        if (!form.saved(response, () -> {
            if (id == null) {
                settings.add(tenant, form);
            } else {
                settings.update(tenant, id, form);
            }
        })) {
            return form(settings, id, form, model);
        }
        String name = String.valueOf(form.text(settings.nameField()));
        redirect.addFlashAttribute("toast", name + (id == null ? " is added." : " is saved."));
        return "redirect:/settings/" + kind;
    }

    @PostMapping("/{id}/active")
    @PageAccess(Role.Manager)
    String activate(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestParam boolean active,
            RedirectAttributes redirect) {
        SettingsKind<?> settings = kind(kind);
        try {
            settings.activate(CurrentUser.get().tenantId(), id, active);
            redirect.addFlashAttribute("toast", active ? "It is active again." : "It is deactivated.");
        } catch (Invalid | Conflict e) {
            redirect.addFlashAttribute("toastProblem", Forms.sentence(e));
        }
        return "redirect:/settings/" + kind;
    }

    @PostMapping("/{id}/move")
    @PageAccess(Role.Manager)
    String move(
            @PathVariable String kind, @PathVariable long id, @RequestParam boolean up, RedirectAttributes redirect) {
        kind(kind).move(CurrentUser.get().tenantId(), id, up);
        redirect.addFlashAttribute("moved", id);
        redirect.addFlashAttribute("movedUp", up);
        return "redirect:/settings/" + kind;
    }

    private SettingsKind<?> kind(String path) {
        SettingsKind<?> kind = kinds.get(path);
        if (kind == null) {
            throw NotFound.page();
        }
        return kind;
    }

    /** The form of a record, or of a new one: as it was typed, or else as it is. */
    private static <T> String form(SettingsKind<T> kind, @Nullable Long id, @Nullable Form typed, Model model) {
        long tenant = CurrentUser.get().tenantId();
        T present = id == null ? null : kind.get(tenant, id);
        Form filled = present == null ? kind.blank() : kind.form(present);
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("present", present);
        model.addAttribute("options", kind.options(tenant, present));
        model.addAttribute("form", typed == null ? filled : typed);
        model.addAttribute("barrier", present == null ? null : kind.barrier(tenant, present));
        return "settings/form";
    }
}
