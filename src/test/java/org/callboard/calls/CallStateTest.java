package org.callboard.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.database.RecordShape;
import org.junit.jupiter.api.Test;

/** What is told of a call may come in any order and twice: one state follows. */
class CallStateTest {

    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
    private static final String A = "A";
    private static final String B = "B";

    /** What a call is after some events. */
    private static final class Told {
        private final Map<String, CallLeg> legs = new TreeMap<>();
        private boolean over;

        Told and(CallEvent event) {
            CallLeg leg = CallLeg.of(event, null);
            if (leg != null) {
                legs.merge(leg.leg(), leg, CallLeg::and);
                over |= leg.leg().isEmpty() && leg.endedOn() != null;
            }
            return this;
        }

        CallState state() {
            return CallState.of(legs.values(), over, false);
        }

        Call call(Instant toldOn) {
            Call.Telephone telephone = new Call.Telephone(
                    START,
                    null,
                    null,
                    null,
                    "+19375550191",
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    over,
                    false,
                    null,
                    null);
            Call.Handling handling = new Call.Handling(
                    CallDesk.Open,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            Call call = new Call(
                    1,
                    1L,
                    "x",
                    CallDirection.Inbound,
                    true,
                    telephone,
                    handling,
                    null,
                    null,
                    toldOn,
                    null,
                    true,
                    1,
                    START,
                    0,
                    START);
            return SettleCall.settled(null, null, call, legs.values(), true, START.plusSeconds(60));
        }
    }

    @Test
    void everyOrderOfWhatIsToldOfOneCallEndsInOneState() {
        List<CallEvent> events = List.of(
                event(Kind.ringing, A, 0),
                event(Kind.ringing, B, 1),
                event(Kind.ended, A, 2),
                event(Kind.answered, B, 3),
                event(Kind.ended, B, 40),
                event(Kind.ended, null, 41));
        Set<Call> ends = new HashSet<>();
        int orders = 0;
        for (List<CallEvent> order : permutations(events)) {
            Told told = new Told();
            for (CallEvent event : order) {
                told.and(event).and(event);
            }
            ends.add(told.call(START.plusSeconds(50)));
            orders++;
        }
        assertThat(orders).isEqualTo(720);
        assertThat(ends).singleElement().satisfies(call -> {
            assertThat(call.state()).isEqualTo(CallState.Ended);
            assertThat(call.telephone().answeredOn()).isEqualTo(START.plusSeconds(3));
            assertThat(call.telephone().endedOn()).isEqualTo(START.plusSeconds(41));
            assertThat(call.lookOn()).isNull();
        });
    }

    @Test
    void oneTelephoneThatDoesNotAnswerSaysNothingWhileOthersRing() {
        Told told = new Told().and(event(Kind.ringing, A, 0)).and(event(Kind.ringing, B, 0));
        assertThat(told.and(event(Kind.missed, A, 5)).state()).isEqualTo(CallState.Ringing);
        assertThat(told.and(event(Kind.missed, B, 6)).state()).isEqualTo(CallState.Ringing);
        assertThat(told.and(event(Kind.ended, null, 7)).state()).isEqualTo(CallState.Missed);
    }

    @Test
    void aTransferIsNoEnd() {
        Told told = new Told().and(event(Kind.ringing, A, 0)).and(event(Kind.answered, A, 2));
        assertThat(told.state()).isEqualTo(CallState.Answered);
        assertThat(told.and(event(Kind.ended, A, 60)).state()).isEqualTo(CallState.Answered);
        assertThat(told.call(START.plusSeconds(60)).lookOn()).isEqualTo(START.plusSeconds(70));
        assertThat(told.and(event(Kind.ringing, B, 63)).state()).isEqualTo(CallState.Answered);
        assertThat(told.call(START.plusSeconds(63)).lookOn()).isEqualTo(START.plusSeconds(63 + 4 * 3600));
        assertThat(told.and(event(Kind.answered, B, 65)).state()).isEqualTo(CallState.Answered);
        assertThat(told.and(event(Kind.ended, B, 90))
                        .and(event(Kind.ended, null, 90))
                        .state())
                .isEqualTo(CallState.Ended);
    }

    @Test
    void anAnswerThatIsToldOfTheCallAloneKeepsItAliveBesideTelephonesThatStopped() {
        Told told = new Told().and(event(Kind.ringing, A, 0)).and(event(Kind.answered, null, 2));
        told.and(event(Kind.missed, A, 2));
        assertThat(told.call(START.plusSeconds(3)).lookOn()).isEqualTo(START.plusSeconds(3 + 4 * 3600));
        // where a telephone answered, it tells whether somebody talks
        told.and(event(Kind.answered, B, 2)).and(event(Kind.ended, B, 90));
        assertThat(told.call(START.plusSeconds(90)).lookOn()).isEqualTo(START.plusSeconds(100));
    }

    @Test
    void whoAnswersIsRightAboutWhoThatIs() {
        CallLeg rings = RecordShape.with(CallLeg.of(event(Kind.ringing, A, 0), 7L), "agentName", "Ann");
        CallLeg talks = RecordShape.with(CallLeg.of(event(Kind.answered, A, 1), 8L), "agentName", "Ben");
        assertThat(rings.and(talks)).isEqualTo(talks.and(rings));
        assertThat(rings.and(talks).agentId()).isEqualTo(8);
        CallLeg unnamed = CallLeg.of(event(Kind.answered, A, 1), null);
        assertThat(rings.and(unnamed)).isEqualTo(unnamed.and(rings));
        assertThat(rings.and(unnamed).agentId()).isEqualTo(7);
    }

    @Test
    void aMachineThatTookAMessageDidNotAnswer() {
        CallLeg machine = CallLeg.of(event(Kind.answered, A, 5), null);
        CallLeg person = RecordShape.with(machine, "agentId", 7L);
        assertThat(CallState.of(List.of(machine), true, false)).isEqualTo(CallState.Ended);
        assertThat(CallState.of(List.of(machine), true, true)).isEqualTo(CallState.Missed);
        assertThat(CallState.of(List.of(person), true, true)).isEqualTo(CallState.Ended);
    }

    @Test
    void whoHungUpBeforeATelephoneRangIsMissed() {
        assertThat(CallState.of(List.of(), true, false)).isEqualTo(CallState.Missed);
        assertThat(CallState.of(List.of(), false, false)).isEqualTo(CallState.Ringing);
    }

    private static CallEvent event(Kind kind, String leg, int second) {
        return new CallEvent(
                1,
                "x",
                kind,
                leg,
                CallDirection.Inbound,
                "+19375550191",
                null,
                null,
                null,
                null,
                START.plusSeconds(second),
                null);
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<T> rest = new ArrayList<>(all);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                found.add(one);
            }
        }
        return found;
    }
}
