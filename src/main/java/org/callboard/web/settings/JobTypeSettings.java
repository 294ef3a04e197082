package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.callboard.jobs.Priority;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JobTypeSettings extends NamedKind<JobType, JobType.Details> {

    private final BusinessUnits units;

    JobTypeSettings(JobTypes types, BusinessUnits units) {
        super(
                types,
                JobType.Details.class,
                new Words(
                        "job-types",
                        "Job types",
                        "job type",
                        "The kinds of work that can be booked, and who does them.",
                        "Business units",
                        "Minutes",
                        "Questions"));
        this.units = units;
    }

    @Override
    Form blank() {
        return Form.blank().with("priority", Priority.Normal);
    }

    @Override
    Map<String, List<Option>> options(long tenant, @Nullable JobType present) {
        return Map.of("units", Option.all(units.all(tenant)), "priorities", Option.of(Priority.class));
    }

    @Override
    Function<JobType, List<String>> cells(long tenant) {
        List<BusinessUnit> all = units.all(tenant);
        return one -> List.of(
                one.details().businessUnitIds().isEmpty()
                        ? "All"
                        : Choices.names(all, one.details().businessUnitIds()),
                one.details().minutes() == null ? NONE : one.details().minutes().toString(),
                one.customFieldTypeIds().isEmpty()
                        ? NONE
                        : Integer.toString(one.customFieldTypeIds().size()));
    }
}
