package org.callboard.web.calls;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Booking;
import org.callboard.bookings.Claims;
import org.callboard.bookings.DismissBooking;
import org.callboard.desk.BookJob;
import org.callboard.desk.CallQueue;
import org.callboard.http.ApiErrorResponse;
import org.callboard.leads.ConvertToLead;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.server.Streamed;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The Calls screen. What an action answers is the inquiry as it is afterwards; where somebody else was faster, it is that
 * too, with a 409 and who it was.
 */
@Controller
@RequestMapping("/calls")
class CallsController {

    private static final String INQUIRY = "calls/inquiry";

    private final CallsStream stream;
    private final CallQueue queue;
    private final InquiryModel inquiries;
    private final Claims claims;
    private final BookJob bookJob;
    private final DismissBooking dismissBooking;
    private final ConvertToLead makeLead;

    CallsController(
            CallsStream stream,
            CallQueue queue,
            InquiryModel inquiries,
            Claims claims,
            BookJob bookJob,
            DismissBooking dismissBooking,
            ConvertToLead makeLead) {
        this.stream = stream;
        this.queue = queue;
        this.inquiries = inquiries;
        this.claims = claims;
        this.bookJob = bookJob;
        this.dismissBooking = dismissBooking;
        this.makeLead = makeLead;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    String page(Model model) {
        return screen(model);
    }

    @GetMapping("/{id}")
    @PageAccess(Role.Viewer)
    String inquiry(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        inquiries.fill(model, user(), id);
        return htmx == null ? screen(model) : INQUIRY;
    }

    /** What stands above the form: it changes when others act, and the form must not. */
    @GetMapping("/{id}/state")
    @PageAccess(Role.Viewer)
    String state(@PathVariable long id, Model model) {
        inquiries.fillState(model, user(), id);
        return "calls/inquiry :: state";
    }

    @GetMapping("/{id}/history")
    @PageAccess(Role.Viewer)
    String history(@PathVariable long id, Model model) {
        inquiries.fillHistory(model, user(), id);
        return "calls/history";
    }

    @GetMapping("/closed")
    @PageAccess(Role.Viewer)
    String closed(Model model) {
        inquiries.fillClosed(model, user());
        return "calls/closed";
    }

    @GetMapping("/stream")
    @Streamed
    @PageAccess(Role.Viewer)
    SseEmitter stream(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no"); // proxies must hand events on at once
        response.setHeader("Cache-Control", "no-store");
        return stream.open(user());
    }

    @PostMapping("/{id}/claim")
    @PageAccess(Role.CSR)
    String claim(@PathVariable long id, Model model, HttpServletResponse response) {
        return act(id, model, response, () -> claims.claim(user().tenantId(), id));
    }

    @PostMapping("/{id}/take-over")
    @PageAccess(Role.CSR)
    String takeOver(@PathVariable long id, @RequestParam long from, Model model, HttpServletResponse response) {
        return act(id, model, response, () -> claims.takeOver(user().tenantId(), id, from));
    }

    @PostMapping("/{id}/release")
    @PageAccess(Role.CSR)
    String release(@PathVariable long id, Model model, HttpServletResponse response) {
        return act(id, model, response, () -> claims.release(user().tenantId(), id));
    }

    @PostMapping("/{id}/reopen")
    @PageAccess(Role.CSR)
    String reopen(@PathVariable long id, Model model, HttpServletResponse response) {
        return act(id, model, response, () -> claims.reopen(user().tenantId(), id));
    }

    /** A sign of life; 409 tells the page that the booking is no longer its user's. */
    @PostMapping("/{id}/keep")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> keep(@PathVariable long id) {
        boolean kept = claims.prolong(user().tenantId(), id);
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    @PostMapping("/{id}/dismiss")
    @PageAccess(Role.CSR)
    String dismiss(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long callReason,
            @RequestParam(required = false) @Nullable String memo,
            Model model,
            HttpServletResponse response) {
        try {
            dismissBooking.byUser(user().tenantId(), id, callReason, memo);
        } catch (Refusal e) {
            return refused(id, e, model, response);
        }
        inquiries.fill(model, user(), id);
        model.addAttribute("justDismissed", true);
        return INQUIRY;
    }

    @PostMapping("/{id}/book")
    @PageAccess(Role.CSR)
    String book(@PathVariable long id, BookJobForm form, Model model, HttpServletResponse response) {
        try {
            FieldErrors errors = new FieldErrors();
            var job = form.read(errors);
            errors.throwIfAny();
            bookJob.book(user().tenantId(), id, job, form.leadId());
        } catch (Refusal e) {
            model.addAttribute("form", form);
            return refused(id, e, model, response);
        }
        inquiries.fill(model, user(), id);
        return INQUIRY;
    }

    /** Makes a lead of the inquiry. What is wrong is named with {@code lead.} before it: the screen has other forms too. */
    @PostMapping("/{id}/lead")
    @PageAccess(Role.CSR)
    String lead(@PathVariable long id, LeadAnswer answer, Model model, HttpServletResponse response) {
        try {
            FieldErrors errors = new FieldErrors();
            var read = answer.read(inquiries.dates(user()), errors);
            errors.throwIfAny();
            makeLead.of(user().tenantId(), id, read);
        } catch (Refusal e) {
            model.addAttribute("leadAnswer", answer);
            return refused(id, LeadAnswer.named(e), model, response);
        }
        inquiries.fill(model, user(), id);
        model.addAttribute("justMadeLead", true);
        return INQUIRY;
    }

    @PostMapping("/{id}/lead/undo")
    @PageAccess(Role.CSR)
    String undoLead(@PathVariable long id, Model model, HttpServletResponse response) {
        return act(id, model, response, () -> makeLead.takeBack(user().tenantId(), id));
    }

    private String act(long id, Model model, HttpServletResponse response, Supplier<Booking> action) {
        Booking booking;
        try {
            booking = action.get();
        } catch (Refusal e) {
            return refused(id, e, model, response);
        }
        inquiries.fill(model, user(), booking);
        return INQUIRY;
    }

    private String refused(long id, Refusal problem, Model model, HttpServletResponse response) {
        if (problem instanceof NotFound) {
            throw problem;
        }
        Forms.refused(model, response, problem);
        if (!(problem instanceof Invalid)) {
            response.setStatus(ApiErrorResponse.status(problem).value());
        }
        inquiries.fill(model, user(), id);
        return INQUIRY;
    }

    private String screen(Model model) {
        model.addAttribute("waiting", queue.waiting(user().tenantId()));
        inquiries.fillScreen(model, user());
        return "calls/page";
    }

    private static SignedInUser user() {
        return CurrentUser.get();
    }
}
