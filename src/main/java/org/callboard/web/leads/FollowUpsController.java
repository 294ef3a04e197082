package org.callboard.web.leads;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.followups.FollowUpFilter;
import org.callboard.followups.FollowUpRow;
import org.callboard.followups.FollowUps;
import org.callboard.followups.NextFollowUp;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadStatus;
import org.callboard.paging.Page;
import org.callboard.people.CurrentUser;
import org.callboard.web.Phones;
import org.callboard.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of who is to be called, and the way into the round through it. */
@Controller
@RequestMapping("/follow-ups")
class FollowUpsController {

    /** The rows of one heading. */
    record Group(FollowUpRow.Due due, List<FollowUpRow> rows) {}

    private final FollowUps followUps;
    private final NextFollowUp next;
    private final LeadChoices choices;
    private final Tenants tenants;
    private final Clock clock;

    FollowUpsController(FollowUps followUps, NextFollowUp next, LeadChoices choices, Tenants tenants, Clock clock) {
        this.followUps = followUps;
        this.next = next;
        this.choices = choices;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    @PageAccess(Role.Viewer)
    String list(FollowUpQuery query, Model model) {
        SignedInUser user = CurrentUser.get();
        long tenant = user.tenantId();
        Tenant company = tenants.get(tenant);
        LeadStatus status = query.leadStatus();
        FollowUpFilter filter = query.filter(user.id());
        Page<FollowUpRow> page = followUps.list(tenant, status, filter, query.paging());
        model.addAttribute("query", query);
        model.addAttribute("page", page);
        model.addAttribute("groups", status == LeadStatus.Open ? groups(page.data()) : null);
        model.addAttribute("counts", followUps.count(tenant, filter));
        model.addAttribute("mayAct", user.role().includes(Role.CSR));
        model.addAttribute("user", user);
        model.addAttribute("company", company);
        model.addAttribute("when", new When(company.timeZone(), clock.instant()));
        model.addAttribute("phones", new Phones(company.region()));
        choices.fill(model, tenant);
        return "leads/follow-ups";
    }

    /** Gives the one who asks the next lead that is due; where none is, the list says when one will be. */
    @PostMapping("/next")
    @PageAccess(Role.CSR)
    String next(FollowUpQuery query, RedirectAttributes redirect) {
        SignedInUser user = CurrentUser.get();
        Optional<Lead> lead = next.take(user.tenantId(), query.filter(user.id()));
        if (lead.isPresent()) {
            return "redirect:/leads/" + lead.get().id() + query.roundSuffix();
        }
        redirect.addFlashAttribute("toast", nothingIsDue(user, query));
        return "redirect:/follow-ups" + query.suffix();
    }

    private String nothingIsDue(SignedInUser user, FollowUpQuery query) {
        When when = new When(tenants.get(user.tenantId()).timeZone(), clock.instant());
        String nothing = query.narrowed() ? "Nothing with these filters is due now." : "Nothing is due now.";
        return followUps
                .next(user.tenantId(), query.filter(user.id()))
                .map(row -> nothing + " The next one comes up " + when.time(row.followUpDate()) + ".")
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
