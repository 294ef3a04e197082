package org.callboard.web.jobs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.database.RecordShape;
import org.callboard.desk.JobChoices;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReason;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobDetails;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.Setting;
import org.callboard.settings.TagTypes;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.web.layout.Option;
import org.springframework.stereotype.Component;

/** What the forms on the page of a job offer, and the names of what the job has though it is offered no longer. */
@Component
class JobFormChoices {

    /** Also those out of use, for their names. */
    record Known(List<Technician> technicians, List<JobHoldReason> holdReasons, List<String> tags) {

        String holdReason(long id) {
            return holdReasons.stream()
                    .filter(one -> one.id() == id)
                    .map(JobHoldReason::name)
                    .findFirst()
                    .orElse("");
        }

        Map<Long, String> technicianNames() {
            return technicians.stream().collect(Collectors.toMap(Technician::id, Technician::name));
        }
    }

    private final Technicians technicians;
    private final JobHoldReasons holdReasons;
    private final JobCancelReasons cancelReasons;
    private final JobChoices choices;
    private final TagTypes tagTypes;
    private final CustomFieldTypes fieldTypes;

    JobFormChoices(
            Technicians technicians,
            JobHoldReasons holdReasons,
            JobCancelReasons cancelReasons,
            JobChoices choices,
            TagTypes tagTypes,
            CustomFieldTypes fieldTypes) {
        this.technicians = technicians;
        this.holdReasons = holdReasons;
        this.cancelReasons = cancelReasons;
        this.choices = choices;
        this.tagTypes = tagTypes;
        this.fieldTypes = fieldTypes;
    }

    Known known(long tenant, Job job) {
        List<Long> tags = job.customData().tagTypeIds();
        return new Known(
                technicians.all(tenant),
                holdReasons.all(tenant),
                tags.isEmpty()
                        ? List.of()
                        : tagTypes.all(tenant).stream()
                                .filter(one -> tags.contains(one.id()))
                                .map(Setting::name)
                                .toList());
    }

    /**
     * What is offered; of the details also what the job has though it is offered no longer.
     *
     * @param editing whether the details are changed too, which need more
     */
    JobPage.Choices offered(
            long tenant, Job job, JobViewStore.Names names, Known known, CustomValues custom, boolean editing) {
        JobPage.Choices acts = new JobPage.Choices(
                Option.active(known.technicians()),
                Option.active(known.holdReasons()),
                cancelReasons.choices(tenant).stream()
                        .map(one -> Option.of(one.id(), one.name()))
                        .toList(),
                JobPage.DetailChoices.NONE);
        return editing ? RecordShape.with(acts, "details", details(tenant, job, names, known, custom)) : acts;
    }

    private JobPage.DetailChoices details(
            long tenant, Job job, JobViewStore.Names names, Known known, CustomValues custom) {
        JobDetails present = job.details();
        JobChoices.Offered offered = choices.offered(tenant);
        return new JobPage.DetailChoices(
                Option.with(
                        Option.active(offered.businessUnits()),
                        present.businessUnitId(),
                        Option.inactive(names.businessUnit())),
                Option.with(Option.active(offered.jobTypes()), present.jobTypeId(), Option.inactive(names.jobType())),
                Option.with(
                        Option.active(offered.campaigns()), present.campaignId(), Option.inactive(names.campaign())),
                Option.all(known.technicians().stream()
                        .filter(one -> one.active() || Objects.equals(one.id(), present.soldById()))
                        .toList()),
                Option.all(tagTypes.all(tenant).stream()
                        .filter(one ->
                                one.active() || job.customData().tagTypeIds().contains(one.id()))
                        .toList()),
                custom.inOrder(fieldTypes.active(tenant, CustomFieldTypes.OF_JOBS)));
    }
}
