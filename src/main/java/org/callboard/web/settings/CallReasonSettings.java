package org.callboard.web.settings;

import java.util.List;
import java.util.function.Function;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.springframework.stereotype.Component;

@Component
class CallReasonSettings extends NamedKind<CallReason, CallReason.Details> {

    CallReasonSettings(CallReasons reasons) {
        super(
                reasons,
                CallReason.Details.class,
                new Words(
                        "call-reasons",
                        "Call reasons",
                        "call reason",
                        "Why people call, or why a call did not become a job. A reason that counts as a lead opens a"
                                + " follow-up.",
                        "Counts as a lead"));
    }

    @Override
    Function<CallReason, List<String>> cells(long tenant) {
        return one -> List.of(one.details().isLead() ? "Lead" : NONE);
    }
}
