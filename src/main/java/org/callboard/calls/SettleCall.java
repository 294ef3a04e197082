package org.callboard.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.calls.Call.Handling;
import org.callboard.calls.Call.Telephone;
import org.callboard.database.RecordShape;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a call from the facts about it: its state, who talks, where it stands on the desk and whose it is, and when
 * to look at it again. The same rule for what is told and for what is not told in time.
 */
final class SettleCall {

    /** How long a call that nobody answers is thought to ring, and one that was answered to last, if nothing more is told. */
    static final Duration RINGING = Duration.ofMinutes(3);

    static final Duration TALKING = Duration.ofHours(4);

    /** How long a call may be on its way from one telephone to the next. */
    static final Duration QUIET = Duration.ofSeconds(10);

    /** How long the number of a call that nobody answered may still come. */
    static final Duration UNTOLD = Duration.ofSeconds(60);

    private SettleCall() {}

    /**
     * The call as it follows.
     *
     * @param before as it stood; null for a new one
     * @param agentBefore the user who had answered then, by its telephones
     * @param told with what was told put into it, and nothing of it settled
     * @param fresh whether its number was understood just now, so that its place on the desk is open again
     */
    static Call settled(
            @Nullable Call before,
            @Nullable Long agentBefore,
            Call told,
            Collection<CallLeg> legs,
            boolean fresh,
            Instant now) {
        Long agent = agent(told, legs);
        Telephone telephone = telephone(told, legs, now);
        Call call = told.with(telephone);
        CallState was = before == null ? null : before.state();
        boolean voicemail = telephone.voicemailUrl() != null
                && (before == null || before.telephone().voicemailUrl() == null);
        if (telephone.state() != was || fresh || voicemail) {
            call = onDesk(call, agent, was, now);
        }
        call = call.with(claimed(before, agentBefore, call, agent, now));
        return RecordShape.with(call, "lookOn", lookOn(call, legs));
    }

    private static Telephone telephone(Call call, Collection<CallLeg> legs, Instant now) {
        Telephone told = call.telephone();
        Long said = call.handling().saidAgentId();
        boolean voicemail = told.voicemailUrl() != null;
        CallState state = CallState.of(legs, told.isOver(), voicemail);
        Optional<CallLeg> talks = talks(call, legs)
                .filter(leg -> said == null || said.equals(leg.agentId())); // the words of another are none of theirs
        return new Telephone(
                told.receivedOn(),
                state,
                told.toldFrom(),
                told.toldTo(),
                told.number(),
                told.withheld(),
                told.callerName(),
                told.ownNumberId(),
                said == null ? talks.map(CallLeg::agentId).orElse(null) : said,
                talks.map(CallLeg::agentExternalId).orElse(null),
                talks.map(CallLeg::agentName).orElse(null),
                legs.stream()
                        .filter(leg -> leg.isAnswered(voicemail))
                        .map(leg -> Objects.requireNonNull(leg.answeredOn()))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                told.isOver() ? endedOn(told, legs, now) : null,
                told.isOver(),
                told.endUntold(),
                told.recordingUrl(),
                told.voicemailUrl());
    }

    /**
     * The user who answered, or who called, by its telephones; null where none names one. A program may have said somebody
     * else: that is shown, but who has the call follows from this.
     */
    static @Nullable Long agent(Call call, Collection<CallLeg> legs) {
        return talks(call, legs).map(CallLeg::agentId).orElse(null);
    }

