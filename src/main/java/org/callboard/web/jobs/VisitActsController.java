package org.callboard.web.jobs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Limits.LongText;
import org.callboard.addresses.Limits.Memo;
import org.callboard.dispatch.AppointmentAct;
import org.callboard.dispatch.AssignTechnicians;
import org.callboard.dispatch.ChangeAppointment;
import org.callboard.dispatch.HoldAppointment;
import org.callboard.dispatch.RescheduleAppointment;
import org.callboard.dispatch.RescheduleAppointment.BusyTechnicians;
import org.callboard.dispatch.RescheduleAppointment.Reschedule;
import org.callboard.dispatch.WorkAppointment;
import org.callboard.http.Precondition;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.VisitTime;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.validation.FieldErrors;
import org.callboard.web.QuickDates;
import org.callboard.web.When;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people do with one visit of a job. */
@Controller
@RequestMapping("/jobs/{id}/appointments/{appointmentId}")
class VisitActsController {

    private final JobAnswers answers;
    private final Appointments appointments;
    private final WorkAppointment work;
    private final HoldAppointment holds;
    private final RescheduleAppointment reschedules;
    private final ChangeAppointment changes;
    private final AssignTechnicians assignments;
    private final TimeQuestions timeQuestions;

    VisitActsController(
            JobAnswers answers,
            Appointments appointments,
            WorkAppointment work,
            HoldAppointment holds,
            RescheduleAppointment reschedules,
            ChangeAppointment changes,
            AssignTechnicians assignments,
            TimeQuestions timeQuestions) {
        this.answers = answers;
        this.appointments = appointments;
        this.work = work;
        this.holds = holds;
        this.reschedules = reschedules;
        this.changes = changes;
        this.assignments = assignments;
        this.timeQuestions = timeQuestions;
    }

    /** What needs no more than to be said: {@code act} names it. */
    @PostMapping("/act")
    @PageAccess(Role.CSR)
    ModelAndView act(JobAction action) {
        Appointment visit = visit(action);
        PageAct act = action.form().choice("act", PageAct.class);
        action.form().note(act == null, "act", "Choose what is to be done.");
        Precondition seen = JobForms.seen(action.form());
        String number = "Appointment " + visit.appointmentNumber();
        return answers.saved(action, noted -> {
            noted.throwIfAny();
            return number + " " + act(action.tenant(), visit.id(), Objects.requireNonNull(act), seen);
        });
    }

    private String act(long tenant, long visit, PageAct act, Precondition seen) {
        return switch (act) {
            case DISPATCH -> {
                work.act(tenant, visit, AppointmentAct.DISPATCH, seen);
                yield "is dispatched.";
            }
            case START -> {
                work.act(tenant, visit, AppointmentAct.START, seen);
                yield "is under way.";
            }
            case FINISH -> {
                work.act(tenant, visit, AppointmentAct.FINISH, seen);
                yield "is done.";
            }
            case BACK -> {
                work.act(tenant, visit, AppointmentAct.BACK, seen);
                yield "is scheduled again.";
            }
            case TAKE_OFF_HOLD -> {
                holds.takeOff(tenant, visit, seen);
                yield "is off hold.";
            }
            case CONFIRM -> {
                changes.confirm(tenant, visit, true, seen);
                yield "is confirmed.";
            }
            case UNCONFIRM -> {
                changes.confirm(tenant, visit, false, seen);
                yield "is not confirmed any more.";
            }
            case REMOVE -> {
                changes.remove(tenant, visit, seen);
                yield "is removed.";
            }
            default -> throw new Invalid("act", "Choose what is to be done.");
        };
    }

    @PostMapping("/hold")
    @PageAccess(Role.CSR)
    ModelAndView hold(JobAction action) {
        Form form = action.form();
        Appointment visit = visit(action);
        Long reason = form.id("holdReasonId");
        form.note(reason == null && form.wrong("holdReasonId") == null, "holdReasonId", "Choose why it waits.");
        return answers.saved(action, false, AskedTimes.NONE, VisitActsController::ofHold, noted -> {
            holds.hold(action.tenant(), visit.id(), reason, form.text("holdMemo"), noted, JobForms.seen(form));
            return "Appointment " + visit.appointmentNumber() + " is on hold.";
        });
    }

    private static String ofHold(String field) {
        return switch (field) {
            case "reasonId" -> "holdReasonId";
            case "memo" -> "holdMemo";
            default -> field;
        };
    }

