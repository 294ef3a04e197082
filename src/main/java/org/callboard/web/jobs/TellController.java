package org.callboard.web.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.database.RecordShape;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.VisitTime;
import org.callboard.jobs.VisitsChanged.Visit;
import org.callboard.mail.MessageState;
import org.callboard.notices.JobMessage;
import org.callboard.notices.Notices;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.settings.Technicians;
import org.callboard.web.QuickDates;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Forms;
import org.callboard.web.layout.Shell;
import org.callboard.web.messages.StateLook;
import org.callboard.web.telling.TellForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the customer of a job would be told of an act, and what they were told. */
@Controller
@RequestMapping("/jobs/{id}")
class TellController {

    /**
     * A message in the list.
     *
     * @param advice what became of it and what to do, where its state alone does not say
     */
    record Row(JobMessage message, StateLook look, @Nullable String advice, boolean repeatable) {}

    /** @param acting whether the person may send again */
    record Sent(List<Row> messages, boolean acting) {}

    private final Notices notices;
    private final Jobs jobs;
    private final Appointments appointments;
    private final Technicians technicians;
    private final Clock clock;

    TellController(Notices notices, Jobs jobs, Appointments appointments, Technicians technicians, Clock clock) {
        this.notices = notices;
        this.jobs = jobs;
        this.appointments = appointments;
        this.technicians = technicians;
        this.clock = clock;
    }

    /** The part of a form that tells the customer, for what is typed: {@code tellAct} names the act, {@code tellVisit} the visit. */
    @PostMapping("/tell")
    @PageAccess(Role.CSR)
    ModelAndView tell(@PathVariable long id, Form form, Shell shell, HttpServletResponse response) {
        long tenant = CurrentUser.get().tenantId();
        Job job = jobs.get(tenant, id);
        List<Appointment> visits = appointments.ofJob(tenant, id).stream()
                .filter(Appointment::active)
                .toList();
        PageAct act = form.choice("tellAct", PageAct.class);
        List<Visit> changed = act == null ? List.of() : changed(act, form, visits, shell.getDates());
        Map<Long, String> names = new HashMap<>(
                notices.technicians(tenant, changed.stream().map(Visit::id).toList()));
        String chosen = technicians.names(tenant, form.ids("visitTechnicianIds"));
        if (!chosen.isEmpty()) {
            names.put(Visit.NEW, chosen);
        }
        return TellForm.shown(
                act == null ? "" : act.name().toLowerCase(Locale.ROOT),
                form,
                job.details().notificationsEnabled(),
                notices.preview(tenant, () -> notices.facts(tenant, id), changed, names, false),
                response);
    }

    /** What the act would make of the visits. */
    private static List<Visit> changed(PageAct act, Form form, List<Appointment> visits, QuickDates dates) {
        return switch (act) {
            case RESCHEDULE -> {
                VisitTime time = JobForms.time(form, "start", "minutes", dates);
                yield time == null
                        ? List.of()
                        : chosen(form, visits).stream()
                                .map(one -> Visit.of(one, one.at(JobForms.moved(form, one.time(), time, dates))))
                                .toList();
            }
            case REMOVE ->
                chosen(form, visits).stream()
                        .map(one -> Visit.of(one, RecordShape.with(one, "active", false)))
                        .toList();
            case ADD_VISIT -> added(form, dates);
            case REOPEN -> form.value("how").equals("visit") ? added(form, dates) : List.of();
            case CANCEL ->
                visits.stream()
                        .filter(one -> one.status() != AppointmentStatus.Done)
                        .map(one -> Visit.of(one, one.in(AppointmentStatus.Canceled)))
                        .toList();
            case TAKE_BACK -> takenBack(form, visits, dates);
            default -> List.of();
        };
    }

    private static List<Appointment> chosen(Form form, List<Appointment> visits) {
        Long id = form.id("tellVisit");
        return visits.stream().filter(one -> Objects.equals(one.id(), id)).toList();
    }

    private static List<Visit> added(Form form, QuickDates dates) {
        AppointmentDraft draft = JobForms.visit(form, dates);
        return draft == null ? List.of() : List.of(Visit.made(Visit.NEW, draft));
    }

    private static List<Visit> takenBack(Form form, List<Appointment> visits, QuickDates dates) {
        Map<Long, VisitTime> times = JobForms.newTimes(form, visits, dates);
        List<Visit> back = new ArrayList<>();
        for (Appointment one : visits) {
            if (one.status() == AppointmentStatus.Canceled) {
                AppointmentStatus was = Objects.requireNonNullElse(one.canceledFrom(), AppointmentStatus.Scheduled);
                VisitTime other = times.get(one.id());
                back.add(Visit.of(one, other == null ? one.in(was) : one.at(other)));
            }
        }
        return back;
    }

    /** What the customer was told about the job. */
    @GetMapping("/messages")
    @PageAccess(Role.Viewer)
    ModelAndView messages(@PathVariable long id) {
        long tenant = CurrentUser.get().tenantId();
        jobs.get(tenant, id);
        Set<List<Object>> later = new HashSet<>();
        List<Row> rows = notices.ofJob(tenant, id).stream()
                .map(one -> row(one, later.add(List.of(one.appointmentId(), one.channel()))))
                .toList();
        return new ModelAndView(
                "telling/messages :: messages",
                "view",
                new Sent(rows, CurrentUser.get().role().includes(Role.CSR)));
    }

    /** @param last whether nothing was said of the appointment on this way since */
    private Row row(JobMessage message, boolean last) {
        return new Row(
                message, StateLook.of(message.state()), advice(message), last && message.repeatable(clock.instant()));
    }

    private static @Nullable String advice(JobMessage message) {
        MessageState state = message.state();
        String reason = Objects.requireNonNullElse(message.reason(), "");
        return switch (state) {
            case Failed -> reason + " Correct the address on the page of the customer, or call them.";
            case Unknown -> "It may have arrived or not. Ask the customer, or send it again.";
            case Kept -> "Nothing is set up that sends it.";
            case Suppressed, Withdrawn -> reason;
            case Queued ->
                message.nextAttemptOn() == null ? null : reason.isEmpty() ? "It goes within a minute or two." : reason;
            case Sending, Sent -> null;
        };
    }

    @PostMapping("/messages/{messageId}/again")
    @PageAccess(Role.CSR)
    String again(@PathVariable long id, @PathVariable long messageId, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        jobs.get(tenant, id);
        try {
            notices.sendAgain(tenant, id, messageId);
            redirect.addFlashAttribute("toast", "The message is sent again.");
        } catch (Conflict e) {
            redirect.addFlashAttribute("toastProblem", Forms.sentence(e));
        }
        return "redirect:/jobs/" + id;
    }
}
