package org.callboard.web.calls;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.desk.BookJob;
import org.callboard.desk.UndoBooking;
import org.callboard.leads.ConvertToLead;
import org.callboard.paging.Ids;
import org.callboard.people.CurrentUser;
import org.callboard.queue.ClosedInquiries;
import org.callboard.refusals.Refusal;
import org.callboard.server.Streamed;
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
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The Calls screen, and the bookings on it. */
@Controller
@RequestMapping("/calls")
class CallsController {

    private static final String INQUIRY = "calls/inquiry";

    private final CallsStream stream;
    private final CallsPage page;
    private final ClosedInquiries closed;
    private final InquiryModel inquiries;
    private final Changes changes;
    private final Claims claims;
    private final BookJob bookJob;
    private final UndoBooking undoBooking;
    private final DismissBooking dismissBooking;
    private final ConvertToLead convertToLead;

    CallsController(
            CallsStream stream,
            CallsPage page,
            ClosedInquiries closed,
            InquiryModel inquiries,
            Changes changes,
            Claims claims,
            BookJob bookJob,
            UndoBooking undoBooking,
            DismissBooking dismissBooking,
            ConvertToLead convertToLead) {
        this.stream = stream;
        this.page = page;
        this.closed = closed;
        this.inquiries = inquiries;
        this.changes = changes;
        this.claims = claims;
        this.bookJob = bookJob;
        this.undoBooking = undoBooking;
        this.dismissBooking = dismissBooking;
        this.convertToLead = convertToLead;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView page() {
        return page.alone();
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Viewer)
    ModelAndView inquiry(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Shell shell) {
        return page.with(INQUIRY, inquiries.inquiry(id, Sent.NOTHING, shell), htmx);
    }

    /** What stands above the form: it changes when others act, and the form must not. */
    @GetMapping("/{id}/state")
    @PageAccess(Role.Viewer)
    ModelAndView state(@PathVariable long id) {
        return new ModelAndView("calls/inquiry :: state", "state", inquiries.state(id));
    }

    @GetMapping("/{id}/history")
    @PageAccess(Role.Viewer)
    ModelAndView history(@PathVariable long id) {
        inquiries.state(id);
        return new ModelAndView("calls/history", "view", changes.of(tenant(), EntityKind.BOOKING, id));
    }

    @GetMapping("/closed")
    @PageAccess(Role.Viewer)
    ModelAndView closed() {
        return new ModelAndView("calls/closed", "view", closed.latest(tenant()));
    }

    @GetMapping("/stream")
    @Streamed
    @PageAccess(Role.Viewer)
    SseEmitter stream(HttpServletResponse response) {
        return stream.open(CurrentUser.get(), response);
    }

    @PostMapping("/{id}/claim")
    @PageAccess(Role.CSR)
    ModelAndView claim(@PathVariable long id, Shell shell) {
        return act(id, shell, () -> claims.claim(tenant(), id));
    }

    @PostMapping("/{id}/take-over")
    @PageAccess(Role.CSR)
    ModelAndView takeOver(@PathVariable long id, @RequestParam long from, Shell shell) {
        return act(id, shell, () -> claims.takeOver(tenant(), id, from));
    }

    @PostMapping("/{id}/release")
    @PageAccess(Role.CSR)
    ModelAndView release(@PathVariable long id, Shell shell) {
        return act(id, shell, () -> claims.release(tenant(), id));
    }

    @PostMapping("/{id}/reopen")
    @PageAccess(Role.CSR)
    ModelAndView reopen(@PathVariable long id, Shell shell) {
        return act(id, shell, () -> claims.reopen(tenant(), id));
    }

    /** A sign of life; a conflict tells the page that the booking is no longer its user's. */
    @PostMapping("/{id}/keep")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> keep(@PathVariable long id) {
        boolean kept = claims.prolong(tenant(), id);
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    @PostMapping("/{id}/dismiss")
    @PageAccess(Role.CSR)
    ModelAndView dismiss(@PathVariable long id, Form form, Shell shell) {
        return attempt(
                id,
                () -> dismissBooking.byUser(tenant(), id, form.id("callReason"), form.raw("memo")),
                Sent.DISMISSED,
                problem -> Sent.refusedDismissal(form.refused(problem, field -> field)),
                shell);
    }

    @PostMapping("/{id}/book")
    @PageAccess(Role.CSR)
    ModelAndView book(@PathVariable long id, Form form, Shell shell) {
        return attempt(
                id,
                () -> TellForm.decision(form)
                        .call(() -> bookJob.book(tenant(), id, BookJobForm.read(form), Ids.typed(form.text("lead")))),
                Sent.NOTHING,
                problem -> Sent.refusedJob(form.refused(problem, BookJobForm::field)),
                shell);
    }

    /** Takes back that a job was booked. */
    @PostMapping("/{id}/book/undo")
    @PageAccess(Role.CSR)
    ModelAndView undoJob(@PathVariable long id, Shell shell) {
        return act(id, shell, () -> undoBooking.undoOf(tenant(), id));
    }

    /** Makes a lead of the inquiry. */
    @PostMapping("/{id}/lead")
    @PageAccess(Role.CSR)
    ModelAndView lead(@PathVariable long id, Form form, Shell shell) {
        return attempt(
                id,
                () -> convertToLead.of(tenant(), id, LeadDialog.answer(form, shell)),
                Sent.MADE_LEAD,
                problem -> Sent.refusedLead(form.refused(problem, LeadDialog::field)),
                shell);
    }

    @PostMapping("/{id}/lead/undo")
    @PageAccess(Role.CSR)
    ModelAndView undoLead(@PathVariable long id, Shell shell) {
        return act(id, shell, () -> convertToLead.takeBack(tenant(), id));
    }

    private ModelAndView act(long id, Shell shell, Supplier<Booking> action) {
        try {
            return new ModelAndView(INQUIRY, "view", inquiries.inquiry(action.get(), Sent.NOTHING, shell));
        } catch (Refusal e) {
            return answer(id, shell).refused(e, Sent.refused(e.title()));
        }
    }

    private ModelAndView attempt(long id, Runnable work, Sent done, Function<Refusal, Sent> refused, Shell shell) {
        return answer(id, shell).after(work, done, refused);
    }

    private InquiryAnswer answer(long id, Shell shell) {
        return new InquiryAnswer(INQUIRY, sent -> inquiries.inquiry(id, sent, shell));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
