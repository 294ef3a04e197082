package org.callboard.web.settings;

import java.util.List;
import java.util.function.Function;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
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
                        "Business units"));
        this.units = units;
    }

    @Override
    Function<JobType, List<String>> cells(long tenant) {
        List<BusinessUnit> all = units.all(tenant);
        return one -> List.of(
                one.details().businessUnitIds().isEmpty()
                        ? "All"
                        : Choices.names(all, one.details().businessUnitIds()));
    }

    @Override
    List<Field> fields(long tenant, @Nullable JobType present) {
        return List.of(
                NAME,
                Field.checks("businessUnitIds", "Business units", Choices.all(units.all(tenant)))
                        .hint("With none chosen, every business unit does it."));
    }

    @Override
    JobType.Details details(Input input) {
        return new JobType.Details(input.required("name"), input.ids("businessUnitIds"));
    }
}
