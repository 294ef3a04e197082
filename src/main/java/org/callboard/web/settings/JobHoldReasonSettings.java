package org.callboard.web.settings;

import org.callboard.jobreasons.JobHoldReason;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobreasons.ReasonName;
import org.springframework.stereotype.Component;

@Component
class JobHoldReasonSettings extends NamedKind<JobHoldReason, ReasonName> {

    JobHoldReasonSettings(JobHoldReasons reasons) {
        super(
                reasons,
                ReasonName.class,
                new Words(
                        "job-hold-reasons",
                        "Job hold reasons",
                        "job hold reason",
                        "Why a visit waits. Who puts one on hold chooses a reason."));
    }
}