    private static Optional<CallLeg> talks(Call call, Collection<CallLeg> legs) {
        boolean voicemail = call.telephone().voicemailUrl() != null;
        boolean calls = call.direction() == CallDirection.Outbound;
        return legs.stream()
                .filter(leg -> leg.namesAgent() && (calls || leg.isAnswered(voicemail)))
                .max(Comparator.comparing(CallLeg::isLive)
                        .thenComparing(CallLeg::answeredOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(CallLeg::leg));
    }

    /** When it ended: as was told of the whole call, else of the last telephone; else when we gave up. */
    private static Instant endedOn(Telephone told, Collection<CallLeg> legs, Instant now) {
        Stream<Instant> whole = legs.stream()
                .filter(leg -> leg.leg().equals(CallLeg.WHOLE_CALL))
                .map(CallLeg::endedOn)
                .flatMap(Stream::ofNullable);
        Optional<Instant> said = whole.findFirst();
        if (said.isPresent()) {
            return said.get();
        }
        if (told.endUntold()) {
            return told.endedOn() == null ? now : told.endedOn();
        }
        return legs.stream()
                .map(CallLeg::endedOn)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Where it stands now that its state, its number or a message is new. What somebody closed stays closed. */
    private static Call onDesk(Call call, @Nullable Long agent, @Nullable CallState was, Instant now) {
        CallDesk desk = call.desk();
        boolean waits = desk == CallDesk.Open || desk == CallDesk.CallBack || desk == CallDesk.Lost;
        if (call.direction() == CallDirection.Outbound || !waits) {
            return call;
        }
        CallDesk next = call.state() == CallState.Missed ? missed(call, agent, was) : CallDesk.Open;
        return next == desk ? call : call.unclaimed(next, next == CallDesk.Lost ? now : null);
    }

    private static CallDesk missed(Call call, @Nullable Long agent, @Nullable CallState was) {
        boolean over = was == null || was.isOver();
        if (over && call.desk() == CallDesk.Open && call.isTakenByHand(agent)) {
            return CallDesk.Open; // somebody has taken it up, whatever the telephone did before
        }
        if (call.number() != null) {
            return CallDesk.CallBack;
        }
        if (call.telephone().voicemailUrl() != null) {
            return CallDesk.Open; // nobody can be called back, but somebody can be heard
        }
        return call.telephone().withheld() ? CallDesk.Lost : call.desk();
    }

    /**
     * Who answered has it; a claim can't end while they talk, and has its time once they don't. Who is known only then takes
     * it from nobody who took it meanwhile.
     */
    private static Handling claimed(
            @Nullable Call before, @Nullable Long agentBefore, Call call, @Nullable Long agent, Instant now) {
        Handling handling = call.handling();
        if (handling.desk() != CallDesk.Open) {
            return handling;
        }
        CallState was = before == null ? null : before.state();
        boolean talks = call.state() == CallState.Answered;
        boolean late = !talks && before != null && before.isTakenByHand(agentBefore) && before.isHeld(now);
        if (call.isAnswered()
                && agent != null
                && !agent.equals(agentBefore)
                && !agent.equals(handling.claimedBy())
                && !late) {
            Instant first = call.telephone().answeredOn();
            return handling.claimed(
                    agent,
                    agentBefore == null && first != null ? first : now,
                    talks ? null : now.plus(CallClaims.LEASE));
        }
        if (handling.claimedBy() == null || call.state() == was) {
            return handling;
        }
        if (talks) {
            return RecordShape.with(handling, "leaseUntil", null);
        }
        return was == CallState.Answered
                ? RecordShape.with(handling, "leaseUntil", now.plus(CallClaims.LEASE))
                : handling;
    }

    /** When to look at it again though nothing is told; null where there is nothing to look for. */
    static @Nullable Instant lookOn(Call call, Collection<CallLeg> legs) {
        return Stream.of(
                        Optional.ofNullable(overOn(call, legs)),
                        lostOn(call),
                        Optional.ofNullable(call.handling().leaseUntil()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When it counts as over unless something is told of it; null where it is, or where no telephone tells of it. */
    static @Nullable Instant overOn(Call call, Collection<CallLeg> legs) {
        Instant told = call.toldOn();
        if (told == null || call.telephone().isOver()) {
            return null;
        }
        if (CallLeg.areQuiet(legs)) {
            return told.plus(QUIET);
        }
        return told.plus(call.state() == CallState.Answered ? TALKING : RINGING);
    }

    /** When a call that reached nobody is given up, since nobody said who it was. */
    static Optional<Instant> lostOn(Call call) {
        boolean untold = call.state() == CallState.Missed
                && call.desk() == CallDesk.Open
                && call.handling().claimedBy() == null
                && call.number() == null
                && call.telephone().voicemailUrl() == null
                && !call.telephone().withheld();
        return untold ? Optional.ofNullable(call.toldOn()).map(told -> told.plus(UNTOLD)) : Optional.empty();
    }
}
