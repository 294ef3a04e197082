package org.callboard.web.leads;

import java.time.Clock;
import java.time.Instant;
import org.callboard.access.SignedInUser;
import org.callboard.followups.Channel;
import org.callboard.followups.FollowUps;
import org.callboard.leads.Lead;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Shell;
import org.springframework.stereotype.Component;

/** Gathers what the page of a lead shows. */
@Component
class LeadPageModel {

    private final LeadViewStore views;
    private final FollowUps followUps;
    private final LeadChoices choices;
    private final Clock clock;

    LeadPageModel(LeadViewStore views, FollowUps followUps, LeadChoices choices, Clock clock) {
        this.views = views;
        this.followUps = followUps;
        this.choices = choices;
        this.clock = clock;
    }

    /** The page with a form as it was sent, or a blank one; NotFound where there is no lead. */
    LeadPage page(long id, FollowUpQuery query, Form form, Shell shell) {
        SignedInUser user = CurrentUser.get();
        if (!form.has("channel")) { // another of the page's forms was sent, or none
            form.with("channel", Channel.Call).with("nextOn", shell.getDates().tomorrow());
        }
        LeadView names = views.get(user.tenantId(), id);
        Lead lead = names.lead();
        Instant now = clock.instant();
        Instant due = lead.details().followUpDate();
        Long holder = lead.holder(now);
        return new LeadPage(
                names,
                query,
                holder != null && holder == user.id(),
                due != null && !due.isAfter(now),
                query.inRound() ? followUps.count(user.tenantId(), query.filter(user.id())) : null,
                choices.offered(user.tenantId()),
                shell.getCompany().region(),
                form);
    }
}
