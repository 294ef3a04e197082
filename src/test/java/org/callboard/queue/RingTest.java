package org.callboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallState;
import org.callboard.queue.Ring.Sight;
import org.junit.jupiter.api.Test;

/** Who sees a call on their screen, and what the others are told. */
class RingTest {

    private static final long ANN = 1;
    private static final long BEN = 2;
    private static final long OUT = 3;

    private static Ring ring(CallDirection direction, CallState state, boolean open, Long holder, String agent) {
        RingingCall call = new RingingCall(
                7,
                1,
                direction,
                state,
                open,
                holder,
                holder == null ? null : holder == ANN ? "Ann" : "Ben",
                agent,
                "+19375550142",
                false,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
        return new Ring(call, new CallerNames.Caller("Jo", "", List.of()), null, Set.of(ANN, BEN));
    }

    private static Ring inbound(CallState state, Long holder) {
        return ring(CallDirection.Inbound, state, true, holder, null);
    }

    @Test
    void aCallThatNobodyHasRingsForItsGroup() {
        Ring ring = inbound(CallState.Ringing, null);
        assertThat(ring.sightOf(ANN)).isEqualTo(Sight.Rings);
        assertThat(ring.sightOf(BEN)).isEqualTo(Sight.Rings);
        assertThat(ring.sightOf(OUT)).isEqualTo(Sight.None);
    }

    @Test
    void whoeverTookItIsNamedToTheOthers() {
        assertThat(inbound(CallState.Ringing, BEN).sightOf(ANN)).isEqualTo(Sight.None);
        assertThat(inbound(CallState.Ringing, BEN).call().outcome()).isEqualTo("Ben took it");
        assertThat(ring(CallDirection.Inbound, CallState.Answered, true, null, "The night service")
                        .call()
                        .outcome())
                .isEqualTo("The night service took it");
        assertThat(inbound(CallState.Answered, null).call().outcome()).isEqualTo("Answered");
        assertThat(inbound(CallState.Missed, null).call().outcome()).isEqualTo("No one answered");
        assertThat(ring(CallDirection.Inbound, CallState.Ringing, false, null, null)
                        .call()
                        .outcome())
                .isEqualTo("Call ended");
    }

    /** Also somebody for whom it never rang: it is theirs. */
    @Test
    void whoTalksSeesTheirOwnCallAndNobodyElseDoes() {
        assertThat(inbound(CallState.Answered, OUT).sightOf(OUT)).isEqualTo(Sight.Talks);
        assertThat(inbound(CallState.Answered, OUT).sightOf(ANN)).isEqualTo(Sight.None);
    }

    @Test
    void whatIsOverClosedOrGoesOutShowsNowhere() {
        for (Ring ring : List.of(
                inbound(CallState.Ended, ANN),
                inbound(CallState.Missed, null),
                inbound(null, null),
                ring(CallDirection.Inbound, CallState.Ringing, false, null, null),
                ring(CallDirection.Outbound, CallState.Ringing, true, null, null),
                ring(CallDirection.Outbound, CallState.Answered, true, ANN, null))) {
            assertThat(ring.sightOf(ANN)).as(ring.toString()).isEqualTo(Sight.None);
        }
    }
}
