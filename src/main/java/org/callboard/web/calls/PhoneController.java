package org.callboard.web.calls;

import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.desk.AboutJob;
import org.callboard.desk.BookCall;
import org.callboard.leads.ConvertToLead;
import org.callboard.paging.Ids;
import org.callboard.people.CurrentUser;
import org.callboard.web.booking.BookJobForm;
import org.callboard.web.calls.InquiryModel.Sent;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.callboard.web.telling.TellForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Telephone calls on the Calls screen. */
@Controller
@RequestMapping("/calls/phone/{id}")
class PhoneController {

    private static final String CALL = "calls/phone";

    private final CallsPage page;
    private final CallModel model;
    private final Changes changes;
    private final HoldCall holds;
    private final CloseCall close;
    private final BookCall bookCall;
    private final AboutJob aboutJob;
    private final ConvertToLead convertToLead;

    PhoneController(
            CallsPage page,
            CallModel model,
            Changes changes,
            HoldCall holds,
            CloseCall close,
            BookCall bookCall,
            AboutJob aboutJob,
            ConvertToLead convertToLead) {
        this.page = page;
        this.model = model;
        this.changes = changes;
        this.holds = holds;
        this.close = close;
        this.bookCall = bookCall;
        this.aboutJob = aboutJob;
        this.convertToLead = convertToLead;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView call(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Shell shell) {
        return page.with(CALL, model.call(id, Sent.NOTHING, shell), htmx);
    }

    /** What stands above the form: it changes when others act, and the form must not. */
    @GetMapping("/state")
    @PageAccess(Role.Viewer)
    ModelAndView state(@PathVariable long id) {
        return new ModelAndView("calls/phone :: state", "state", model.state(id));
    }

    @GetMapping("/history")
    @PageAccess(Role.Viewer)
    ModelAndView history(@PathVariable long id) {
        model.state(id);
        return new ModelAndView("calls/history", "view", changes.of(tenant(), EntityKind.CALL, id));
    }

    @PostMapping("/claim")
    @PageAccess(Role.CSR)
    ModelAndView claim(@PathVariable long id, Shell shell) {
        return answer(id, shell).after(() -> holds.claim(tenant(), id));
    }

    @PostMapping("/take-over")
    @PageAccess(Role.CSR)
    ModelAndView takeOver(@PathVariable long id, @RequestParam long from, Shell shell) {
        return answer(id, shell).after(() -> holds.takeOver(tenant(), id, from));
    }

    @PostMapping("/release")
    @PageAccess(Role.CSR)
    ModelAndView release(@PathVariable long id, Shell shell) {
        return answer(id, shell).after(() -> holds.release(tenant(), id));
    }

    @PostMapping("/reopen")
    @PageAccess(Role.CSR)
    ModelAndView reopen(@PathVariable long id, Shell shell) {
        return answer(id, shell).after(() -> holds.reopen(tenant(), id));
    }

    /** Takes one between the company's own telephones, or one in which the office called, as a customer's. */
    @PostMapping("/take-as-customers")
    @PageAccess(Role.CSR)
    ModelAndView takeAsCustomers(@PathVariable long id, Shell shell) {
        return answer(id, shell).after(() -> holds.takeAsCustomers(tenant(), id));
    }

    /** The customer asked about a job that is booked already. */
    @PostMapping("/about")
    @PageAccess(Role.CSR)
    ModelAndView about(@PathVariable long id, @RequestParam long job, Shell shell) {
        return answer(id, shell)
                .after(() -> aboutJob.end(tenant(), id, job), Sent.DISMISSED, problem -> Sent.refused(problem.title()));
    }

    /** A sign of life; a conflict tells the page that the call is no longer its user's. */
    @PostMapping("/keep")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> keep(@PathVariable long id) {
        boolean kept = holds.prolong(tenant(), id);
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    @PostMapping("/dismiss")
    @PageAccess(Role.CSR)
    ModelAndView dismiss(@PathVariable long id, Form form, Shell shell) {
        return answer(id, shell)
                .after(
                        () -> close.dismiss(tenant(), id, form.id("callReason"), form.raw("memo")),
                        Sent.DISMISSED,
                        problem -> Sent.refusedDismissal(form.refused(problem, field -> field)));
    }

    @PostMapping("/book")
    @PageAccess(Role.CSR)
    ModelAndView book(@PathVariable long id, Form form, Shell shell) {
        return answer(id, shell)
                .after(
                        () -> TellForm.decision(form)
                                .call(() -> bookCall.book(
                                        tenant(),
                                        id,
                                        BookJobForm.read(form),
                                        BookJobForm.contacts(form),
                                        Ids.typed(form.text("lead")))),
                        Sent.NOTHING,
                        problem -> Sent.refusedJob(form.refused(problem, BookJobForm::field)));
    }

    /** Takes back that a job was booked. */
    @PostMapping("/book/undo")
    @PageAccess(Role.CSR)
    ModelAndView undoJob(@PathVariable long id, Shell shell) {
        return answer(id, shell).after(() -> bookCall.undo(tenant(), id));
    }

    /** Blocks the number that called; {@code anyway} says that a customer on record who has it was seen. */
    @PostMapping("/block")
    @PageAccess(Role.Manager)
    ModelAndView block(@PathVariable long id, Form form, Shell shell) {
        return answer(id, shell)
                .after(
                        () -> model.block(id, form.flag("anyway")),
                        Sent.NOTHING,
                        problem -> Sent.refused(problem.errors()
                                .getOrDefault("anyway", List.of(problem.title()))
                                .getFirst()));
    }

    /** Makes a lead of the call. */
    @PostMapping("/lead")
    @PageAccess(Role.CSR)
    ModelAndView lead(@PathVariable long id, Form form, Shell shell) {
        return answer(id, shell)
                .after(
                        () -> convertToLead.ofCall(
                                tenant(), id, LeadDialog.answer(form, shell), LeadDialog.asking(form)),
                        Sent.MADE_LEAD,
                        problem -> Sent.refusedLead(form.refused(problem, LeadDialog::field)));
    }

    @PostMapping("/lead/undo")
    @PageAccess(Role.CSR)
    ModelAndView undoLead(@PathVariable long id, Shell shell) {
        return answer(id, shell).after(() -> convertToLead.takeBackOfCall(tenant(), id));
    }

    private InquiryAnswer answer(long id, Shell shell) {
        return new InquiryAnswer(CALL, sent -> model.call(id, sent, shell));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
