package org.callboard.web.webhooks;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.http.Precondition;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.callboard.webhooks.Delivery;
import org.callboard.webhooks.Webhook;
import org.callboard.webhooks.WebhookDraft;
import org.callboard.webhooks.WebhookEvent;
import org.callboard.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Webhooks in the settings: all of the company's, whoever made them. */
@Controller
@RequestMapping("/settings/webhooks")
class WebhookPagesController {

    private static final int PAGE = 50;

    /** @param state which deliveries; null for all */
    record View(Webhook webhook, Delivery.@Nullable State state, Page<Delivery> deliveries) {}

    /** One delivery. */
    record Sent(Webhook webhook, Delivery.WithAttempts one) {}

    /** @param rotated whether it takes the place of another */
    record Secret(Webhooks.WithSecret made, boolean rotated) {}

    private final Webhooks webhooks;
    private final WebhookModel model;

    WebhookPagesController(Webhooks webhooks, WebhookModel model) {
        this.webhooks = webhooks;
        this.model = model;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView list() {
        return new ModelAndView("webhooks/list", "view", model.all(tenant()));
    }

    @GetMapping("/new")
    @PageAccess(Role.Manager)
    ModelAndView blank() {
        return editor(null, Form.blank());
    }

    /** Shows the secret in its own answer: stored in the session for a redirect, it would outlive the page. */
    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView create(Form form, HttpServletResponse response) {
        WebhookDraft draft = draft(form);
        Webhooks.WithSecret[] made = new Webhooks.WithSecret[1];
        return form.saved(response, noted -> made[0] = webhooks.create(tenant(), draft, null, noted))
                ? secret(made[0], false)
                : editor(null, form);
    }

    @GetMapping("/{id}/edit")
    @PageAccess(Role.Manager)
    ModelAndView edit(@PathVariable long id) {
        return editor(id, filled(webhooks.get(tenant(), id)));
    }

    @PostMapping("/{id}")
    @PageAccess(Role.Manager)
    ModelAndView update(@PathVariable long id, Form form, HttpServletResponse response, RedirectAttributes redirect) {
        WebhookDraft draft = draft(form);
        if (!form.saved(response, noted -> webhooks.update(tenant(), id, draft, noted))) {
            return editor(id, form);
        }
        redirect.addFlashAttribute("toast", "The webhook is saved.");
        return new ModelAndView(back(id));
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Manager)
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(required = false) Delivery.@Nullable State state,
            @RequestParam(defaultValue = "1") int page) {
        Webhook webhook = webhooks.get(tenant(), id);
        Page<Delivery> deliveries =
                webhooks.deliveries(tenant(), id, state, new Paging(Math.max(1, page), PAGE, false));
        return new ModelAndView("webhooks/webhook", "view", new View(webhook, state, deliveries));
    }

    @GetMapping("/{id}/deliveries/{deliveryId}")
    @PageAccess(Role.Manager)
    ModelAndView delivery(@PathVariable long id, @PathVariable long deliveryId) {
        Sent sent = new Sent(webhooks.get(tenant(), id), webhooks.delivery(tenant(), id, deliveryId));
        return new ModelAndView("webhooks/delivery", "view", sent);
    }

    @PostMapping("/{id}/deliveries/{deliveryId}/replay")
    @PageAccess(Role.Manager)
    String replay(@PathVariable long id, @PathVariable long deliveryId, RedirectAttributes redirect) {
        webhooks.replay(tenant(), id, deliveryId);
        redirect.addFlashAttribute("toast", "It is sent again.");
        return back(id);
    }

    @PostMapping("/{id}/replay")
    @PageAccess(Role.Manager)
    String replay(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Shell shell,
            RedirectAttributes redirect) {
        String problem = model.replay(tenant(), id, shell.getCompany().timeZone(), from, to);
        redirect.addFlashAttribute(problem.startsWith("!") ? "toastProblem" : "toast", problem.replaceFirst("^!", ""));
        return back(id);
    }

    @PostMapping("/{id}/test")
    @PageAccess(Role.Manager)
    String test(@PathVariable long id, RedirectAttributes redirect) {
        webhooks.test(tenant(), id);
        redirect.addFlashAttribute("toast", "A test is on its way. Reload in a moment to see what came of it.");
        return back(id);
    }

    @PostMapping("/{id}/paused")
    @PageAccess(Role.Manager)
    String pause(@PathVariable long id, @RequestParam boolean paused, RedirectAttributes redirect) {
        webhooks.pause(tenant(), id, paused);
        redirect.addFlashAttribute(
                "toast", paused ? "The webhook is stopped." : "The webhook goes on; what happened meanwhile follows.");
        return back(id);
    }

    @PostMapping("/{id}/secret")
    @PageAccess(Role.Manager)
    ModelAndView rotate(@PathVariable long id) {
        return secret(webhooks.rotate(tenant(), id), true);
    }

    @PostMapping("/{id}/remove")
    @PageAccess(Role.Manager)
    String remove(@PathVariable long id, RedirectAttributes redirect) {
        webhooks.remove(tenant(), id, Precondition.NONE);
        redirect.addFlashAttribute("toast", "The webhook is removed.");
        return "redirect:/settings/webhooks";
    }

    private static Form filled(Webhook webhook) {
        Form form = Form.blank()
                .with("url", webhook.url())
                .with("description", webhook.description())
                .with("bookingProviderId", webhook.filter().bookingProviderId())
                .with("campaignId", webhook.filter().campaignId())
                .with("businessUnitId", webhook.filter().businessUnitId());
        webhook.events().forEach(event -> form.with("events", event));
        return form;
    }

    private static WebhookDraft draft(Form form) {
        return new WebhookDraft(
                form.raw("url"),
                form.raw("description"),
                form.choices("events", WebhookEvent.class),
                new Webhook.Filter(form.id("bookingProviderId"), form.id("campaignId"), form.id("businessUnitId")));
    }

    private ModelAndView editor(@Nullable Long id, Form form) {
        return new ModelAndView("webhooks/form", "view", model.editor(tenant(), id, form));
    }

    private static ModelAndView secret(Webhooks.WithSecret made, boolean rotated) {
        return new ModelAndView("webhooks/secret", "view", new Secret(made, rotated));
    }

    private static String back(long id) {
        return "redirect:/settings/webhooks/" + id;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
