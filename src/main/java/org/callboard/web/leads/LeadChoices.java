package org.callboard.web.leads;

import java.util.Comparator;
import java.util.List;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.people.Employee;
import org.callboard.people.Employees;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.web.layout.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The drop-downs of filters and forms. Filters offer inactive ones too, since old leads have them. */
@Component
class LeadChoices {

    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final Employees employees;

    LeadChoices(Campaigns campaigns, CallReasons reasons, Employees employees) {
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.employees = employees;
    }

    void fill(Model model, long tenant) {
        List<CallReason> all = reasons.all(tenant);
        List<Campaign> sources = campaigns.all(tenant);
        List<Employee> people = employees.all(tenant);
        model.addAttribute(
                "campaigns",
                sources.stream()
                        .map(one -> Option.of(one.id(), named(one.name(), one.active())))
                        .toList());
        model.addAttribute(
                "reasons",
                all.stream()
                        .map(one -> Option.of(one.id(), named(one.name(), one.active())))
                        .toList());
        model.addAttribute(
                "activeCampaigns",
                sources.stream()
                        .filter(Campaign::active)
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
        model.addAttribute(
                "activeReasons",
                all.stream()
                        .filter(CallReason::active)
                        .sorted(Comparator.comparing(reason -> !reason.details().isLead()))
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
        model.addAttribute(
                "owners",
                people.stream()
                        .filter(Employee::active)
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
    }

    /** Whether a lead may be given to this employee. */
    boolean isOwner(long tenant, long employee) {
        return employees.find(tenant, employee).filter(Employee::active).isPresent();
    }

    private static String named(String name, boolean active) {
        return active ? name : name + " (inactive)";
    }
}
