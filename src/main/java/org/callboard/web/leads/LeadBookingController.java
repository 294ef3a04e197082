package org.callboard.web.leads;

import java.util.List;
import java.util.Objects;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.desk.BookLeadJob;
import org.callboard.desk.OpenInquiries;
import org.callboard.leads.LeadDetails;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.MatchReason;
import org.callboard.people.CurrentUser;
import org.callboard.web.booking.BookJobForm;
import org.callboard.web.booking.BookJobModel;
import org.callboard.web.booking.BookJobPrefill;
import org.callboard.web.booking.Booked;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.callboard.web.telling.TellForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The booking form for a lead: for its customer, or for a new one made of what the lead itself knows. */
@Controller
@RequestMapping("/leads/{id}/book")
class LeadBookingController {

    /** What the page shows. */
    record View(LeadView names, FollowUpQuery query, BookJobModel.View job) {}

    private final LeadViewStore views;
    private final BookJobModel bookJob;
    private final BookLeadJob bookLeadJob;

    LeadBookingController(LeadViewStore views, BookJobModel bookJob, BookLeadJob bookLeadJob) {
        this.views = views;
        this.bookJob = bookJob;
        this.bookLeadJob = bookLeadJob;
    }

    @GetMapping
    @PageAccess(Role.CSR)
    ModelAndView form(@PathVariable long id, FollowUpQuery query, Shell shell) {
        return show(views.get(tenant(), id), query, null, shell);
    }

    @PostMapping
    @PageAccess(Role.CSR)
    ModelAndView book(LeadAction action) {
        LeadView names = views.get(tenant(), action.id());
        long[] booked = new long[1];
        return action.form()
                        .saved(
                                action.response(),
                                BookJobForm::field,
                                noted -> booked[0] = TellForm.decision(action.form())
                                        .call(() -> bookLeadJob.book(
                                                tenant(), action.id(), BookJobForm.read(action.form()))))
                ? done(action, booked[0])
                : show(names, action.query(), action.form(), action.shell());
    }

    private static ModelAndView done(LeadAction action, long job) {
        action.redirect().addFlashAttribute("toastUndo", Booked.undoPath(job));
        return action.done("Job " + job + " is booked.");
    }

    private ModelAndView show(LeadView names, FollowUpQuery query, @Nullable Form form, Shell shell) {
        BookJobModel.View job = bookJob.form(form, shell.getCompany(), wish(names));
        return new ModelAndView("leads/book", "view", new View(names, query, job));
    }

    private BookJobPrefill wish(LeadView view) {
        LeadDetails lead = view.lead().details();
        LikelyMatch known = known(view);
        return new BookJobPrefill(
                view.customer() == null
                        ? Objects.requireNonNullElse(lead.person().leadCustomerName(), "")
                        : view.customer(),
                lead.person().knownAddress(),
                null,
                null,
                lead.summary(),
                lead.priority(),
                lead.businessUnitId(),
                lead.jobTypeId(),
                lead.campaignId(),
                bookLeadJob.contacts(tenant(), view.lead()),
                OpenInquiries.Self.lead(view.lead().id(), lead.bookingId()),
                known,
                known == null ? null : who(lead, known));
    }

    private @Nullable LikelyMatch known(LeadView view) {
        Long customer = view.lead().details().customerId();
        if (customer == null) {
            return null;
        }
        return bookJob.match(
                tenant(),
                customer,
                List.of(MatchReason.CustomerOfLead),
                view.lead().details().locationId());
    }

    /** The lead's location, or the only one there is; nothing for a customer who is not to be served. */
    private static String who(LeadDetails lead, LikelyMatch known) {
        if (known.doNotService()) {
            return "";
        } else if (lead.locationId() != null) {
            return "location:" + lead.locationId();
        }
        return known.locations().size() == 1
                ? "location:" + known.locations().getFirst().id()
                : "";
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
