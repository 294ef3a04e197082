package org.callboard.web.messages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.mail.Channel;
import org.callboard.mail.Mail;
import org.callboard.mail.Sender;
import org.callboard.mail.Senders;
import org.callboard.notices.NoticeExample;
import org.callboard.notices.NoticeKind;
import org.callboard.notices.NoticeSettings;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.wordings.MessageWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a company tells its customers of appointments, with a preview that follows the typing. */
@Controller
@RequestMapping("/settings/messages/appointments")
class AppointmentMessagesController {

    /** What the page shows. */
    record View(NoticeKind kind, Form form, Preview preview, boolean mailLeaves, boolean textLeaves) {}

    private final NoticeSettings settings;
    private final Senders senders;
    private final Mail mail;
    private final Tenants tenants;
    private final Clock clock;

    AppointmentMessagesController(NoticeSettings settings, Senders senders, Mail mail, Tenants tenants, Clock clock) {
        this.settings = settings;
        this.senders = senders;
        this.mail = mail;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page(@RequestParam(defaultValue = "") String kind) {
        NoticeKind shown = kind(kind);
        MessageWords words = Objects.requireNonNull(
                settings.words(CurrentUser.get().tenantId()).get(shown));
        return page(shown, WordsForm.of(words));
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView save(Form form, HttpServletResponse response, RedirectAttributes redirect) {
        NoticeKind kind = kind(form.hiding("kind").value("kind"));
        long tenant = CurrentUser.get().tenantId();
        if (form.saved(response, () -> settings.update(tenant, kind, words(kind, form)))) {
            redirect.addFlashAttribute("toast", "The message is saved.");
            return new ModelAndView("redirect:/settings/messages/appointments?kind=" + kind);
        }
        return page(kind, form);
    }

    /** What a customer would get; what is wrong with the words stands above it. */
    @PostMapping("/preview")
    @PageAccess(Role.Manager)
    ModelAndView preview(Form form) {
        NoticeKind kind = kind(form.value("kind"));
        List<String> wrong = WordsForm.sentences(settings.check(kind, words(kind, form), new FieldErrors()));
        return new ModelAndView("messages/preview :: preview", "preview", preview(kind, form, wrong));
    }

    private ModelAndView page(NoticeKind kind, Form form) {
        View view = new View(
                kind, form, preview(kind, form, List.of()), mail.leaves(Channel.Mail), mail.leaves(Channel.Text));
        return new ModelAndView("messages/appointments", "view", view);
    }

    /** A confirmation for a word that is none of them. */
    private static NoticeKind kind(String word) {
        return Arrays.stream(NoticeKind.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(NoticeKind.Confirmation);
    }

    private static MessageWords words(NoticeKind kind, Form form) {
        return WordsForm.words(form, kind.standard());
    }

    private Preview preview(NoticeKind kind, Form form, List<String> wrong) {
        Tenant company = tenants.get(CurrentUser.get().tenantId());
        Sender sender = senders.get(company.id());
        return new Preview(
                NoticeExample.fill(kind, words(kind, form), company, tomorrow(company)),
                senders.name(company.id(), sender),
                sender.replyTo(),
                form.flag("byText"),
                wrong);
    }

    private Instant tomorrow(Tenant company) {
        return LocalDate.ofInstant(clock.instant(), company.timeZone())
                .plusDays(1)
                .atTime(LocalTime.of(9, 0))
                .atZone(company.timeZone())
                .toInstant();
    }
}
