package org.callboard.web.leads;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.ContactType;
import org.callboard.addresses.ContactValues;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.details.ContactContent;
import org.callboard.details.ContactEntry;
import org.callboard.followups.Channel;
import org.callboard.followups.FollowUps;
import org.callboard.followups.Outcome;
import org.callboard.leads.Lead;
import org.callboard.leads.LeadDetails;
import org.callboard.leads.LeadPerson;
import org.callboard.people.CurrentUser;
import org.callboard.web.Phones;
import org.callboard.web.QuickDates;
import org.callboard.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a lead shows. */
@Component
class LeadPageModel {

    /**
     * A way to reach the person.
     *
     * @param textHref for a text, where one may be sent
     */
    record Link(
            String label,
            String shown,
            @Nullable String href,
            @Nullable String textHref,
            @Nullable String memo,
            Channel channel) {}

    private final LeadViews views;
    private final FollowUps followUps;
    private final LeadChoices choices;
    private final Changes changes;
    private final Tenants tenants;
    private final Clock clock;

    LeadPageModel(
            LeadViews views, FollowUps followUps, LeadChoices choices, Changes changes, Tenants tenants, Clock clock) {
        this.views = views;
        this.followUps = followUps;
        this.choices = choices;
        this.changes = changes;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The whole page. What the model holds already, such as a form that came back, stays. 404 where there is no lead. */
    void fill(Model model, long id, FollowUpQuery query) {
        SignedInUser user = CurrentUser.get();
        LeadView view = views.get(user.tenantId(), id);
        Tenant company = frame(model, query);
        QuickDates dates = dates(company);
        Lead lead = view.lead();
        LeadDetails details = lead.details();
        Long holder = lead.holder(clock.instant());
        model.addAttribute("view", view);
        model.addAttribute("lead", lead);
        model.addAttribute("held", holder != null && holder == user.id());
        model.addAttribute("links", links(view, company.region()));
        model.addAttribute(
                "overdue",
                details.followUpDate() != null && !details.followUpDate().isAfter(clock.instant()));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("outcomes", Outcome.values());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", FollowUpForm.blank(dates));
        }
        if (query.inRound()) {
            model.addAttribute("counts", followUps.count(user.tenantId(), query.filter(user.id())));
        }
        choices.fill(model, user.tenantId());
        model.addAttribute(
                "formerOwner", details.ownerId() != null && !choices.isOwner(user.tenantId(), details.ownerId()));
    }

    /** What every page about leads needs. */
    Tenant frame(Model model, FollowUpQuery query) {
        SignedInUser user = CurrentUser.get();
        Tenant company = tenants.get(user.tenantId());
        model.addAttribute("query", query);
        model.addAttribute("user", user);
        model.addAttribute("mayAct", user.role().includes(Role.CSR));
        model.addAttribute("company", company);
        model.addAttribute("when", new When(company.timeZone(), clock.instant()));
        model.addAttribute("dates", dates(company));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return company;
    }

    void fillHistory(Model model, long id) {
        long tenant = CurrentUser.get().tenantId();
        Tenant company = tenants.get(tenant);
        views.get(tenant, id);
        model.addAttribute("when", new When(company.timeZone(), clock.instant()));
        model.addAttribute("history", changes.of(tenant, EntityKind.LEAD, id));
    }

    QuickDates dates() {
        return dates(tenants.get(CurrentUser.get().tenantId()));
    }

    private QuickDates dates(Tenant company) {
        return new QuickDates(company.timeZone(), clock.instant());
    }

    /** The lead's own first: it is the one that the person gave last. */
    private static List<Link> links(LeadView view, String region) {
        List<Link> links = new ArrayList<>();
        LeadPerson person = view.lead().details().person();
        if (person.leadPhone() != null) {
            links.add(link(ContactType.Phone, "Phone", person.leadPhone(), null, true, region));
        }
        if (person.leadEmail() != null) {
            links.add(link(ContactType.Email, "E-mail", person.leadEmail(), null, true, region));
        }
        for (ContactEntry entry : view.contacts()) {
            ContactContent content = entry.content();
            String label = switch (content.type()) {
                case MobilePhone -> "Mobile";
                case Email -> "E-mail";
                case Fax -> "Fax";
                case Phone -> "Phone";
            };
            boolean text = content.type() != ContactType.Fax && !content.doNotText();
            Link link = link(content.type(), label, content.value(), content.memo(), text, region);
            if (link.href == null || links.stream().noneMatch(known -> link.href.equals(known.href))) {
                links.add(link);
            }
        }
        return links;
    }

    private static Link link(
            ContactType type, String label, String value, @Nullable String memo, boolean text, String region) {
        String href = new Phones(region).link(type, value);
        if (ContactValues.understood(type, value) == ContactType.Email) {
            return new Link(label, value, href, null, memo, Channel.Email);
        }
        String sms = href == null || !text ? null : href.replaceFirst("tel:", "sms:");
        return new Link(label, ContactValues.display(value, region), href, sms, memo, Channel.Call);
    }
}