    /** Moves the visit; where a technician is busy then, asks first whether they come all the same. */
    @PostMapping("/reschedule")
    @PageAccess(Role.CSR)
    ModelAndView reschedule(JobAction action) {
        Form form = action.form();
        Appointment visit = visit(action);
        QuickDates dates = action.shell().getDates();
        VisitTime typed = JobForms.time(form, "start", "minutes", dates);
        VisitTime time = typed == null ? null : JobForms.moved(form, visit.time(), typed, dates);
        String reason = form.text("rescheduleReason");
        form.note(new FieldErrors().maxLength("rescheduleReason", reason, Memo.MAX));
        BusyTechnicians busy = form.text("busy") == null
                ? BusyTechnicians.ASK
                : Objects.requireNonNullElse(form.choice("busy", BusyTechnicians.class), BusyTechnicians.ASK);
        AskedTimes asked = asked(action, visit, time, busy);
        When when = action.shell().getWhen();
        return answers.saved(action, false, asked, VisitActsController::ofTime, noted -> {
            noted.throwIfAny();
            VisitTime moved = Objects.requireNonNull(time);
            reschedules.reschedule(
                    action.tenant(), visit.id(), new Reschedule(moved, reason, busy), JobForms.seen(form));
            return stays(visit.time(), moved)
                    ? "The arrival window of appointment " + visit.appointmentNumber() + " is saved."
                    : "Appointment " + visit.appointmentNumber() + " is moved from "
                            + When.within(Amounts.visit(visit.time(), when)) + " to "
                            + When.within(Amounts.visit(moved, when)) + ".";
        });
    }

    private static boolean stays(VisitTime before, VisitTime after) {
        return after.startOn().equals(before.startOn()) && after.endOn().equals(before.endOn());
    }

    /** Of technicians who are busy then it is asked what becomes of them, beside what is asked about the time itself. */
    private AskedTimes asked(JobAction action, Appointment visit, @Nullable VisitTime time, BusyTechnicians busy) {
        boolean keepsItsTime = time != null
                && stays(visit.time(), time)
                && visit.status() != AppointmentStatus.Hold; // which takes no time until then
        if (time == null || keepsItsTime) {
            return new AskedTimes(time, Map.of());
        }
        List<Long> itself = List.of(visit.id());
        boolean open = busy == BusyTechnicians.ASK
                && !appointments
                        .overlaps(action.tenant(), visit.technicianIds(), time, itself)
                        .isEmpty();
        action.form().note(open, "busy", "Choose whether they come.");
        return new AskedTimes(time, timeQuestions.ask(action, "start", time, List.of(), itself));
    }

    private static String ofTime(String field) {
        return switch (field) {
            case "end" -> "minutes";
            case "arrivalWindowEnd" -> "windowEnd";
            case "reason" -> "rescheduleReason";
            case "technicianIds" -> "busy";
            default -> field;
        };
    }

    /** Makes those who are chosen the ones who come. */
    @PostMapping("/technicians")
    @PageAccess(Role.CSR)
    ModelAndView technicians(JobAction action) {
        Form form = action.form();
        Appointment visit = visit(action);
        List<Long> chosen = form.ids("technicianIds");
        return answers.saved(action, noted -> {
            noted.throwIfAny();
            assignments.replace(action.tenant(), visit.id(), chosen, JobForms.seen(form));
            return chosen.isEmpty() ? "Nobody is assigned now." : "Who comes is saved.";
        });
    }

    @PostMapping("/instructions")
    @PageAccess(Role.CSR)
    ModelAndView instructions(JobAction action) {
        Form form = action.form();
        Appointment visit = visit(action);
        String text = form.text("instructions");
        form.note(new FieldErrors().maxLength("instructions", text, LongText.MAX));
        return answers.saved(
                action,
                text == null ? "There are no instructions now." : "The instructions are saved.",
                () -> changes.instruct(action.tenant(), visit.id(), text, JobForms.seen(form)));
    }

    /** The visit of the address; NotFound where the job has none. */
    private Appointment visit(JobAction action) {
        long id = Objects.requireNonNull(action.visitId());
        Appointment visit = appointments.get(action.tenant(), id);
        if (visit.jobId() != action.id()) {
            throw new NotFound("Appointment", id);
        }
        return visit;
    }
}
