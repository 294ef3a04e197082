package org.callboard.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.callboard.access.SignedInUser;
import org.callboard.calls.Call;
import org.callboard.calls.CallChanged;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.CloseCall;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.openinghours.OpeningHours;
import org.callboard.openinghours.WorkingTime;
import org.callboard.phonelines.BlockedNumbers;
import org.callboard.queue.ClosedInquiries;
import org.callboard.queue.InquiryKey;
import org.callboard.refusals.Refusal;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Who called and reached nobody is called back until somebody says that this is done. */
class CallBacksTest {

    private final Switchboard board = new Switchboard();
    private final long tenant = board.tenant;
    private final String caller = Switchboard.caller();
    private final CallBacks callBacks = Server.bean(CallBacks.class);

    @Test
    void missesOfOneNumberAreOneAndItSinksWithEachTry() {
        board.missed("1", caller);
        board.missed("2", caller);
        CallBack open = open();
        assertThat(open.missedCount()).isEqualTo(2);
        assertThat(open.dueOn()).isBefore(Instant.now().plusSeconds(1));

        rests(tried(TryOutcome.NoAnswer), Duration.ofMinutes(15));
        rests(tried(TryOutcome.LeftVoicemail), Duration.ofHours(2));
        CallBack third = tried(TryOutcome.Busy);
        WorkingTime hours = board.as(() -> Server.bean(OpeningHours.class).workingTime(tenant));
        assertThat(third.dueOn()).isCloseTo(hours.nextOpening(Instant.now()), within(1, ChronoUnit.MINUTES));
        assertThat(third.tries()).isEqualTo(3);
        List<CallBack.Try> tries = board.as(() -> callBacks.tries(tenant, open.id()));
        assertThat(tries)
                .extracting(CallBack.Try::outcome)
                .containsExactly(TryOutcome.NoAnswer, TryOutcome.LeftVoicemail, TryOutcome.Busy);
        assertThat(tries).extracting(CallBack.Try::createdByName).containsOnly(board.ann.displayName());

        board.missed("3", caller);
        assertThat(open().dueOn()).isBefore(Instant.now().plusSeconds(1));
        assertThat(board.history(EntityKind.CALL_BACK, open.id()))
                .containsExactly("missed", "tried", "tried", "tried", "missed", "created");
    }

    @Test
    void whoIsReachedIsTheCallersWithTheLatestCall() {
        board.missed("1", caller);
        Call latest = board.missed("2", caller);
        CallBack open = open();
        Call mine = as(board.ann, () -> Server.bean(ReachCallBack.class).reached(tenant, open.id(), "Her sister"));
        assertThat(mine.id()).isEqualTo(latest.id());
        assertThat(mine.desk()).isEqualTo(CallDesk.Open);
        assertThat(mine.isClaimedBy(board.ann.id())).isTrue();
        assertThat(board.as(() -> callBacks.get(tenant, open.id())).status()).isEqualTo(CallBackStatus.Reached);
        assertThat(board.as(() -> callBacks.tries(tenant, open.id())))
                .extracting(CallBack.Try::outcome, CallBack.Try::memo)
                .containsExactly(tuple(TryOutcome.Reached, "Her sister"));
        assertThat(board.history(EntityKind.CALL, mine.id())).startsWith("reached");
        // a late event does not take it away again
        board.tell("2", Kind.missed, "1", caller);
        assertThat(board.call(mine.id()).isClaimedBy(board.ann.id())).isTrue();
        closed(() -> Server.bean(ReachCallBack.class).reached(tenant, open.id(), null));
        closed(() -> Server.bean(TryCallBack.class).tried(tenant, open.id(), TryOutcome.Busy, null));
        closed(() -> Server.bean(DismissCallBack.class).dismiss(tenant, open.id(), board.shop.reason, null));
        closed(() -> Server.bean(CallBackClaims.class).claim(tenant, open.id()));
        board.missed("3", caller);
        assertThat(open().id()).isNotEqualTo(open.id());
    }

