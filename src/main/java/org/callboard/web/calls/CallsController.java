package org.callboard.web.calls;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.desk.BookJob;
import org.callboard.desk.CallQueue;
import org.callboard.desk.ClosedBookings;
import org.callboard.http.ApiErrorResponse;
import org.callboard.leads.ConvertToLead;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.server.Streamed;
import org.callboard.validation.FieldErrors;
import org.callboard.web.calls.InquiryModel.Sent;
import org.callboard.web.layout.Shell;
import org.callboard.web.layout.Wrong;
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

/**
 * The Calls screen. What an action answers is the inquiry as it is afterwards; where somebody else was faster, it is that
 * too, with a 409 and who it was.
 */
@Controller
@RequestMapping("/calls")
class CallsController {

    private static final String INQUIRY = "calls/inquiry";

    /** @param inquiry the open one, if any */
    record Screen(CallQueue.Waiting waiting, InquiryModel.@Nullable View inquiry) {}

    private final CallsStream stream;
    private final CallQueue queue;
    private final ClosedBookings closed;
    private final InquiryModel inquiries;
    private final Changes changes;
    private final Claims claims;
    private final BookJob bookJob;
    private final DismissBooking dismissBooking;
    private final ConvertToLead makeLead;

    CallsController(
            CallsStream stream,
            CallQueue queue,
            ClosedBookings closed,
            InquiryModel inquiries,
            Changes changes,
            Claims claims,
            BookJob bookJob,
            DismissBooking dismissBooking,
            ConvertToLead makeLead) {
        this.stream = stream;
        this.queue = queue;
        this.closed = closed;
        this.inquiries = inquiries;
        this.changes = changes;
        this.claims = claims;
        this.bookJob = bookJob;
        this.dismissBooking = dismissBooking;
        this.makeLead = makeLead;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView page() {
        return screen(null);
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Viewer)
    ModelAndView inquiry(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Shell shell) {
        InquiryModel.View inquiry = inquiries.inquiry(id, Sent.NOTHING, shell);
        return htmx == null ? screen(inquiry) : new ModelAndView(INQUIRY, "view", inquiry);
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
        response.setHeader("X-Accel-Buffering", "no"); // proxies must hand events on at once
        response.setHeader("Cache-Control", "no-store");
        return stream.open(CurrentUser.get());
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

    /** A sign of life; 409 tells the page that the booking is no longer its user's. */
    @PostMapping("/{id}/keep")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> keep(@PathVariable long id) {
        boolean kept = claims.prolong(tenant(), id);
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    @PostMapping("/{id}/dismiss")
    @PageAccess(Role.CSR)
    ModelAndView dismiss(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long callReason,
            @RequestParam(required = false) @Nullable String memo,
            Shell shell) {
        try {
            dismissBooking.byUser(tenant(), id, callReason, memo);
        } catch (Refusal e) {
            return refused(id, e, null, null, shell);
        }
        return show(id, Sent.DISMISSED, shell);
    }

    @PostMapping("/{id}/book")
    @PageAccess(Role.CSR)
    ModelAndView book(@PathVariable long id, BookJobForm form, Shell shell) {
        try {
            FieldErrors errors = new FieldErrors();
            var job = form.read(errors);
            errors.throwIfAny();
            bookJob.book(tenant(), id, job, form.leadId());
        } catch (Refusal e) {
            return refused(id, e, form, null, shell);
        }
        return show(id, Sent.NOTHING, shell);
    }

    /** Makes a lead of the inquiry. What is wrong is named with {@code lead.} before it: the screen has other forms too. */
    @PostMapping("/{id}/lead")
    @PageAccess(Role.CSR)
    ModelAndView lead(@PathVariable long id, LeadAnswer answer, Shell shell) {
        try {
            FieldErrors errors = new FieldErrors();
            var read = answer.read(shell.getDates(), errors);
            errors.throwIfAny();
            makeLead.of(tenant(), id, read);
        } catch (Refusal e) {
            return refused(id, LeadAnswer.named(e), null, answer, shell);
        }
        return show(id, Sent.MADE_LEAD, shell);
    }

    @PostMapping("/{id}/lead/undo")
    @PageAccess(Role.CSR)
    ModelAndView undoLead(@PathVariable long id, Shell shell) {
        return act(id, shell, () -> makeLead.takeBack(tenant(), id));
    }

    private ModelAndView act(long id, Shell shell, Supplier<Booking> action) {
        Booking booking;
        try {
            booking = action.get();
        } catch (Refusal e) {
            return refused(id, e, null, null, shell);
        }
        return new ModelAndView(INQUIRY, "view", inquiries.inquiry(booking, Sent.NOTHING, shell));
    }

    private ModelAndView show(long id, Sent sent, Shell shell) {
        return new ModelAndView(INQUIRY, "view", inquiries.inquiry(id, sent, shell));
    }

    private ModelAndView refused(
            long id, Refusal problem, @Nullable BookJobForm job, @Nullable LeadAnswer lead, Shell shell) {
        if (problem instanceof NotFound) {
            throw problem;
        }
        ModelAndView inquiry = show(id, Sent.refused(job, lead, Wrong.of(problem)), shell);
        inquiry.setStatus(
                problem instanceof Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : ApiErrorResponse.status(problem));
        return inquiry;
    }

    private ModelAndView screen(InquiryModel.@Nullable View inquiry) {
        return new ModelAndView("calls/page", "view", new Screen(queue.waiting(tenant()), inquiry));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
