package org.callboard.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.Campaigns;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Priority;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.Setting;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The drop-downs of the booking form, and whether a business unit and a job type go together. */
@Service
public class JobChoices {

    /** What the form offers: active ones only. */
    public record Offered(
            List<BusinessUnit> businessUnits,
            List<JobType> jobTypes,
            List<Campaign> campaigns,
            List<Technician> technicians) {}

    /**
     * What the form starts with.
     *
     * @param minutes how long a job of this type takes; null where the type does not say
     * @param priority what a job of this type has to begin with; null without a type
     * @param why set where business unit and job type of the booking do not go together, and so both stay empty
     */
    public record Prefilled(
            @Nullable Long businessUnitId,
            @Nullable Long jobTypeId,
            @Nullable Long campaignId,
            @Nullable Integer minutes,
            @Nullable Priority priority,
            @Nullable String why) {}

    private final BusinessUnits units;
    private final JobTypes types;
    private final Campaigns campaigns;
    private final Technicians technicians;
    private final Jobs jobs;

    JobChoices(BusinessUnits units, JobTypes types, Campaigns campaigns, Technicians technicians, Jobs jobs) {
        this.units = units;
        this.types = types;
        this.campaigns = campaigns;
        this.technicians = technicians;
        this.jobs = jobs;
    }

    public Offered offered(long tenant) {
        return new Offered(
                active(units.all(tenant)),
                active(types.all(tenant)),
                active(campaigns.all(tenant)),
                active(technicians.all(tenant)));
    }

    /** What of a wish may stand in the form; an inactive one may not. */
    public Prefilled prefilled(
            Offered offered, @Nullable Long unitId, @Nullable Long typeId, @Nullable Long campaignId) {
        Optional<BusinessUnit> unit = chosen(offered.businessUnits, unitId);
        Optional<JobType> type = chosen(offered.jobTypes, typeId);
        Long campaign = chosen(offered.campaigns, campaignId).map(Campaign::id).orElse(null);
        if (unit.isPresent()
                && type.isPresent()
                && !type.get().goesWith(unit.get().id())) {
            return new Prefilled(
                    null,
                    null,
                    campaign,
                    null,
                    null,
                    "Asked for is " + type.get().name() + " at " + unit.get().name()
                            + ", which does not do that. Choose both.");
        }
        return new Prefilled(
                unit.map(BusinessUnit::id).orElse(null),
                type.map(JobType::id).orElse(null),
                campaign,
                type.map(one -> one.details().minutes()).orElse(null),
                type.map(one -> Priority.valueOf(one.details().priority())).orElse(null),
                null);
    }

    void check(long tenant, BookJobRequest form, FieldErrors errors) {
        Offered offered = offered(tenant);
        Optional<BusinessUnit> unit = chosen(offered.businessUnits, form.businessUnitId());
        Optional<JobType> type = chosen(offered.jobTypes, form.jobTypeId());
        Set<Long> working = offered.technicians.stream().map(Technician::id).collect(Collectors.toSet());
        errors.addIf(unit.isEmpty(), "businessUnitId", "Choose a business unit.")
                .addIf(type.isEmpty(), "jobTypeId", "Choose a job type.")
                .addIf(chosen(offered.campaigns, form.campaignId()).isEmpty(), "campaignId", "Choose a campaign.")
                .addIf(
                        form.recallForId() != null
                                && jobs.find(tenant, form.recallForId()).isEmpty(),
                        "recallForId",
                        "There is no job " + form.recallForId() + ".")
                .addIf(
                        !working.containsAll(form.technicianIds()),
                        "technicianIds",
                        "One of the technicians is not active any more.")
                .addIf(
                        unit.isPresent()
                                && type.isPresent()
                                && !type.get().goesWith(unit.get().id()),
                        "jobTypeId",
                        "This business unit does not do this job type.");
    }

    private static <T extends Setting<?>> List<T> active(List<T> all) {
        return all.stream().filter(Setting::active).toList();
    }

    private static <T extends Setting<?>> Optional<T> chosen(List<T> offered, @Nullable Long id) {
        return offered.stream().filter(one -> id != null && one.id() == id).findFirst();
    }
}