    @Test
    void whatIsDismissedAgainIsFoundByItself() {
        Call call = board.missed("1", caller);
        as(board.ann, () -> Server.bean(DismissCallBack.class).dismiss(tenant, open().id(), board.shop.reason, null));
        ClosedInquiries lately = Server.bean(ClosedInquiries.class);
        assertThat(board.as(() -> lately.latest(tenant)))
                .extracting(one -> one.key().kind())
                .containsExactly(InquiryKey.Kind.CallBack);
        as(board.ann, () -> Server.bean(HoldCall.class).reopen(tenant, call.id()));
        as(board.ann, () -> Server.bean(CloseCall.class).dismiss(tenant, call.id(), board.shop.reason, null));
        assertThat(board.as(() -> lately.latest(tenant)))
                .extracting(one -> one.key().kind())
                .containsExactly(InquiryKey.Kind.Call, InquiryKey.Kind.CallBack);
    }

    @Test
    void aCallOfWhichSomethingElseBecameIsNotOpenedAgain() {
        Call call = board.missed("1", caller);
        long id = open().id();
        board.run("update call set desk = 'Dismissed', closed_on = now() where id = " + call.id());
        refused(
                "call-closed",
                () -> as(board.ann, () -> Server.bean(ReachCallBack.class).reached(tenant, id, null)));
        assertThat(open().id()).isEqualTo(id);
    }

    @Test
    void onePersonHasItAtATime() {
        board.missed("1", caller);
        long id = open().id();
        CallBackClaims claims = Server.bean(CallBackClaims.class);
        as(board.ann, () -> claims.claim(tenant, id));
        refused("call-held", () -> as(board.ben, () -> claims.claim(tenant, id)));
        refused("call-held", () -> as(board.ben, () -> claims.release(tenant, id)));
        refused(
                "call-held",
                () -> as(board.ben, () -> Server.bean(TryCallBack.class).tried(tenant, id, TryOutcome.Busy, null)));
        refused(
                "call-held",
                () -> as(board.ben, () -> Server.bean(ReachCallBack.class).reached(tenant, id, null)));
        as(board.ben, () -> claims.takeOver(tenant, id, board.ann.id()));
        refused("call-held", () -> as(board.ann, () -> claims.takeOver(tenant, id, board.ann.id())));
        assertThat(as(board.ann, () -> claims.prolong(tenant, id))).isFalse();
        assertThat(as(board.ben, () -> claims.prolong(tenant, id))).isTrue();
        as(board.ben, () -> claims.release(tenant, id));
        as(board.ann, () -> claims.claim(tenant, id));
        assertThat(board.history(EntityKind.CALL_BACK, id))
                .containsExactly("claimed", "released", "taken over", "claimed", "created");
    }

    @Test
    void aClaimOfSomebodyWhoIsGoneEndsByItself() {
        board.missed("1", caller);
        long id = open().id();
        as(board.ann, () -> Server.bean(CallBackClaims.class).claim(tenant, id));
        board.run("update call_back set lease_until = now() - interval '1 second' where id = " + id);
        assertThat(board.runTasks("release-expired-call-back", id)).isEqualTo(1);
        Awaitility.await().untilAsserted(() -> assertThat(open().claimedBy()).isNull());
        assertThat(board.history(EntityKind.CALL_BACK, id)).startsWith("claim expired", "claimed");
    }

    @Test
    void itIsDismissedForAReasonAndEveryWrongFieldIsNamed() {
        board.missed("1", caller);
        long id = open().id();
        DismissCallBack dismiss = Server.bean(DismissCallBack.class);
        assertThatThrownBy(() -> as(board.ann, () -> dismiss.dismiss(tenant, id, null, "x".repeat(2001))))
                .satisfies(e -> assertThat(((Refusal) e).errors()).containsOnlyKeys("reason", "memo"));
        assertThatThrownBy(() -> as(board.ann, () -> dismiss.dismiss(tenant, id, 1L, null)))
                .satisfies(e -> assertThat(((Refusal) e).errors()).containsOnlyKeys("reason"));
        assertThatThrownBy(() -> as(
                        board.ann,
                        () -> Server.bean(TryCallBack.class).tried(tenant, id, TryOutcome.Reached, "x".repeat(2001))))
                .satisfies(e -> assertThat(((Refusal) e).errors()).containsOnlyKeys("outcome", "memo"));
        CallBack gone = as(board.ann, () -> dismiss.dismiss(tenant, id, board.shop.reason, " wrong number "));
        assertThat(gone.status()).isEqualTo(CallBackStatus.Dismissed);
        assertThat(gone.memo()).isEqualTo("wrong number");
        refused("not-found", () -> as(board.ann, () -> dismiss.dismiss(tenant, 7, board.shop.reason, null)));
    }

