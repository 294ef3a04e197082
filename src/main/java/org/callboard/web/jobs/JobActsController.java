package org.callboard.web.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.desk.StartTimes;
import org.callboard.dispatch.CancelJob;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.ReopenJob;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.VisitTime;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people do with a job as a whole. */
@Controller
@RequestMapping("/jobs/{id}")
class JobActsController {

    private final JobAnswers answers;
    private final Jobs jobs;
    private final Appointments appointments;
    private final CancelJob cancellations;
    private final ReopenJob reopenings;
    private final ChangeAppointment changes;
    private final TimeQuestions timeQuestions;

    JobActsController(
            JobAnswers answers,
            Jobs jobs,
            Appointments appointments,
            CancelJob cancellations,
            ReopenJob reopenings,
            ChangeAppointment changes,
            TimeQuestions timeQuestions) {
        this.answers = answers;
        this.jobs = jobs;
        this.appointments = appointments;
        this.cancellations = cancellations;
        this.reopenings = reopenings;
        this.changes = changes;
        this.timeQuestions = timeQuestions;
    }

    @PostMapping("/cancel")
    @PageAccess(Role.CSR)
    ModelAndView cancel(JobAction action) {
        Form form = action.form();
        jobs.get(action.tenant(), action.id());
        Long reason = form.id("cancelReasonId");
        form.note(reason == null && form.wrong("cancelReasonId") == null, "cancelReasonId", "Choose why.");
        return answers.saved(action, false, AskedTimes.NONE, JobActsController::ofCancellation, noted -> {
            cancellations.cancel(
                    action.tenant(), action.id(), reason, form.text("cancelMemo"), noted, JobForms.seen(form));
            return "The job is canceled.";
        });
    }

    private static String ofCancellation(String field) {
        return switch (field) {
            case "reasonId" -> "cancelReasonId";
            case "memo" -> "cancelMemo";
            default -> field;
        };
    }

    @PostMapping("/take-back")
    @PageAccess(Role.CSR)
    ModelAndView takeBack(JobAction action) {
        Form form = action.form();
        jobs.get(action.tenant(), action.id());
        List<Appointment> visits = appointments.ofJob(action.tenant(), action.id());
        Map<Long, VisitTime> times =
                JobForms.newTimes(form, visits, action.shell().getDates());
        Map<String, StartTimes.Question> questions = new HashMap<>();
        visits.forEach(visit -> questions.putAll(timeQuestions.ask(
                action,
                JobForms.newStart(visit.id()),
                times.get(visit.id()),
                visit.technicianIds(),
                List.of(visit.id()))));
        return answers.saved(action, false, new AskedTimes(null, questions), field -> field, noted -> {
            noted.throwIfAny();
            cancellations.takeBack(action.tenant(), action.id(), times, JobForms.seen(form));
            return "The cancellation is taken back.";
        });
    }

    /** Either the last visit goes on, or another one is added. */
    @PostMapping("/reopen")
    @PageAccess(Role.Manager)
    ModelAndView reopen(JobAction action) {
        Form form = action.form();
        jobs.get(action.tenant(), action.id());
        if (!form.value("how").equals("visit")) {
            return answers.saved(
                    action,
                    "The job is open again, and its last appointment goes on.",
                    () -> reopenings.goOn(action.tenant(), action.id(), JobForms.seen(form)));
        }
        AppointmentDraft draft = JobForms.visit(form, action.shell().getDates());
        return answers.saved(action, false, asked(action, draft), JobActsController::ofVisit, noted -> {
            reopenings.withVisit(action.tenant(), action.id(), draft(draft, noted), noted, JobForms.seen(form));
            return "The job is open again, with another appointment.";
        });
    }

    @PostMapping("/appointments")
    @PageAccess(Role.CSR)
    ModelAndView addVisit(JobAction action) {
        Form form = action.form();
        jobs.get(action.tenant(), action.id());
        AppointmentDraft draft = JobForms.visit(form, action.shell().getDates());
        return answers.saved(action, false, asked(action, draft), JobActsController::ofVisit, noted -> {
            changes.add(action.tenant(), action.id(), draft(draft, noted), noted, JobForms.seen(form));
            return "The appointment is added.";
        });
    }

    private AskedTimes asked(JobAction action, @Nullable AppointmentDraft draft) {
        return draft == null
                ? AskedTimes.NONE
                : new AskedTimes(
                        null, timeQuestions.ask(action, "visitStart", draft.time(), draft.technicianIds(), List.of()));
    }

    private static AppointmentDraft draft(@Nullable AppointmentDraft draft, FieldErrors noted) {
        noted.throwIfAny();
        return Objects.requireNonNull(draft);
    }

    private static String ofVisit(String field) {
        return field.startsWith("technicianIds")
                ? "visitTechnicianIds"
                : field.equals("end") ? "visitMinutes" : field.equals("start") ? "visitStart" : field;
    }
}
