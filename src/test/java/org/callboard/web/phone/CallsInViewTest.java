package org.callboard.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.calls.CallState;
import org.callboard.calls.Switchboard;
import org.callboard.queue.ActiveCall;
import org.callboard.queue.CallerNames;
import org.callboard.queue.IncomingCall;
import org.callboard.testing.Server;
import org.callboard.web.EventStreams;
import org.callboard.web.phone.CallsInView.Gone;
import org.callboard.web.phone.CallsInView.Shown;
import org.junit.jupiter.api.Test;

/** What is kept of the calls on the line, and what it costs to look at it. */
class CallsInViewTest {

    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    private static final long ANN = 1;

    private final SignedInUser ann = new SignedInUser(7, ANN, "Ann", "ann@example.com", Role.CSR, 0);
    private final List<Long> drawn = new ArrayList<>();

    private static IncomingCall incoming(long id, int version, CallState state, int second) {
        ActiveCall call = Switchboard.activeCall(
                "id", id, "version", version, "state", state, "receivedOn", NOON.plusSeconds(second));
        return new IncomingCall(
                call,
                new CallerNames.Caller("Jo", "", List.of()),
                null,
                state == CallState.Ringing ? Set.of(ANN) : Set.of());
    }

    private CallsInView with(CallsInView before, int second, IncomingCall... calls) {
        return before.with(List.of(calls), NOON.plusSeconds(second), incoming -> {
            drawn.add(incoming.call().id());
            return "call " + incoming.call().id();
        });
    }

    @Test
    void theOldestStandsFirstAndEachIsDrawnOnceForEachOfItsChanges() {
        CallsInView first =
                with(CallsInView.NONE, 9, incoming(1, 1, CallState.Ringing, 5), incoming(2, 1, CallState.Ringing, 3));
        CallsInView second = with(first, 9, incoming(3, 1, CallState.Ringing, 4));
        assertThat(second.of(ann).calls()).extracting(Shown::id).containsExactly(2L, 3L, 1L);
        assertThat(second.of(ann)).isEqualTo(second.of(ann));
        assertThat(first.of(ann).calls()).as("as it was").extracting(Shown::id).containsExactly(2L, 1L);
        assertThat(drawn).containsExactly(1L, 2L, 3L);
    }

    /** From another node it may come after what is newer. */
    @Test
    void whatIsOlderThanWhatIsKnownChangesNothing() {
        CallsInView missed = with(
                with(CallsInView.NONE, 1, incoming(1, 1, CallState.Ringing, 0)),
                2,
                incoming(1, 3, CallState.Missed, 0));
        assertThat(with(missed, 3, incoming(1, 2, CallState.Ringing, 0)).of(ann).calls())
                .isEmpty();
    }

    @Test
    void whatBecameOfACallIsForgottenWithALaterChange() {
        CallsInView missed = with(
                with(CallsInView.NONE, 1, incoming(1, 1, CallState.Ringing, 0)),
                2,
                incoming(1, 2, CallState.Missed, 0));
        assertThat(missed.onTheLine()).isEmpty();
        assertThat(with(missed, 20, incoming(2, 1, CallState.Ringing, 20))
                        .of(ann)
                        .gone())
                .containsExactly(new Gone(1, 2, "No one answered"));
        assertThat(with(missed, 40, incoming(2, 1, CallState.Ringing, 40))
                        .of(ann)
                        .gone())
                .isEmpty();
    }

    /** As after a failover that lost the transaction in which it began. */
    @Test
    void aCallOfWhichNoRecordIsLeftRingsNoLonger() {
        IncomingCall kept = incoming(2, 1, CallState.Ringing, 0);
        CallsInView both = with(CallsInView.NONE, 1, incoming(1, 1, CallState.Ringing, 0), kept);
        assertThat(both.among(List.of(kept)).of(ann).calls())
                .extracting(Shown::id)
                .containsExactly(2L);
    }

    /** However many calls there are, on however many screens. */
    @Test
    void aBeatLooksAtNoCallAgain() throws InterruptedException {
        Switchboard board = new Switchboard();
        board.run("insert into call (tenant_id, direction, state, number, desk, received_on, created_on, modified_on)"
                + " select " + board.tenant
                + ", 'Inbound', 'Ringing', '+1937555' || (1000 + n), 'Open', now(), now(), now()"
                + " from generate_series(1, 200) n");
        EventStreams.Company<PhoneStream.Line> company =
                Server.bean(PhoneStream.class).company(board.tenant, Set.of());
        try {
            PhoneStream.Line line = company.feed(board.ann);
            assertThat(line.next(Duration.ZERO).data()).contains("Take the call");
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            assertThat(line.next(Duration.ZERO)).isNull();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                line.next(Duration.ZERO);
            }
            assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 100)
                    .as("bytes for a beat")
                    .isLessThan(2_000);
        } finally {
            company.end();
        }
    }
}
