package org.callboard.web.leads;

import java.util.List;
import org.callboard.campaigns.Campaigns;
import org.callboard.people.Employee;
import org.callboard.people.Employees;
import org.callboard.settings.CallReasons;
import org.callboard.web.layout.Option;
import org.springframework.stereotype.Component;

/** The drop-downs of filters and forms. Filters offer inactive ones too, since old leads have them. */
@Component
class LeadChoices {

    /** @param owners whom a lead may be given to */
    record Offered(
            List<Option> campaigns,
            List<Option> reasons,
            List<Option> activeCampaigns,
            List<Option> activeReasons,
            List<Option> owners) {}

    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final Employees employees;

    LeadChoices(Campaigns campaigns, CallReasons reasons, Employees employees) {
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.employees = employees;
    }

    Offered offered(long tenant) {
        var sources = campaigns.all(tenant);
        var all = reasons.all(tenant);
        return new Offered(
                Option.all(sources),
                Option.all(all),
                Option.active(sources),
                Option.ofLeads(all),
                employees.all(tenant).stream()
                        .filter(Employee::active)
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList());
    }
}
