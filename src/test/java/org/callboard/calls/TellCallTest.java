package org.callboard.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.calls.CallEvent.Kind.answered;
import static org.callboard.calls.CallEvent.Kind.ended;
import static org.callboard.calls.CallEvent.Kind.missed;
import static org.callboard.calls.CallEvent.Kind.ringing;
import static org.callboard.calls.CallEvent.Kind.voicemail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.callbacks.CallBack;
import org.callboard.callbacks.CallBackStatus;
import org.callboard.callbacks.CallBacks;
import org.callboard.callbacks.DismissCallBack;
import org.callboard.callbacks.ReachCallBack;
import org.callboard.calls.Switchboard.Told;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.phonelines.BlockedNumbers;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** A call as a telephone system tells of it. */
class TellCallTest {

    private final Switchboard board = new Switchboard();
    private final String caller = Switchboard.caller();

    @Test
    void whoAnswersHasTheCall() {
        Call rings = board.tell("c", ringing, "1", caller, "12");
        assertThat(rings.state()).isEqualTo(CallState.Ringing);
        assertThat(rings.desk()).isEqualTo(CallDesk.Open);
        assertThat(rings.number()).isEqualTo(caller);
        assertThat(rings.telephone().ownNumberId()).isEqualTo(board.line);
        assertThat(rings.handling().campaignId()).isNotNull();
        assertThat(rings.handling().claimedBy()).isNull();

        Call talks = board.tell("c", answered, "1", caller, "12");
        assertThat(talks.state()).isEqualTo(CallState.Answered);
        assertThat(talks.isClaimedBy(board.ann.id())).isTrue();
        assertThat(talks.claimedByName()).isEqualTo(board.ann.displayName());
        assertThat(talks.handling().leaseUntil()).isNull();

        Call over = board.tell("c", ended, null, caller);
        assertThat(over.state()).isEqualTo(CallState.Ended);
        assertThat(over.desk()).isEqualTo(CallDesk.Open);
        assertThat(over.isClaimedBy(board.ann.id())).isTrue();
        assertThat(over.handling().leaseUntil()).isAfter(Instant.now().plus(Duration.ofMinutes(4)));
        assertThat(board.history(EntityKind.CALL, over.id())).containsExactly("ended", "answered", "created");

        board.later(over.id(), "6 minutes");
        Call left = board.look(over.id());
        assertThat(left.handling().claimedBy()).isNull();
        assertThat(left.desk()).isEqualTo(CallDesk.Open);
        assertThat(board.history(EntityKind.CALL, over.id())).startsWith("claim expired");
    }

