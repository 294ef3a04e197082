package org.callboard.calls;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was told of one telephone that was rung for a call, or of the call itself. Facts only come to it, each time the
 * earliest that was told, so that it is the same in whatever order and however often they are told.
 *
 * @param leg as the system names it; empty for the call itself
 * @param agentId the user who has the telephone
 */
record CallLeg(
        String leg,
        @Nullable Instant ringingOn,
        @Nullable Instant answeredOn,
        @Nullable Instant endedOn,
        @Nullable String endWord,
        @Nullable Long agentId,
        @Nullable String agentExternalId,
        @Nullable String agentName) {

    static final String WHOLE_CALL = "";

    /** What was told of a call by one event; null where it says nothing of this kind. */
    static @Nullable CallLeg of(CallEvent event, @Nullable Long agentId) {
        CallEvent.Agent agent = event.agent();
        Instant at = event.at();
        boolean ended = event.kind().isEnd();
        return switch (event.kind()) {
            case recording, voicemail -> null;
            case ringing, answered, ended, missed ->
                new CallLeg(
                        event.leg() == null ? WHOLE_CALL : event.leg(),
                        event.kind() == CallEvent.Kind.ringing ? at : null,
                        event.kind() == CallEvent.Kind.answered ? at : null,
                        ended ? at : null,
                        ended ? event.reason() : null,
                        agentId,
                        agent == null ? null : agent.externalId(),
                        agent == null ? null : agent.called());
        };
    }

    /** Both together. Who answers is not always who was rung, so an answer that names somebody is right about that. */
    CallLeg and(CallLeg told) {
        boolean answers = told.answeredOn != null && told.namesAgent();
        CallLeg first = answers ? told : this;
        CallLeg second = answers ? this : told;
        CallLeg known = first.agentId != null || first.agentName != null ? first : second;
        return new CallLeg(
                leg,
                earlier(ringingOn, told.ringingOn),
                earlier(answeredOn, told.answeredOn),
                earlier(endedOn, told.endedOn),
                endWord == null ? told.endWord : endWord,
                known.agentId,
                first.agentExternalId == null ? second.agentExternalId : first.agentExternalId,
                known.agentName);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /**
     * Whether no telephone rings or talks any more, though nobody said that the call is over: it may be on its way from one
     * to another. Where telephones are named, what is told of the call itself keeps it alive only if it was answered and
     * none of them was: who talks is at a telephone of which nothing was told.
     */
    static boolean areQuiet(Collection<CallLeg> legs) {
        boolean named = legs.stream().anyMatch(CallLeg::isNamed);
        boolean namedAnswer = legs.stream().anyMatch(leg -> leg.isNamed() && leg.answeredOn != null);
        List<CallLeg> telephones = legs.stream()
                .filter(leg -> leg.isNamed() || !named || leg.answeredOn != null && !namedAnswer)
                .toList();
        return telephones.stream().anyMatch(leg -> leg.endedOn != null)
                && telephones.stream().noneMatch(CallLeg::isLive);
    }

    private boolean isNamed() {
        return !leg.equals(WHOLE_CALL);
    }

    boolean isLive() {
        return endedOn == null && (ringingOn != null || answeredOn != null);
    }

    /** Whether it was answered by somebody, and not by a machine that took a message. */
    boolean isAnswered(boolean voicemail) {
        return answeredOn != null && (!voicemail || agentId != null);
    }

    boolean namesAgent() {
        return agentId != null || agentExternalId != null || agentName != null;
    }
}
