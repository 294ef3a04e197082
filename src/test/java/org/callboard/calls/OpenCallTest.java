package org.callboard.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.callboard.access.SignedInUser;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.drafts.Draft;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.refusals.Refusal;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** A call that somebody opens by hand is the one that rings, and nothing that was typed or told is lost by that. */
class OpenCallTest {

    private final Switchboard board = new Switchboard();
    private final OpenCall openCall = Server.bean(OpenCall.class);
    private final Drafts drafts = Server.bean(Drafts.class);
    private final String number = Switchboard.caller();
    private final UUID key = UUID.randomUUID();

    @Test
    void whatWasTypedBeforeTheNumberGoesAlong() {
        Call own = open(board.ann, null, "Kim Lowell");
        board.run("update call set memo = 'Has a dog', campaign_id = null where id = " + own.id());
        type(own, "{\"summary\": [\"No heat\"], \"city\": [\"Dayton\"]}");
        Call rings = board.tell("c1", Kind.ringing, "1", number);
        type(rings, "{\"city\": [\"Kettering\"]}");

        Call joined = open(board.ann, number, "Kim Lowell");
        assertThat(joined.id()).isEqualTo(rings.id());
        assertThat(joined.isClaimedBy(board.ann.id())).isTrue();
        assertThat(joined.telephone().callerName()).isEqualTo("Kim Lowell");
        assertThat(joined.handling().memo()).isEqualTo("Has a dog");
        assertThat(joined.handling().campaignId()).isEqualTo(board.shop.campaign);
        assertThat(draft(joined).orElseThrow().fields()).contains("No heat").contains("Kettering");
        assertThat(draft(own)).isEmpty();
        Call gone = board.call(own.id());
        assertThat(gone.desk()).isEqualTo(CallDesk.Joined);
        assertThat(gone.active()).isFalse();
        assertThat(gone.handling().joinedToId()).isEqualTo(rings.id());
    }

    @Test
    void whatATelephoneTellsOfACallThatIsOpenStandsBesideWhatIsTyped() {
        Call own = open(board.ann, number, null);
        Call told = board.tell("c1", Kind.answered, "1", number, "12");
        assertThat(told.id()).isEqualTo(own.id());
        Call typed = open(board.ann, null, "Kim Lowell");
        assertThat(typed.number()).isEqualTo(number);
        assertThat(typed.state()).isEqualTo(CallState.Answered);
        assertThat(typed.telephone().callerName()).isEqualTo("Kim Lowell");
        assertThat(open(board.ann, "937-555-1999", "Somebody else").number()).isEqualTo(number);
    }

    /** Its page is still open when somebody else rings, whose number is typed into the same field. */
    @Test
    void aCallOfWhichATelephoneTellsStaysWhenItsPageGoesOnToAnother() {
        Call first = open(board.ann, number, "Kim Lowell");
        board.tell("c1", Kind.answered, "1", number, "12");
        String other = Switchboard.caller();
        Call rings = board.tell("c2", Kind.ringing, "1", other);
        Call second = open(board.ann, other, null);
        assertThat(second.id()).isEqualTo(rings.id());
        assertThat(second.telephone().callerName()).isNull();
        Call stays = board.call(first.id());
        assertThat(stays.desk()).isEqualTo(CallDesk.Open);
        assertThat(stays.active()).isTrue();
        assertThat(stays.isClaimedBy(board.ann.id())).isTrue();
        assertThat(open(board.ann, null, "Lee Park").id())
                .as("no more is said of the first")
                .isNotEqualTo(first.id());
        assertThat(board.call(first.id()).telephone().callerName()).isEqualTo("Kim Lowell");
    }

    @Test
    void theNameThatTheNetworkTellsStays() {
        board.tell(new CallEvent(
                board.system,
                "c1",
                Kind.ringing,
                "1",
                CallDirection.Inbound,
                number,
                null,
                "A LOWELL",
                null,
                null,
                Instant.now(),
                null));
        assertThat(open(board.ann, number, "Kim").telephone().callerName()).isEqualTo("A LOWELL");
    }

    @Test
    void ofACallThatIsSomebodyElsesNothingChanges() {
        Call talks = board.tell("c1", Kind.answered, "1", number, "12");
        assertThatThrownBy(() -> open(board.ben, number, "Kim Lowell"))
                .isInstanceOfSatisfying(
                        Refusal.class, held -> assertThat(held.facts()).containsEntry("call", talks.id()));
        Call seen = board.call(talks.id());
        assertThat(seen.isClaimedBy(board.ann.id())).isTrue();
        assertThat(seen.telephone().callerName()).isNull();
    }

    @Test
    void aCallThatAColleagueGaveBackIsTheTypistsAgain() {
        Call own = open(board.ann, number, null);
        as(board.ben, () -> Server.bean(HoldCall.class).takeOver(board.tenant, own.id(), board.ann.id()));
        assertThatThrownBy(() -> open(board.ann, number, "Kim Lowell"))
                .isInstanceOfSatisfying(
                        Refusal.class, held -> assertThat(held.facts()).containsEntry("call", own.id()));
        as(board.ben, () -> Server.bean(HoldCall.class).release(board.tenant, own.id()));
        Call again = open(board.ann, number, "Kim Lowell");
        assertThat(again.id()).isEqualTo(own.id());
        assertThat(again.isClaimedBy(board.ann.id())).isTrue();
        assertThat(again.telephone().callerName()).isEqualTo("Kim Lowell");
    }

    @Test
    void aCallThatIsOpenedWhileItIsToldOfIsOne() {
        for (int round = 0; round < 8; round++) {
            String caller = Switchboard.caller();
            String id = "r" + round;
            UUID made = UUID.randomUUID();
            List<Long> both = AtOnce.run(
                    2,
                    i -> () -> i == 0
                            ? as(board.ann, () -> openCall.open(board.tenant, made, caller, null, false))
                                    .id()
                            : board.tell(id, Kind.ringing, "1", caller).id());
            assertThat(both.getFirst()).isEqualTo(both.getLast());
            assertThat(board.sql("select count(*) from call where active and number = '" + caller + "'"))
                    .isEqualTo(1);
        }
    }

    private Call open(SignedInUser user, String typed, String name) {
        return as(user, () -> openCall.open(board.tenant, key, typed, name, false));
    }

    private void type(Call call, String fields) {
        assertThat(as(board.ann, () -> drafts.save(board.tenant, DraftKey.call(call.id()), fields, 0)))
                .isPresent();
    }

    private Optional<Draft> draft(Call call) {
        return board.as(() -> drafts.of(board.tenant, DraftKey.call(call.id())));
    }

    private static <T> T as(SignedInUser user, Callable<T> work) {
        return user.caller().call(work);
    }
}
