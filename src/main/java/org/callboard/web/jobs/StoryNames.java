package org.callboard.web.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.campaigns.Campaigns;
import org.callboard.details.CustomDataEntries;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.people.Employees;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobTypes;
import org.callboard.settings.Setting;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technicians;
import org.springframework.stereotype.Component;

/** What the ids in the history of a job stand for. */
@Component
class StoryNames {

    private final Technicians technicians;
    private final Employees employees;
    private final JobHoldReasons holdReasons;
    private final JobCancelReasons cancelReasons;
    private final TagTypes tagTypes;
    private final BusinessUnits businessUnits;
    private final JobTypes jobTypes;
    private final Campaigns campaigns;
    private final CustomFieldTypes fieldTypes;

    StoryNames(
            Technicians technicians,
            Employees employees,
            JobHoldReasons holdReasons,
            JobCancelReasons cancelReasons,
            TagTypes tagTypes,
            BusinessUnits businessUnits,
            JobTypes jobTypes,
            Campaigns campaigns,
            CustomFieldTypes fieldTypes) {
        this.technicians = technicians;
        this.employees = employees;
        this.holdReasons = holdReasons;
        this.cancelReasons = cancelReasons;
        this.tagTypes = tagTypes;
        this.businessUnits = businessUnits;
        this.jobTypes = jobTypes;
        this.campaigns = campaigns;
        this.fieldTypes = fieldTypes;
    }

    /** How a value is said, by the name of its field. */
    Map<String, Function<Object, String>> words(long tenant) {
        Map<Long, String> people = new HashMap<>();
        employees.all(tenant).forEach(one -> people.put(one.id(), one.name()));
        people.putAll(names(technicians.all(tenant)));
        Map<String, Function<Object, String>> words = new HashMap<>();
        List.of("technicianId", "technicianIds", "soldById", "leadSourceEmployeeId")
                .forEach(field -> words.put(field, of(people)));
        words.put("holdReasonId", of(names(holdReasons.all(tenant))));
        words.put("reasonId", of(names(cancelReasons.all(tenant))));
        words.put("tagTypeIds", of(names(tagTypes.all(tenant))));
        words.put("businessUnitId", of(names(businessUnits.all(tenant))));
        words.put("jobTypeId", of(names(jobTypes.all(tenant))));
        words.put("campaignId", of(names(campaigns.all(tenant))));
        return words;
    }

    /** The custom fields of jobs, by what the change log calls them. */
    Map<String, CustomFieldType> customFields(long tenant) {
        return fieldTypes.all(tenant, CustomFieldTypes.OF_JOBS).stream()
                .collect(Collectors.toMap(type -> CustomDataEntries.inLog(type.id()), type -> type));
    }

    private static Map<Long, String> names(List<? extends Setting<?>> all) {
        return all.stream().collect(Collectors.toMap(Setting::id, Setting::name));
    }

    private static Function<Object, String> of(Map<Long, String> names) {
        return value -> value instanceof List<?> many
                ? many.stream().map(one -> name(names, one)).collect(Collectors.joining(", "))
                : name(names, value);
    }

    private static String name(Map<Long, String> names, Object id) {
        return id instanceof Number number ? names.getOrDefault(number.longValue(), id.toString()) : id.toString();
    }
}
