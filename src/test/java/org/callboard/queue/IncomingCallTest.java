package org.callboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallState;
import org.callboard.calls.Switchboard;
import org.callboard.queue.IncomingCall.Sight;
import org.junit.jupiter.api.Test;

/** Who sees a call on their screen, and what the others are told. */
class IncomingCallTest {

    private static final long ANN = 1;
    private static final long BEN = 2;
    private static final long OUT = 3;

    private static IncomingCall incoming(
            CallDirection direction, CallState state, boolean open, Long holder, String agent) {
        ActiveCall call = Switchboard.activeCall(
                "direction",
                direction,
                "state",
                state,
                "open",
                open,
                "claimedBy",
                holder,
                "claimedByName",
                holder == null ? null : holder == ANN ? "Ann" : "Ben",
                "agentName",
                agent);
        return new IncomingCall(call, new CallerNames.Caller("Jo", "", List.of()), null, Set.of(ANN, BEN));
    }

    private static IncomingCall inbound(CallState state, Long holder) {
        return incoming(CallDirection.Inbound, state, true, holder, null);
    }

    @Test
    void aCallThatNobodyHasRingsForItsGroup() {
        IncomingCall incoming = inbound(CallState.Ringing, null);
        assertThat(incoming.sightOf(ANN)).isEqualTo(Sight.Rings);
        assertThat(incoming.sightOf(BEN)).isEqualTo(Sight.Rings);
        assertThat(incoming.sightOf(OUT)).isEqualTo(Sight.None);
    }

    @Test
    void whoeverTookItIsNamedToTheOthers() {
        assertThat(inbound(CallState.Ringing, BEN).sightOf(ANN)).isEqualTo(Sight.None);
        assertThat(inbound(CallState.Ringing, BEN).call().outcome()).isEqualTo("Ben took it");
        assertThat(incoming(CallDirection.Inbound, CallState.Answered, true, null, "The night service")
                        .call()
                        .outcome())
                .isEqualTo("The night service took it");
        assertThat(inbound(CallState.Answered, null).call().outcome()).isEqualTo("Answered");
        assertThat(inbound(CallState.Missed, null).call().outcome()).isEqualTo("No one answered");
        assertThat(incoming(CallDirection.Inbound, CallState.Ringing, false, null, null)
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
        for (IncomingCall incoming : List.of(
                inbound(CallState.Ended, ANN),
                inbound(CallState.Missed, null),
                inbound(null, null),
                incoming(CallDirection.Inbound, CallState.Ringing, false, null, null),
                incoming(CallDirection.Outbound, CallState.Ringing, true, null, null),
                incoming(CallDirection.Outbound, CallState.Answered, true, ANN, null))) {
            assertThat(incoming.sightOf(ANN)).as(incoming.toString()).isEqualTo(Sight.None);
        }
    }
}
