package org.callboard.web.calls;

import java.time.Clock;
import java.util.List;
import org.callboard.callbacks.CallBack;
import org.callboard.callbacks.CallBacks;
import org.callboard.calls.Call;
import org.callboard.calls.Calls;
import org.callboard.people.CurrentUser;
import org.callboard.queue.CallerNames;
import org.callboard.settings.CallReason;
import org.callboard.settings.CallReasons;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the Calls screen shows of somebody who is called back. */
@Component
class CallBackModel {

    /**
     * What stands above the rest.
     *
     * @param talked a call by which the office talked to them meanwhile, which nobody has confirmed
     * @param resting whether it is not due yet
     * @param reason why they are not called back
     */
    record State(
            CallBack callBack,
            boolean mine,
            CallerNames.Caller caller,
            @Nullable Call talked,
            boolean resting,
            @Nullable String reason) {

        public String word() {
            return switch (callBack.status()) {
                case Open -> "Call back";
                case Reached -> "Reached";
                case Answered -> "Talked to";
                case Dismissed -> "Dismissed";
            };
        }

        public String color() {
            return switch (callBack.status()) {
                case Open -> mine || callBack.claimedBy() != null ? "is-accepted" : "is-new";
                case Reached, Answered -> "is-converted";
                case Dismissed -> "is-dismissed";
            };
        }
    }

    /**
     * The whole call-back.
     *
     * @param last the latest call that reached nobody
     * @param callReasons why somebody may not be called back
     * @param tried what was sent of a try that was refused; blank for none
     */
    record View(
            State state,
            Call last,
            List<CallBack.Try> tries,
            List<Option> callReasons,
            InquiryModel.Sent sent,
            Form tried) {}

    private final CallBacks callBacks;
    private final Calls calls;
    private final CallerNames names;
    private final CallReasons reasons;
    private final Clock clock;

    CallBackModel(CallBacks callBacks, Calls calls, CallerNames names, CallReasons reasons, Clock clock) {
        this.callBacks = callBacks;
        this.calls = calls;
        this.names = names;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** The whole call-back; NotFound where there is none. */
    View callBack(long id, InquiryModel.Sent sent, Form tried) {
        CallBack callBack = callBacks.get(tenant(), id);
        Call last = calls.get(tenant(), callBack.lastCallId());
        return new View(
                state(callBack, last),
                last,
                callBacks.tries(tenant(), id).reversed(),
                Option.active(reasons.all(tenant())),
                sent,
                tried);
    }

    /** What stands above the rest; NotFound where there is no such call-back. */
    State state(long id) {
        CallBack callBack = callBacks.get(tenant(), id);
        return state(callBack, calls.get(tenant(), callBack.lastCallId()));
    }

    private State state(CallBack callBack, Call last) {
        Long talked = callBack.talkedCallId();
        Long reason = callBack.reasonId();
        return new State(
                callBack,
                callBack.isClaimedBy(CurrentUser.get().id()),
                names.of(tenant(), callBack.number(), false, last.telephone().callerName()),
                talked == null || !callBack.isOpen() ? null : calls.get(tenant(), talked),
                callBack.isOpen() && callBack.dueOn().isAfter(clock.instant()),
                reason == null
                        ? null
                        : reasons.find(tenant(), reason).map(CallReason::name).orElse(null));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
