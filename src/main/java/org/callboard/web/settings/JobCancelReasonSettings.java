package org.callboard.web.settings;

import java.util.List;
import java.util.function.Function;
import org.callboard.jobreasons.JobCancelReason;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.ReasonName;
import org.springframework.stereotype.Component;

@Component
class JobCancelReasonSettings extends NamedKind<JobCancelReason, ReasonName> {

    JobCancelReasonSettings(JobCancelReasons reasons) {
        super(
                reasons,
                ReasonName.class,
                new Words(
                        "job-cancel-reasons",
                        "Job cancel reasons",
                        "job cancel reason",
                        "Why jobs are canceled. Who cancels one chooses a reason.",
                        "Chosen by"));
    }

    @Override
    Function<JobCancelReason, List<String>> cells(long tenant) {
        return one -> List.of(one.bookedByMistake() ? "Nobody: Undo gives it" : "Who cancels");
    }
}