    @Test
    void anAnsweredCallOfTheNumberEndsItOnceAPersonSaysSo() {
        board.missed("1", caller);
        long id = open().id();
        Call talk = board.tell("2", Kind.answered, "1", caller, "12");
        assertThat(open().talkedCallId()).isEqualTo(talk.id());
        assertThat(board.history(EntityKind.CALL_BACK, id)).startsWith("answered");
        assertThat(open().status()).isEqualTo(CallBackStatus.Open);

        as(board.ann, () -> wrapUp(talk));
        CallBack over = board.as(() -> callBacks.get(tenant, id));
        assertThat(over.status()).isEqualTo(CallBackStatus.Answered);
        assertThat(over.closedBy()).isEqualTo(board.ann.id());
        assertThat(board.history(EntityKind.CALL_BACK, id)).startsWith("ended", "answered");
    }

    @Test
    void whoIsNotCalledBackTakesTheMissedCallsAlong() {
        Call first = board.missed("1", caller);
        Call second = board.missed("2", caller);
        long id = open().id();
        as(board.ann, () -> Server.bean(DismissCallBack.class).dismiss(tenant, id, board.shop.reason, "Sells pens"));
        for (Call missed : List.of(first, second)) {
            Call.Handling handling = board.call(missed.id()).handling();
            assertThat(handling.desk()).isEqualTo(CallDesk.Dismissed);
            assertThat(handling.reasonId()).isEqualTo(board.shop.reason);
            assertThat(handling.memo()).isEqualTo("Sells pens");
            assertThat(handling.closedBy()).isEqualTo(board.ann.id());
            assertThat(handling.answeredByDeskOn()).isNull();
            assertThat(board.history(EntityKind.CALL, missed.id())).startsWith("dismissed");
        }
        // what is told late changes nothing of that
        assertThat(board.tell("2", Kind.answered, "1", caller, "12").desk()).isEqualTo(CallDesk.Dismissed);
    }

    @Test
    void aTalkThatAPersonConfirmsEndsItWhateverCameBetween() {
        board.missed("1", caller);
        long id = open().id();
        Call talk = board.tell("2", Kind.answered, "1", caller, "12");
        board.outgoing("3", Kind.answered, caller, "13");
        assertThat(open().talkedCallId()).isNotEqualTo(talk.id());
        as(board.ann, () -> Server.bean(CloseCall.class).dismiss(tenant, talk.id(), board.shop.reason, null));
        assertThat(board.as(() -> callBacks.get(tenant, id)).status()).isEqualTo(CallBackStatus.Answered);
    }

    @Test
    void soDoesACallThatWasOpenedByHandSince() {
        long before = board.byHand(board.ann, caller);
        board.run(
                "update call set received_on = now() - interval '1 hour', created_on = now() - interval '1 hour' where id = "
                        + before);
        board.missed("1", caller);
        long id = open().id();
        CloseCall close = Server.bean(CloseCall.class);
        as(board.ann, () -> close.dismiss(tenant, before, board.shop.reason, null));
        assertThat(open().id()).isEqualTo(id);
        long since = board.byHand(board.ann, caller);
        as(board.ann, () -> close.dismiss(tenant, since, board.shop.reason, null));
        assertThat(board.as(() -> callBacks.get(tenant, id)).status()).isEqualTo(CallBackStatus.Answered);
    }

