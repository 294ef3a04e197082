package org.callboard.web.settings;

import java.util.List;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.Campaign;
import org.callboard.settings.Campaigns;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.web.layout.Option;
import org.springframework.stereotype.Component;

/** What the bookings of a page may be for, as its form offers it: all that is active. */
@Component
class PageTargets {

    private final BusinessUnits units;
    private final Campaigns campaigns;
    private final JobTypes jobTypes;

    PageTargets(BusinessUnits units, Campaigns campaigns, JobTypes jobTypes) {
        this.units = units;
        this.campaigns = campaigns;
        this.jobTypes = jobTypes;
    }

    List<Option> businessUnits(long tenant) {
        return units.all(tenant).stream()
                .filter(BusinessUnit::active)
                .map(unit -> Option.of(unit.id(), unit.name()))
                .toList();
    }

    List<Option> campaigns(long tenant) {
        return campaigns.all(tenant).stream()
                .filter(Campaign::active)
                .map(campaign -> Option.of(campaign.id(), campaign.name()))
                .toList();
    }

    List<Option> jobTypes(long tenant) {
        return jobTypes.all(tenant).stream()
                .filter(JobType::active)
                .map(type -> Option.of(type.id(), type.name()))
                .toList();
    }
}
