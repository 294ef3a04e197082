package org.callboard.web.leads;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.followups.FollowUpLead;
import org.callboard.followups.NextFollowUp;
import org.callboard.leads.DismissLead;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadNotes;
import org.callboard.leads.Leads;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Conflict;
import org.callboard.refusals.Refusal.Invalid;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one lead, and what people do there. A refusal shows the page again, with what was typed. */
@Controller
@RequestMapping("/leads/{id}")
class LeadPagesController {

    private static final String PAGE = "leads/lead";

    private final LeadPageModel pages;
    private final Leads leads;
    private final FollowUpLead followUps;
    private final LeadNotes notes;
    private final DismissLead dismissals;
    private final NextFollowUp next;

    LeadPagesController(
            LeadPageModel pages,
            Leads leads,
            FollowUpLead followUps,
            LeadNotes notes,
            DismissLead dismissals,
            NextFollowUp next) {
        this.pages = pages;
        this.leads = leads;
        this.followUps = followUps;
        this.notes = notes;
        this.dismissals = dismissals;
        this.next = next;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    String page(@PathVariable long id, FollowUpQuery query, Model model) {
        pages.fill(model, id, query);
        return PAGE;
    }

    @GetMapping("/history")
    @PageAccess(Role.Viewer)
    String history(@PathVariable long id, Model model) {
        pages.fillHistory(model, id);
        return "calls/history";
    }

    /** Logs a follow-up; in a round it goes on to the next lead where the form says so. */
    @PostMapping("/follow-up")
    @PageAccess(Role.CSR)
    String followUp(
            @PathVariable long id,
            FollowUpForm form,
            FollowUpQuery query,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        leads.get(tenant(), id);
        try {
            FieldErrors errors = new FieldErrors();
            var draft = form.read(pages.dates(), errors);
            errors.throwIfAny();
            followUps.log(tenant(), id, draft);
        } catch (Invalid | Conflict e) {
            model.addAttribute("form", form);
            return refused(id, e, query, model, response);
        }
        if (!form.goesOn()) {
            return done(id, "It is in the log.", query, redirect);
        }
        Optional<Lead> following =
                next.take(tenant(), query.filter(CurrentUser.get().id()));
        if (following.isPresent()) {
            redirect.addFlashAttribute("toast", "It is in the log.");
            return "redirect:/leads/" + following.get().id() + query.roundSuffix();
        }
        redirect.addFlashAttribute("toast", "It is in the log, and it was the last one that is due.");
        return "redirect:/follow-ups" + query.suffix();
    }

    @PostMapping("/date")
    @PageAccess(Role.CSR)
    String move(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String quick,
            FollowUpQuery query,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        leads.get(tenant(), id);
        String typed = quick == null ? date : quick;
        try {
            FieldErrors errors = new FieldErrors();
            var moment = pages.dates().read(typed, "date", errors);
            errors.throwIfAny();
            followUps.move(tenant(), id, moment);
        } catch (Invalid | Conflict e) {
            model.addAttribute("typedDate", typed);
            return refused(id, e, query, model, response);
        }
        return done(id, "The follow-up is moved.", query, redirect);
    }

    @PostMapping("/notes")
    @PageAccess(Role.CSR)
    String note(
            @PathVariable long id,
            @RequestParam(required = false, defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String pinNote,
            FollowUpQuery query,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        leads.get(tenant(), id);
        try {
            new FieldErrors()
                    .required("note", note)
                    .addIf(note.length() > 20_000, "note", "At most 20000 characters are allowed.")
                    .throwIfAny();
            notes.add(tenant(), id, note.strip(), "true".equals(pinNote));
        } catch (Invalid | Conflict e) {
            model.addAttribute("typedNote", note);
            return refused(id, e, query, model, response);
        }
        return done(id, "The note is written.", query, redirect);
    }

    @PostMapping("/owner")
    @PageAccess(Role.CSR)
    String assign(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long ownerId, // the filter in the address is named owner
            FollowUpQuery query,
            RedirectAttributes redirect) {
        leads.assign(tenant(), id, ownerId);
        return done(id, ownerId == null ? "It is nobody's now." : "It is assigned.", query, redirect);
    }

    @PostMapping("/dismiss")
    @PageAccess(Role.CSR)
    String dismiss(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long dismissingReasonId,
            FollowUpQuery query,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        leads.get(tenant(), id);
        try {
            if (dismissingReasonId == null) {
                throw new Invalid("dismissingReasonId", "Choose why it will not be booked.");
            }
            dismissals.dismiss(tenant(), id, dismissingReasonId);
        } catch (Invalid | Conflict e) {
            return refused(id, e, query, model, response);
        }
        return done(id, "It is dismissed.", query, redirect);
    }

    @PostMapping("/reopen")
    @PageAccess(Role.CSR)
    String reopen(
            @PathVariable long id,
            FollowUpQuery query,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        leads.get(tenant(), id);
        try {
            dismissals.reopen(tenant(), id);
        } catch (Invalid | Conflict e) {
            return refused(id, e, query, model, response);
        }
        return done(id, "It is open again.", query, redirect);
    }

    /** A sign of life; 409 tells the page that the lead is no longer its user's. */
    @PostMapping("/keep")
    @PageAccess(Role.CSR)
    ResponseEntity<Void> keep(@PathVariable long id) {
        leads.get(tenant(), id);
        boolean kept = next.prolong(tenant(), id);
        return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
                .build();
    }

    /** Ends the round: the lead goes back to those who ask next. */
    @PostMapping("/release")
    @PageAccess(Role.CSR)
    String release(@PathVariable long id, FollowUpQuery query) {
        leads.get(tenant(), id);
        next.release(tenant(), id);
        return "redirect:/follow-ups" + query.suffix();
    }

    private static String done(long id, String toast, FollowUpQuery query, RedirectAttributes redirect) {
        redirect.addFlashAttribute("toast", toast);
        return "redirect:/leads/" + id + query.here();
    }

    private String refused(long id, Refusal problem, FollowUpQuery query, Model model, HttpServletResponse response) {
        Forms.refused(model, response, problem);
        pages.fill(model, id, query);
        return PAGE;
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
