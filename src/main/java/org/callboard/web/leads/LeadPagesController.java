package org.callboard.web.leads;

import java.time.Instant;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Limits.LongText;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.followups.Channel;
import org.callboard.followups.FollowUpDraft;
import org.callboard.followups.FollowUpLead;
import org.callboard.followups.NextFollowUp;
import org.callboard.followups.Outcome;
import org.callboard.leads.DismissLead;
import org.callboard.leads.LeadNotes;
import org.callboard.leads.Leads;
import org.callboard.people.CurrentUser;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.web.QuickDates;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one lead, and what people do there. A refusal shows the page again, with what was typed. */
@Controller
@RequestMapping("/leads/{id}")
class LeadPagesController {

    private final LeadPageModel pages;
    private final Leads leads;
    private final FollowUpLead followUps;
    private final LeadNotes notes;
    private final DismissLead dismissals;
    private final NextFollowUp next;
    private final Changes changes;

    LeadPagesController(
            LeadPageModel pages,
            Leads leads,
            FollowUpLead followUps,
            LeadNotes notes,
            DismissLead dismissals,
            NextFollowUp next,
            Changes changes) {
        this.pages = pages;
        this.leads = leads;
        this.followUps = followUps;
        this.notes = notes;
        this.dismissals = dismissals;
        this.next = next;
        this.changes = changes;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView page(@PathVariable long id, FollowUpQuery query, Shell shell) {
        return page(id, Form.blank(), query, shell);
    }

    @GetMapping("/history")
    @PageAccess(Role.Viewer)
    ModelAndView history(@PathVariable long id) {
        leads.get(tenant(), id);
        return new ModelAndView("calls/history", "view", changes.of(tenant(), EntityKind.LEAD, id));
    }

    /** Logs a follow-up; in a round it goes on to the next lead where the form says so. */
    @PostMapping("/follow-up")
    @PageAccess(Role.CSR)
    ModelAndView followUp(LeadAction action) {
        Form form = action.form();
        leads.get(tenant(), action.id());
        FollowUpDraft draft = draft(form, action.shell().getDates());
        if (!form.saved(action.response(), field -> field.equals("followUpDate") ? "nextOn" : field, noted -> {
            noted.throwIfAny();
            followUps.log(tenant(), action.id(), draft);
        })) {
            return page(action);
        }
        if (!form.value("then").equals("next")) {
            return action.done("It is in the log.");
        }
        return next.take(tenant(), action.query().filter(CurrentUser.get().id()))
                .map(following ->
                        action.to("/leads/" + following.id() + action.query().roundSuffix(), "It is in the log."))
                .orElseGet(() -> action.to(
                        "/follow-ups" + action.query().suffix(),
                        "It is in the log, and it was the last one that is due."));
    }

    private static FollowUpDraft draft(Form form, QuickDates dates) {
        Channel channel = form.choice("channel", Channel.class);
        Outcome outcome = form.choice("outcome", Outcome.class);
        String text = form.textOrEmpty("text");
        form.note(new FieldErrors()
                .addIf(channel == null, "channel", "Choose how.")
                .addIf(outcome == null && text.isEmpty(), "outcome", "Choose what came of it, or write it down.")
                .maxLength("text", text, LongText.MAX));
        return new FollowUpDraft(channel, outcome, text, form.flag("pinned"), dates.read(form, "nextOn"));
    }

    @PostMapping("/date")
    @PageAccess(Role.CSR)
    ModelAndView move(LeadAction action) {
        Form form = action.form();
        leads.get(tenant(), action.id());
        FieldErrors unread = new FieldErrors();
        Instant moment =
                action.shell().getDates().read(form.text(form.has("quick") ? "quick" : "date"), "date", unread);
        form.note(unread);
        return saved(action, "The follow-up is moved.", () -> followUps.move(tenant(), action.id(), moment));
    }

    @PostMapping("/notes")
    @PageAccess(Role.CSR)
    ModelAndView note(LeadAction action) {
        Form form = action.form();
        leads.get(tenant(), action.id());
        String note = form.textOrEmpty("note");
        form.note(new FieldErrors().required("note", note).maxLength("note", note, LongText.MAX));
        return saved(
                action, "The note is written.", () -> notes.add(tenant(), action.id(), note, form.flag("pinNote")));
    }

    @PostMapping("/owner")
    @PageAccess(Role.CSR)
    ModelAndView assign(
            @RequestParam(required = false) @Nullable Long ownerId, // the filter in the address is named owner
            LeadAction action) {
        leads.assign(tenant(), action.id(), ownerId);
        return action.done(ownerId == null ? "It is nobody's now." : "It is assigned.");
    }

    @PostMapping("/dismiss")
    @PageAccess(Role.CSR)
    ModelAndView dismiss(LeadAction action) {
        leads.get(tenant(), action.id());
        Long reason = action.form().id("dismissingReasonId");
        return saved(action, "It is dismissed.", () -> dismissals.dismiss(tenant(), action.id(), chosen(reason)));
    }

    private static long chosen(@Nullable Long reason) {
        if (reason == null) {
            throw new Invalid("dismissingReasonId", "Choose why it will not be booked.");
        }
        return reason;
    }

    @PostMapping("/reopen")
    @PageAccess(Role.CSR)
    ModelAndView reopen(LeadAction action) {
        leads.get(tenant(), action.id());
        return saved(action, "It is open again.", () -> dismissals.reopen(tenant(), action.id()));
    }

    /** A sign of life; a conflict tells the page that the lead is no longer its user's. */
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

    private ModelAndView page(long id, Form form, FollowUpQuery query, Shell shell) {
        return new ModelAndView("leads/lead", "view", pages.page(id, query, form, shell));
    }

    /** Saves and says so; where that is refused, the page shows what was typed and why. */
    private ModelAndView saved(LeadAction action, String toast, Runnable save) {
        return action.form().saved(action.response(), save) ? action.done(toast) : page(action);
    }

    private ModelAndView page(LeadAction action) {
        return page(action.id(), action.form(), action.query(), action.shell());
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
