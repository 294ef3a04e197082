package org.callboard.desk;

import java.util.List;
import java.util.Optional;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The drop-downs of the booking form, and whether a business unit and a job type go together. */
@Service
public class JobChoices {

    /** What the form offers: active ones only. */
    public record Offered(List<BusinessUnit> businessUnits, List<JobType> jobTypes, List<Campaign> campaigns) {}

    /**
     * What the form starts with.
     *
     * @param why set where business unit and job type of the booking do not go together, and so both stay empty
     */
    public record Prefilled(
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Long campaignId,
            @Nullable String why) {}

    private final BusinessUnits units;
    private final JobTypes types;
    private final Campaigns campaigns;

    JobChoices(BusinessUnits units, JobTypes types, Campaigns campaigns) {
        this.units = units;
        this.types = types;
        this.campaigns = campaigns;
    }

    public Offered offered(long tenant) {
        return new Offered(
                units.all(tenant).stream().filter(BusinessUnit::active).toList(),
                types.all(tenant).stream().filter(JobType::active).toList(),
                campaigns.all(tenant).stream().filter(Campaign::active).toList());
    }

    /** What of a wish may stand in the form; an inactive one may not. */
    public Prefilled prefilled(
            Offered offered, @Nullable Long unitId, @Nullable Long typeId, @Nullable Long campaignId) {
        Optional<BusinessUnit> unit = offered.businessUnits.stream()
                .filter(u -> Long.valueOf(u.id()).equals(unitId))
                .findFirst();
        Optional<JobType> type = offered.jobTypes.stream()
                .filter(t -> Long.valueOf(t.id()).equals(typeId))
                .findFirst();
        Long campaign = offered.campaigns.stream()
                .map(Campaign::id)
                .filter(id -> id.equals(campaignId))
                .findFirst()
                .orElse(null);
        if (unit.isPresent()
                && type.isPresent()
                && !type.get().goesWith(unit.get().id())) {
            return new Prefilled(
                    null,
                    null,
                    campaign,
                    "Asked for is " + type.get().name() + " at " + unit.get().name()
                            + ", which does not do that. Choose both.");
        }
        return new Prefilled(
                unit.map(BusinessUnit::id).orElse(null), type.map(JobType::id).orElse(null), campaign, null);
    }

    void check(
            long tenant, @Nullable Long unitId, @Nullable Long typeId, @Nullable Long campaignId, FieldErrors errors) {
        Offered offered = offered(tenant);
        Optional<JobType> type = offered.jobTypes.stream()
                .filter(t -> Long.valueOf(t.id()).equals(typeId))
                .findFirst();
        boolean unit = offered.businessUnits.stream()
                .anyMatch(u -> Long.valueOf(u.id()).equals(unitId));
        errors.addIf(!unit, "businessUnitId", "Choose a business unit.");
        errors.addIf(type.isEmpty(), "jobTypeId", "Choose a job type.");
        errors.addIf(
                offered.campaigns.stream().noneMatch(c -> Long.valueOf(c.id()).equals(campaignId)),
                "campaignId",
                "Choose a campaign.");
        if (unit && unitId != null && type.isPresent()) {
            errors.addIf(!type.get().goesWith(unitId), "jobTypeId", "This business unit does not do this job type.");
        }
    }
}
