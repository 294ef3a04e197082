package org.callboard.web.leads;

import java.util.List;
import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.followups.FollowUpFilter;
import org.callboard.followups.FollowUpRow;
import org.callboard.followups.FollowUps;
import org.callboard.followups.NextFollowUp;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadStatus;
import org.callboard.paging.Page;
import org.callboard.people.CurrentUser;
import org.callboard.web.NewPerson;
import org.callboard.web.When;
import org.callboard.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of who is to be called, and the way into the round through it. */
@Controller
@RequestMapping("/follow-ups")
class FollowUpsController {

    /** The rows of one heading. */
    record Group(FollowUpRow.Due due, List<FollowUpRow> rows) {}

    /**
     * @param groups the open ones by when they are due; null for others
     * @param full whether more leads may fit the words that are searched for
     * @param person with whom a new lead starts
     */
    record View(
            FollowUpQuery query,
            Page<FollowUpRow> page,
            @Nullable List<Group> groups,
            FollowUps.Counts counts,
            boolean full,
            NewPerson person,
            LeadChoices.Offered choices) {}

    private final FollowUps followUps;
    private final NextFollowUp next;
    private final LeadChoices choices;

    FollowUpsController(FollowUps followUps, NextFollowUp next, LeadChoices choices) {
        this.followUps = followUps;
        this.next = next;
        this.choices = choices;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    ModelAndView list(FollowUpQuery query, Shell shell) {
        SignedInUser user = CurrentUser.get();
        long tenant = user.tenantId();
        LeadStatus status = query.leadStatus();
        FollowUpFilter filter = query.filter(user.id());
        FollowUps.Listed listed = followUps.list(tenant, status, filter, query.paging());
        View view = new View(
                query,
                listed.page(),
                status == LeadStatus.Open ? groups(listed.page().data()) : null,
                listed.counts(),
                listed.full(),
                filter.words() == null
                        ? NewPerson.NOBODY
                        : NewPerson.of(filter.words(), shell.getCompany().region()),
                choices.offered(tenant));
        return new ModelAndView("leads/follow-ups", "view", view);
    }

    /** Gives the one who asks the next lead that is due; where none is, the list says when one will be. */
    @PostMapping("/next")
    @PageAccess(Role.CSR)
    String next(FollowUpQuery query, Shell shell, RedirectAttributes redirect) {
        SignedInUser user = CurrentUser.get();
        Optional<Lead> lead = next.take(user.tenantId(), query.filter(user.id()));
        if (lead.isPresent()) {
            return "redirect:/leads/" + lead.get().id() + query.roundSuffix();
        }
        redirect.addFlashAttribute("toast", nothingIsDue(user, query, shell.getWhen()));
        return "redirect:/follow-ups" + query.suffix();
    }

    private String nothingIsDue(SignedInUser user, FollowUpQuery query, When when) {
        String nothing = query.narrowed() ? "Nothing with these filters is due now." : "Nothing is due now.";
        return followUps
                .next(user.tenantId(), query.filter(user.id()))
                .map(row -> nothing + " The next one comes up " + when.timeWithin(row.followUpDate()) + ".")
                .orElse(nothing);
    }

    private static List<Group> groups(List<FollowUpRow> rows) {
        return List.of(FollowUpRow.Due.values()).stream()
                .map(due -> new Group(
                        due, rows.stream().filter(row -> row.due() == due).toList()))
                .filter(group -> !group.rows.isEmpty())
                .toList();
    }
}
