package org.callboard.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.bookingscripts.BookingScripts;
import org.callboard.campaigns.Campaign;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.campaigns.Campaigns;
import org.callboard.jobreasons.JobCancelReason;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReason;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.leads.LeadForm;
import org.callboard.leads.LeadForms;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;

/**
 * Sets the company up: its business units, work, campaigns, call reasons, lead forms, custom fields, booking scripts and
 * tags.
 */
class DemoSettings {

    private final BusinessUnits units;
    private final JobTypes jobTypes;
    private final CampaignCategories categories;
    private final Campaigns campaigns;
    private final CallReasons reasons;
    private final LeadForms forms;
    private final TagTypes tags;
    private final CustomFieldTypes fields;
    private final JobCancelReasons cancelReasons;
    private final JobHoldReasons holdReasons;
    private final BookingScripts scripts;

    DemoSettings(
            BusinessUnits units,
            JobTypes jobTypes,
            CampaignCategories categories,
            Campaigns campaigns,
            CallReasons reasons,
            LeadForms forms,
            TagTypes tags,
            CustomFieldTypes fields,
            JobCancelReasons cancelReasons,
            JobHoldReasons holdReasons,
            BookingScripts scripts) {
        this.units = units;
        this.jobTypes = jobTypes;
        this.categories = categories;
        this.campaigns = campaigns;
        this.reasons = reasons;
        this.forms = forms;
        this.tags = tags;
        this.fields = fields;
        this.cancelReasons = cancelReasons;
        this.holdReasons = holdReasons;
        this.scripts = scripts;
    }

    void create(long tenant) {
        cancelReasons.addStarters(tenant);
        holdReasons.addStarters(tenant);
        Map<String, Long> unitIds = new HashMap<>();
        Map<String, Long> categoryIds = new HashMap<>();
        for (DemoText.Row row : DemoText.of("settings")) {
            String name = row.text(1);
            switch (row.text(0)) {
                case "unit" ->
                    unitIds.put(
                            name,
                            units.add(tenant, new BusinessUnit.Details(name)).id());
                case "job-type" -> jobTypes.add(tenant, new JobType.Details(name, unitsNamed(row.text(2), unitIds)));
                case "category" ->
                    categoryIds.put(
                            name,
                            categories
                                    .add(
                                            tenant,
                                            new CampaignCategory.Details(
                                                    name, CampaignCategory.Type.valueOf(row.text(2))))
                                    .id());
                case "campaign" -> campaigns.add(tenant, new Campaign.Details(name, categoryIds.get(row.text(2))));
                case "reason" ->
                    reasons.add(tenant, new CallReason.Details(name, row.text(2).equals("lead")));
                case "form" ->
                    forms.add(
                            tenant,
                            new LeadForm.Details(
                                    name, campaigns(tenant).get(row.text(2)), null, Integer.valueOf(row.text(3))));
                case "tag" -> tags.add(tenant, new TagType.Details(name));
                case "field" ->
                    fields.add(
                            tenant,
                            row.text(2),
                            name,
                            CustomFieldType.DataType.valueOf(row.text(3)),
                            row.columns().size() > 4 ? List.of(row.text(4).split(", ", -1)) : null);
                case "question" -> ask(tenant, row);
                default -> {
                    // the providers are the people's matter
                }
            }
        }
    }

    private void ask(long tenant, DemoText.Row row) {
        long field = fields.all(tenant, CustomFieldTypes.OF_JOBS).stream()
                .filter(one -> one.name().equals(row.text(1)))
                .findFirst()
                .orElseThrow()
                .id();
        long jobType = Objects.requireNonNull(jobTypes(tenant).get(row.text(2))).id();
        scripts.ask(tenant, jobType, field, row.text(3).equals("needed"), row.text(5));
        fields.askAboutHouse(tenant, field, row.text(4).equals("house"));
    }

    private static List<Long> unitsNamed(String names, Map<String, Long> ids) {
        return Arrays.stream(names.split(", ", -1))
                .map(name -> ids.getOrDefault(name, 0L))
                .toList();
    }

    Map<String, Long> units(long tenant) {
        return byName(units.all(tenant), BusinessUnit::name, BusinessUnit::id);
    }

    Map<String, JobType> jobTypes(long tenant) {
        return byName(jobTypes.all(tenant), JobType::name, type -> type);
    }

    Map<String, Long> campaigns(long tenant) {
        return byName(campaigns.all(tenant), Campaign::name, Campaign::id);
    }

    Map<String, CallReason> reasons(long tenant) {
        return byName(reasons.all(tenant), CallReason::name, reason -> reason);
    }

    List<Long> cancelReasons(long tenant) {
        return cancelReasons.choices(tenant).stream().map(JobCancelReason::id).toList();
    }

    List<Long> holdReasons(long tenant) {
        return holdReasons.choices(tenant).stream().map(JobHoldReason::id).toList();
    }

    Map<String, Long> forms(long tenant) {
        return byName(forms.all(tenant), LeadForm::name, LeadForm::id);
    }

    private static <T, V> Map<String, V> byName(List<T> all, Function<T, String> name, Function<T, V> value) {
        return all.stream().collect(Collectors.toMap(name, value));
    }
}