    /** Tells what follows that the user who acts dismissed a call. */
    private Call wrapUp(Call call) {
        Call.Handling handling = RecordShape.with(call.handling(), "desk", CallDesk.Dismissed);
        handling = RecordShape.with(handling, "closedBy", Caller.current().id());
        Call over = RecordShape.with(call, "handling", handling);
        Server.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> Server.publish(new CallChanged(tenant, call, over)));
        return over;
    }

    @Test
    void aCallToTheNumberIsATryOnceWhereNobodyAnswers() {
        board.missed("1", caller);
        long id = open().id();
        Call out = board.outgoing("out", Kind.ringing, caller, "12");
        assertThat(out.desk()).isEqualTo(CallDesk.Outgoing);
        assertThat(out.handling().callBackId()).isEqualTo(id);
        board.outgoing("out", Kind.missed, caller, "12");
        board.outgoing("out", Kind.missed, caller, "12");
        assertThat(open().tries()).isEqualTo(1);
        rests(open(), Duration.ofMinutes(15));
        board.outgoing("out2", Kind.answered, caller, "13");
        assertThat(open().talkedCallId()).isNotNull();
        assertThat(open().tries()).isEqualTo(1);
    }

    @Test
    void aMissThatWasNoneLeavesTheOthers() {
        Call one = board.missed("1", caller);
        board.missed("2", caller);
        board.tell("2", Kind.answered, "1", caller, "12");
        CallBack open = open();
        assertThat(open.missedCount()).isEqualTo(1);
        assertThat(open.lastCallId()).isEqualTo(one.id());
    }

    @Test
    void whoTriedByACallIsNamed() {
        board.missed("1", caller);
        long id = open().id();
        board.outgoing("out", Kind.ringing, caller, "12");
        board.outgoing("out", Kind.missed, caller, "12");
        board.outgoing("out2", Kind.missed, caller, "77");
        assertThat(board.as(() -> callBacks.tries(tenant, id)))
                .extracting(CallBack.Try::createdById, CallBack.Try::createdByName)
                .containsExactly(tuple(board.ann.id(), board.ann.displayName()), tuple(0L, "77"));
    }

    @Test
    void aCallFromBeforeTheyCalledIsNoTry() {
        Instant before = Instant.now().minusSeconds(600);
        board.missed("1", caller);
        Switchboard.Told out = new Switchboard.Told("out", Kind.ringing)
                .direction(CallDirection.Outbound)
                .numbers("+19375550100", caller)
                .at(before);
        assertThat(board.tell(out).handling().callBackId()).isNull();
        board.outgoing("out", Kind.missed, caller, "12");
        assertThat(open().tries()).isZero();
        board.tell(
                new Switchboard.Told("old", Kind.answered).numbers(caller, null).at(before));
        assertThat(open().talkedCallId()).isNull();
    }

    @Test
    void whoCallsAgainAfterATalkIsToBeCalledBackAgain() {
        board.missed("1", caller);
        board.outgoing("out", Kind.answered, caller, "12");
        assertThat(open().talkedCallId()).isNotNull();
        board.missed("2", caller);
        assertThat(open().talkedCallId()).isNull();
        assertThat(open().dueOn()).isBefore(Instant.now().plusSeconds(1));
    }

    @Test
    void aMissThatWasNoneLeavesNothingBehind() {
        board.missed("1", caller);
        CallBack rested = tried(TryOutcome.NoAnswer);
        Call none = board.missed("2", caller);
        assertThat(open().dueOn()).isBefore(rested.dueOn());
        Call talked = board.tell("2", Kind.answered, "1", caller, "12");
        assertThat(talked.id()).isEqualTo(none.id());
        assertThat(talked.handling().callBackId()).isNull();
        CallBack open = open();
        assertThat(open.dueOn()).isCloseTo(rested.dueOn(), within(1, ChronoUnit.SECONDS));
        assertThat(open.lastCallId()).isEqualTo(rested.lastCallId());
        assertThat(open.lastMissedOn()).isEqualTo(rested.lastMissedOn());
        assertThat(open.missedCount()).isEqualTo(1);
    }

    @Test
    void nobodyCallsABlockedNumberBack() {
        Call missed = board.missed("1", caller);
        long id = open().id();
        board.ann.caller().run(() -> Server.bean(BlockedNumbers.class).block(tenant, caller, null, false));
        CallBack gone = board.as(() -> callBacks.get(tenant, id));
        assertThat(gone.status()).isEqualTo(CallBackStatus.Dismissed);
        assertThat(gone.closedBy()).isEqualTo(board.ann.id());
        assertThat(board.call(missed.id()).desk()).isEqualTo(CallDesk.Blocked);
    }

    private CallBack open() {
        return board.as(() -> callBacks.open(tenant, caller)).orElseThrow();
    }

    private CallBack tried(TryOutcome outcome) {
        long id = open().id();
        return as(board.ann, () -> Server.bean(TryCallBack.class).tried(tenant, id, outcome, null));
    }

    private static void rests(CallBack callBack, Duration time) {
        assertThat(callBack.dueOn()).isCloseTo(Instant.now().plus(time), within(10, ChronoUnit.SECONDS));
    }

    private void closed(Callable<?> act) {
        refused("call-back-closed", () -> as(board.ann, act));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .satisfies(e -> assertThat(((Refusal) e).code().word()).isEqualTo(code));
    }

    private static <T> T as(SignedInUser user, Callable<T> act) {
        return user.caller().call(act);
    }
}
