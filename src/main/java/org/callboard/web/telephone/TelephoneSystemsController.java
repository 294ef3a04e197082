package org.callboard.web.telephone;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.people.CurrentUser;
import org.callboard.telephone.TelephoneSystem;
import org.callboard.telephone.TelephoneSystems;
import org.callboard.telephone.TwilioDraft;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Telephone systems in the settings: how each is set up, and what it sent last. */
@Controller
@RequestMapping("/settings/telephone-systems")
class TelephoneSystemsController {

    /**
     * A form.
     *
     * @param system null for a new account of Twilio
     */
    record Editor(@Nullable TelephoneSystem system, Form form) {

        public boolean twilio() {
            return system == null || system.kind() == TelephoneSystem.Kind.Twilio;
        }
    }

    private final TelephoneSystems systems;
    private final TelephoneSystemModel model;

    TelephoneSystemsController(TelephoneSystems systems, TelephoneSystemModel model) {
        this.systems = systems;
        this.model = model;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView list() {
        return new ModelAndView("telephone/systems", "view", model.all(tenant()));
    }

    @GetMapping("/new")
    @PageAccess(Role.Manager)
    ModelAndView blank() {
        return editor(null, Form.blank().with("name", "Twilio"));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView create(Form form, HttpServletResponse response, RedirectAttributes redirect) {
        TwilioDraft draft = draft(form);
        TelephoneSystem[] made = new TelephoneSystem[1];
        if (!form.saved(response, () -> made[0] = systems.save(tenant(), null, draft))) {
            return editor(null, form);
        }
        redirect.addFlashAttribute("toast", "The account is saved, and has its address.");
        return new ModelAndView(page(made[0].id()));
    }

    /** @param before an event; those that came before it are shown, or the latest where it is missing */
    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    ModelAndView show(@PathVariable long id, @RequestParam(required = false) @Nullable Long before) {
        return new ModelAndView("telephone/system", "view", model.one(tenant(), id, before));
    }

    @GetMapping("/{id}/edit")
    @PageAccess(Role.Manager)
    ModelAndView edit(@PathVariable long id) {
        TelephoneSystem system = systems.get(tenant(), id);
        return editor(system, Form.blank().with("name", system.name()).with("accountSid", system.accountSid()));
    }

    @PostMapping("/{id}")
    @PageAccess(Role.Manager)
    ModelAndView update(@PathVariable long id, Form form, HttpServletResponse response, RedirectAttributes redirect) {
        TelephoneSystem system = systems.get(tenant(), id);
        Runnable save = system.kind() == TelephoneSystem.Kind.Twilio
                ? () -> systems.save(tenant(), id, draft(form))
                : () -> systems.rename(tenant(), id, form.value("name"));
        if (!form.saved(response, save)) {
            return editor(system, form);
        }
        redirect.addFlashAttribute("toast", "The telephone system is saved.");
        return new ModelAndView(page(id));
    }

    @PostMapping("/{id}/address")
    @PageAccess(Role.Manager)
    String renew(@PathVariable long id, RedirectAttributes redirect) {
        systems.renewAddress(tenant(), id);
        redirect.addFlashAttribute("toast", "It has a new address. Paste it at Twilio: the old one leads nowhere.");
        return page(id);
    }

    private static TwilioDraft draft(Form form) {
        return new TwilioDraft(
                form.value("name"),
                form.value("accountSid"),
                form.value("authToken"),
                form.value("sharedKey"),
                form.flag("forgetFormer"));
    }

    private static ModelAndView editor(@Nullable TelephoneSystem system, Form form) {
        return new ModelAndView("telephone/form", "view", new Editor(system, form));
    }

    private static String page(long id) {
        return "redirect:/settings/telephone-systems/" + id;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