    @Test
    void inEveryOrderAndTwiceTheSameBecomesOfIt() {
        Instant start = Instant.now().minusSeconds(60);
        Random random = new Random(7);
        Set<String> ends = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            String call = "order" + i;
            String from = Switchboard.caller();
            List<CallEvent> events = new ArrayList<>();
            for (int twice = 0; twice < 2; twice++) {
                events.add(board.event(call, ringing, "1", from, "12", start));
                events.add(board.event(call, ringing, "2", from, "13", start.plusSeconds(1)));
                events.add(board.event(call, missed, "1", from, "12", start.plusSeconds(3)));
                events.add(board.event(call, answered, "2", from, "13", start.plusSeconds(3)));
                events.add(board.event(call, ended, "2", from, "13", start.plusSeconds(30)));
                events.add(board.event(call, ended, null, from, null, start.plusSeconds(30)));
            }
            Collections.shuffle(events, random);
            long id = 0;
            for (CallEvent event : events) {
                id = board.tell(event).id();
            }
            Call whole = board.call(id);
            CallBack open = board.as(() -> Server.bean(CallBacks.class).open(board.tenant, from))
                    .orElse(null);
            ends.add(whole.state() + " " + whole.desk() + " " + whole.handling().claimedBy() + " "
                    + whole.telephone().receivedOn() + " " + whole.telephone().answeredOn() + " "
                    + whole.telephone().endedOn() + " " + open);
        }
        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next())
                .startsWith("Ended Open " + board.ben.id())
                .endsWith("null");
    }

    @Test
    void whatFiftyTellAtOnceIsOneCall() {
        Instant at = Instant.now(); // the same of all: an earlier one that comes later would be news
        List<CallEvent> events = List.of(
                board.event("one", ringing, "1", caller, "12", at),
                board.event("one", answered, "1", caller, "12", at),
                board.event("one", ended, null, caller, null, at));
        AtOnce.run(50, i -> () -> board.tell(events.get(i % 3)));
        long id = board.sql("select id from call where external_id = 'one'");
        assertThat(board.call(id).state()).isEqualTo(CallState.Ended);
        assertThat(board.history(EntityKind.CALL, id).stream().filter("created"::equals))
                .hasSize(1);
        assertThat(board.history(EntityKind.CALL, id).size()).isLessThanOrEqualTo(4);
    }

    @Test
    void fiftyMissedCallsOfOneNumberAtOnceAreOneCallBack() {
        AtOnce.run(50, i -> () -> board.tell("m" + i, missed, null, caller));
        CallBack callBack = callBack();
        assertThat(callBack.missedCount()).isEqualTo(50);
        assertThat(board.history(EntityKind.CALL_BACK, callBack.id()).stream().filter("created"::equals))
                .hasSize(1);
        assertThat(board.sql("select count(*) from call where call_back_id = " + callBack.id()))
                .isEqualTo(50);
    }

    @Test
    void aCallThatWasOpenedByHandIsTheOneThatRings() {
        long byHand = board.byHand(board.ann, caller);
        AtOnce.run(2, i -> () -> board.tell("adopted", i == 0 ? ringing : answered, "1", caller, "12"));
        Call call = board.call(byHand);
        assertThat(call.externalId()).isEqualTo("adopted");
        assertThat(call.state()).isEqualTo(CallState.Answered);
        assertThat(call.isClaimedBy(board.ann.id())).isTrue();
        assertThat(call.handling().leaseUntil()).isNull();
        assertThat(board.sql("select count(*) from call")).isEqualTo(1);
        assertThat(board.history(EntityKind.CALL, byHand)).contains("joined");
    }

    @Test
    void somebodyWhoMayNotTakeInquiriesIsNamedAndHasNothing() {
        SignedInUser viewer = board.shop.tenant.user(Role.Viewer);
        board.run("update app_user set extension = '77' where id = " + viewer.id());
        for (String extension : List.of("77", "99")) {
            Call call = board.tell("x" + extension, answered, "1", caller, extension);
            assertThat(call.state()).isEqualTo(CallState.Answered);
            assertThat(call.handling().claimedBy()).isNull();
            assertThat(call.telephone().agentName()).isEqualTo(extension);
        }
    }

    @Test
    void aTransferGivesTheCallToWhoAnswersThenAndSaysSo() {
        board.tell("t", answered, "1", caller, "12");
        assertThat(board.tell("t", ended, "1", caller, "12").state()).isEqualTo(CallState.Answered);
        board.tell("t", ringing, "2", caller, "13");
        Call call = board.tell("t", answered, "2", caller, "13");
        assertThat(call.isClaimedBy(board.ben.id())).isTrue();
        assertThat(board.history(EntityKind.CALL, call.id())).containsExactly("taken over", "created");
        board.tell("t", ended, "2", caller, "13");
        board.later(call.id(), "11 seconds");
        assertThat(board.tell("t", ringing, "3", caller, "12").state()).isEqualTo(CallState.Ended);
        assertThat(board.call(call.id()).telephone().endUntold()).isFalse();
    }

    @Test
    void aCallOfWhichNoEndIsToldEndsByItself() {
        long rings = board.tell("r", ringing, "1", caller).id();
        assertThat(board.look(rings).state()).isEqualTo(CallState.Ringing);
        board.later(rings, "3 minutes 1 second");
        Call missedCall = board.look(rings);
        assertThat(missedCall.state()).isEqualTo(CallState.Missed);
        assertThat(missedCall.telephone().endUntold()).isTrue();
        assertThat(missedCall.desk()).isEqualTo(CallDesk.CallBack);

        long talks = board.tell("a", answered, "1", caller, "12").id();
        board.later(talks, "3 hours 59 minutes");
        assertThat(board.look(talks).state()).isEqualTo(CallState.Answered);
        board.later(talks, "2 minutes");
        assertThat(board.look(talks).state()).isEqualTo(CallState.Ended);
        assertThat(board.call(talks).telephone().endUntold()).isTrue();
    }

    @Test
    void aStoredTaskSeesToThat() {
        long id = board.tell("s", ended, "1", caller).id();
        assertThat(board.call(id).state()).isEqualTo(CallState.Ringing);
        board.run("update call set told_on = told_on - interval '1 minute' where id = " + id);
        assertThat(board.runTasks("look-at-call", id)).isEqualTo(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(board.call(id).state()).isEqualTo(CallState.Missed));
        assertThat(board.call(id).telephone().endUntold()).isFalse();
    }

    @Test
    void aNumberThatComesLateStillMakesTheCallBack() {
        Call first = board.tell("l", missed, null, null);
        assertThat(first.desk()).isEqualTo(CallDesk.Open);
        assertThat(first.telephone().withheld()).isFalse();
        board.later(first.id(), "61 seconds");
        assertThat(board.look(first.id()).desk()).isEqualTo(CallDesk.Lost);
        Call told = board.tell("l", ringing, "1", caller);
        assertThat(told.desk()).isEqualTo(CallDesk.CallBack);
        assertThat(callBack().lastCallId()).isEqualTo(told.id());
    }

    @Test
    void lateProofOfAnAnswerTakesTheMissBack() {
        Call lost = board.tell("p", missed, null, caller);
        assertThat(lost.desk()).isEqualTo(CallDesk.CallBack);
        long callBack = callBack().id();
        Call talked = board.tell("p", answered, "1", caller, "12");
        assertThat(talked.state()).isEqualTo(CallState.Ended);
        assertThat(talked.desk()).isEqualTo(CallDesk.Open);
        assertThat(talked.isClaimedBy(board.ann.id())).isTrue();
        assertThat(board.as(() -> Server.bean(CallBacks.class).get(board.tenant, callBack))
                        .status())
                .isEqualTo(CallBackStatus.Dismissed);
    }

    @Test
    void twoCallersWhoKeepTheirNumbersAreTwo() {
        Call one = board.missed("w1", "anonymous");
        Call other = board.missed("w2", "+266696687");
        assertThat(one.id()).isNotEqualTo(other.id());
        for (Call call : List.of(one, other)) {
            assertThat(call.desk()).isEqualTo(CallDesk.Lost);
            assertThat(call.number()).isNull();
            assertThat(call.telephone().withheld()).isTrue();
            assertThat(call.handling().callBackId()).isNull();
        }
        Call message = board.tell("w2", voicemail, null, null);
        assertThat(message.desk()).isEqualTo(CallDesk.Open);
        assertThat(board.sql("select count(*) from call_back")).isZero();
    }

    @Test
    void colleaguesAndBlockedNumbersWaitForNobody() {
        board.run("update employee set phone = '(937) 555-0177' where id = " + board.ben.id());
        for (String from : List.of("12", "+19375550177", "+19375550100")) {
            Call call = board.missed("i" + from, from);
            assertThat(call.desk()).as(from).isEqualTo(CallDesk.Internal);
        }
        Call waits = board.tell("b1", ringing, "1", caller);
        board.ann.caller().run(() -> Server.bean(BlockedNumbers.class).block(board.tenant, caller, "spam", false));
        assertThat(board.call(waits.id()).desk()).isEqualTo(CallDesk.Blocked);
        Call later = board.missed("b2", caller);
        assertThat(later.desk()).isEqualTo(CallDesk.Blocked);
        assertThat(board.sql("select count(*) from call_back")).isZero();
        assertThat(board.tell("line", ringing, "1", "client:nobody").telephone().withheld())
                .isTrue();
    }

    @Test
    void aMessageOfSomebodyWhoseNumberIsNotToldWaitsToBeHeard() {
        board.tell("v", missed, null, null);
        Call message = board.tell("v", voicemail, null, null);
        assertThat(message.desk()).isEqualTo(CallDesk.Open);
        board.later(message.id(), "61 seconds");
        assertThat(board.look(message.id()).desk()).isEqualTo(CallDesk.Open);
        long lost = board.tell("late", missed, null, null).id();
        board.later(lost, "61 seconds");
        assertThat(board.look(lost).desk()).isEqualTo(CallDesk.Lost);
        assertThat(board.tell("late", voicemail, null, null).desk()).isEqualTo(CallDesk.Open);
    }

    @Test
    void whatIsToldTakesThePlaceOfWhatWasAssumed() {
        String ours = "+19375550100";
        List<Told> events = List.of(
                new Told("o", ringing).leg("1").agent("12"),
                new Told("o", missed).numbers(ours, caller),
                new Told("o", ended).direction(CallDirection.Outbound).numbers("anonymous", null));
        Set<String> ends = new HashSet<>();
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            String name = "o" + Arrays.toString(order);
            Call call = null;
            for (int place : order) {
                Told told = events.get(place);
                call = board.tell(new Told(
                        name,
                        told.kind(),
                        told.leg(),
                        told.direction(),
                        told.from(),
                        told.to(),
                        told.extension(),
                        told.at()));
            }
            ends.add(call.direction() + " " + call.number() + " "
                    + call.telephone().withheld() + " " + call.telephone().ownNumberId() + " "
                    + call.telephone().agentId() + " " + call.desk());
        }
        assertThat(ends)
                .containsExactly("Outbound " + caller + " false " + board.line + " " + board.ann.id() + " Outgoing");
        assertThat(board.sql("select count(*) from call_back where status = 'Open'"))
                .isZero();
    }

    @Test
    void aNumberTakesThePlaceOfOneThatWasWithheld() {
        Call lost = board.tell("n", missed, null, "anonymous");
        assertThat(lost.desk()).isEqualTo(CallDesk.Lost);
        assertThat(board.tell("n", ringing, "1", caller).desk()).isEqualTo(CallDesk.CallBack);
        assertThat(board.tell("n", ringing, "1", "anonymous").number()).isEqualTo(caller);
    }

    @Test
    void whatAPersonDidStays() {
        Call reached = board.missed("r", caller);
        CallBack open = callBack();
        board.ann.caller().call(() -> Server.bean(ReachCallBack.class).reached(board.tenant, open.id(), null));
        board.later(reached.id(), "6 minutes");
        assertThat(board.look(reached.id()).handling().claimedBy()).isNull();
        assertThat(board.tell("r", voicemail, null, caller).desk()).isEqualTo(CallDesk.Open);
        assertThat(board.sql("select count(*) from call_back where status = 'Open'"))
                .isZero();

        Call taken = board.missed("t", caller);
        long again = callBack().id();
        board.ann.caller().call(() -> Server.bean(ReachCallBack.class).reached(board.tenant, again, null));
        board.tell("t", answered, "1", caller, "13");
        assertThat(board.call(taken.id()).isClaimedBy(board.ann.id())).isTrue();

        Call dismissed = board.missed("d", caller);
        long last = callBack().id();
        board.ann
                .caller()
                .call(() -> Server.bean(DismissCallBack.class).dismiss(board.tenant, last, board.shop.reason, null));
        Call talked = board.tell("d", answered, "1", caller, "12");
        assertThat(talked.id()).isEqualTo(dismissed.id());
        assertThat(talked.state()).isEqualTo(CallState.Ended);
        assertThat(talked.desk()).isEqualTo(CallDesk.Dismissed);
        assertThat(talked.handling().claimedBy()).isNull();
    }

    /** A call that the office made and one of the team, taken by the one who talked, in whatever order it is told. */
    @Test
    void whatIsTakenAsACustomersStaysTaken() {
        board.run("update employee set phone = '(937) 555-0177' where id = " + board.ben.id());
        List<List<Told>> kinds = List.of(
                List.of(
                        new Told("out", ringing)
                                .leg("1")
                                .direction(CallDirection.Outbound)
                                .agent("12"),
                        new Told("out", answered)
                                .leg("1")
                                .direction(CallDirection.Outbound)
                                .agent("12"),
                        new Told("out", ringing)
                                .direction(CallDirection.Outbound)
                                .numbers("+19375550100", caller),
                        new Told("out", ended).direction(CallDirection.Outbound)),
                List.of(
                        new Told("team", answered)
                                .leg("1")
                                .direction(CallDirection.Inbound)
                                .numbers("13", null)
                                .agent("12"),
                        new Told("team", ringing)
                                .direction(CallDirection.Inbound)
                                .numbers("+19375550177", null),
                        new Told("team", ended).direction(CallDirection.Inbound)));
        for (List<Told> told : kinds) {
            for (boolean released : List.of(false, true)) {
                for (List<Told> order : orders(told)) {
                    Call call = taken(order, released);
                    List<String> as = order.stream().map(Told::toString).toList();
                    assertThat(call.desk()).as("%s", as).isEqualTo(CallDesk.Open);
                    assertThat(call.number()).as("%s", as).isNotNull();
                    if (!released) {
                        assertThat(call.isClaimedBy(board.ann.id()))
                                .as("%s", as)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** Told in this order, and taken as soon as it can be. */
    private Call taken(List<Told> order, boolean released) {
        String name = Switchboard.caller();
        HoldCall hold = Server.bean(HoldCall.class);
        boolean taken = false;
        Call call = null;
        for (Told told : order) {
            call = board.tell(told.call(name));
            long id = call.id();
            if (!taken && call.isTakeable()) {
                taken = true;
                board.ann.caller().call(() -> hold.takeAsCustomers(board.tenant, id));
                if (released) {
                    board.ann.caller().call(() -> hold.release(board.tenant, id));
                }
            }
        }
        assertThat(taken).isTrue();
        return board.call(call.id());
    }

    private static List<List<Told>> orders(List<Told> told) {
        if (told.size() < 2) {
            return List.of(told);
        }
        List<List<Told>> orders = new ArrayList<>();
        for (Told first : told) {
            List<Told> others = told.stream().filter(one -> one != first).toList();
            for (List<Told> rest : orders(others)) {
                List<Told> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void aNumberThatIsBlockedWhileItBeginsToRingIsOffTheDesk() {
        BlockedNumbers blocked = Server.bean(BlockedNumbers.class);
        Runnable block = () -> blocked.block(board.tenant, caller, null, false);
        AtOnce.waiting(
                board.ann.caller(),
                () -> board.tell("first", ringing, "1", caller),
                () -> board.ann.caller().call(Executors.callable(block)));
        assertThat(board.sql("select count(*) from call where desk = 'Blocked'"))
                .isEqualTo(1);
        board.run("delete from blocked_number");
        Call second = AtOnce.waiting(board.ann.caller(), block, () -> board.tell("second", ringing, "1", caller));
        assertThat(second.desk()).isEqualTo(CallDesk.Blocked);
    }

    @Test
    void ofTwoThatWereOpenedByHandOneRings() {
        for (int round = 0; round < 5; round++) {
            String from = Switchboard.caller();
            String call = "two" + round;
            board.byHand(board.ann, from);
            board.byHand(board.ben, from);
            AtOnce.run(8, i -> () -> board.tell(call, i % 2 == 0 ? ringing : answered, "1", i == 7 ? null : from));
            assertThat(board.sql("select count(*) from call where external_id = '" + call + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void theHistoryKeepsNoLinkToWhatWasRecorded() {
        board.tell("c1", ringing, "1", caller);
        long call = board.tell("c1", voicemail, null, caller).id();
        board.tell("c1", CallEvent.Kind.recording, null, caller);
        assertThat(board.as(() -> Server.bean(Changes.class).of(board.tenant, EntityKind.CALL, call)))
                .asString()
                .contains("voicemailUrl", "recordingUrl")
                .doesNotContain("pbx.example.com");
    }

    private CallBack callBack() {
        return board.as(() -> Server.bean(CallBacks.class).open(board.tenant, caller))
                .orElseThrow();
    }
}
