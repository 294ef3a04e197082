package org.callboard.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.calls.Call;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.calls.Switchboard.Told;
import org.callboard.phonelines.RingGroup;
import org.callboard.phonelines.RingGroups;
import org.callboard.phonelines.TakingCalls;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.Statements;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What the screens of those who take calls are told. */
class PhoneStreamTest {

    private final Switchboard board = new Switchboard();
    private final String number = Switchboard.caller();

    private long rings(String call, String from) {
        return board.tell(call, Kind.ringing, "1", from).id();
    }

    private void takes(SignedInUser user, boolean taking) {
        user.caller().run(() -> Server.bean(TakingCalls.class).set(board.tenant, user.id(), taking));
    }

    @Test
    void aCallRingsForAllWhoTakeCallsUntilSomebodyAnswers() {
        long customer = board.shop.customer("Ann <Becker>", number, "12 Oak Street");
        board.run("update customer set do_not_service = true where id = " + customer);
        try (PhoneLine ann = PhoneLine.of(board.ann);
                PhoneLine ben = PhoneLine.of(board.ben)) {
            long id = rings("a", number);
            assertThat(ann.shows(id).html(id))
                    .contains("Ann &lt;Becker&gt;", "Website", "Do not service", "Take the call")
                    .containsPattern("\\(937\\) 555-\\d{4}");
            assertThat(ann.user()).isEqualTo(board.tenant + "/" + board.ann.id());
            ben.shows(id);
            board.tell("a", Kind.answered, "1", number, "12");
            ben.shows();
            assertThat(ben.words(id)).isEqualTo(board.ann.displayName() + " took it");
            Eventually.is(true, () -> ann.html(id).contains("On the phone"));
            board.tell("a", Kind.ended, null, number);
            ann.shows();
        }
    }

    /** A telephone that no user has, as the night service's. */
    @Test
    void whoAnsweredIsNamedAsTheTelephoneTells() {
        try (PhoneLine ben = PhoneLine.of(board.ben)) {
            long id = rings("a", number);
            ben.shows(id);
            board.tell("a", Kind.answered, "1", number, "night");
            ben.shows();
            assertThat(ben.words(id)).isEqualTo("night took it");
        }
    }

    @Test
    void whatIsTakenByHandMissedOrWithheldIsSaid() {
        try (PhoneLine ann = PhoneLine.of(board.ann);
                PhoneLine ben = PhoneLine.of(board.ben)) {
            long first = rings("a", number);
            long second = rings("b", "anonymous");
            assertThat(ann.shows(first, second).html(second)).contains("Number withheld");
            Visitor visitor = Visitor.signedIn(board.ben);
            visitor.get("/account");
            assertThat(visitor.post("/phone/calls/" + first + "/claim").status())
                    .isEqualTo(204);
            ann.shows(second);
            ben.shows(second);
            assertThat(ann.words(first)).isEqualTo(board.ben.displayName() + " took it");
            assertThat(ben.gone()).as("they know it").isEmpty();
            Visitor late = Visitor.signedIn(board.ann);
            late.get("/account");
            assertThat(late.post("/phone/calls/" + first + "/claim").status()).isEqualTo(409);
            board.tell("b", Kind.missed, null, "anonymous");
            ann.shows();
            ben.shows();
            assertThat(ben.words(second)).isEqualTo("No one answered");
        }
    }

    @Test
    void aNumberRingsForItsGroupAlone() {
        board.as(() -> {
            long group = Server.bean(RingGroups.class)
                    .add(board.tenant, new RingGroup.Details("Service", List.of(board.ben.id())))
                    .id();
            board.run("update own_number set ring_group_id = " + group);
            return group;
        });
        try (PhoneLine ann = PhoneLine.of(board.ann);
                PhoneLine ben = PhoneLine.of(board.ben)) {
            long own = rings("a", number);
            ben.shows(own);
            long other = board.tell(new Told("b", Kind.ringing).leg("1").numbers(Switchboard.caller(), "+19375550199"))
                    .id();
            ben.shows(own, other);
            ann.shows(other);
            assertThat(ann.gone()).isEmpty();
        }
    }

    /** What rings already shows as soon as somebody says that they take calls, and goes as soon as they don't. */
    @Test
    void whoTakesNoCallsIsToldOfNoneButTheirOwn() {
        takes(board.ann, false);
        try (PhoneLine ann = PhoneLine.of(board.ann)) {
            long id = rings("a", number);
            long second = rings("b", Switchboard.caller());
            takes(board.ann, true);
            ann.shows(id, second);
            takes(board.ann, false);
            ann.shows();
            assertThat(ann.gone()).as("they go on ringing for others").isEmpty();
            board.tell("a", Kind.answered, "1", number, "12");
            assertThat(ann.shows(id).html(id)).contains("On the phone");
        }
    }

    /** Everything is read anew then, and what became of a call is told all the same. */
    @Test
    void whatBecameOfACallIsSaidThoughAnotherBeganToTakeCallsAtTheSameMoment() {
        SignedInUser manager = board.shop.tenant.user(Role.Manager);
        try (PhoneLine ann = PhoneLine.of(board.ann);
                PhoneLine late = PhoneLine.of(manager)) {
            long before = rings("a", number);
            long missed = rings("b", Switchboard.caller());
            long taken = rings("c", Switchboard.caller());
            long ringing = rings("d", Switchboard.caller());
            ann.shows(before, missed, taken, ringing);
            board.tell("a", Kind.missed, null, number);
            ann.shows(missed, taken, ringing);
            board.ben
                    .caller()
                    .run(() -> Server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                        Server.bean(HoldCall.class).claim(board.tenant, taken);
                        board.tell("b", Kind.missed, null, Switchboard.caller());
                        Server.bean(TakingCalls.class).set(board.tenant, manager.id(), true);
                    }));
            ann.shows(ringing);
            assertThat(ann.words(before)).isEqualTo("No one answered");
            assertThat(ann.words(missed)).isEqualTo("No one answered");
            assertThat(ann.words(taken)).isEqualTo(board.ben.displayName() + " took it");
            late.shows(ringing);
            assertThat(late.gone()).as("they never rang for them").isEmpty();
        }
    }

    @Test
    void whoComesBackSeesWhatRingsNowAndNothingElse() {
        try (PhoneLine before = PhoneLine.of(board.ann)) {
            long first = rings("a", number);
            before.shows(first);
        }
        board.tell("a", Kind.missed, null, number);
        long second = rings("b", Switchboard.caller());
        try (PhoneLine again = PhoneLine.of(board.ann)) {
            assertThat(again.calls()).as("in the first event").containsExactly(second);
        }
    }

    @Test
    void whatGoesOutOfUseWhileItRingsGoesFromTheScreens() {
        try (PhoneLine ann = PhoneLine.of(board.ann)) {
            long id = rings("a", number);
            ann.shows(id);
            board.run(
                    "update call set desk = 'Joined', active = false, joined_to_id = id, closed_on = now() where id = "
                            + id);
            board.tell("a", Kind.missed, null, number);
            ann.shows();
            assertThat(ann.gone()).containsExactly(id);
        }
    }

    @Test
    void anotherCompanyHearsNothing() {
        Switchboard other = new Switchboard();
        try (PhoneLine theirs = PhoneLine.of(other.ann);
                PhoneLine ann = PhoneLine.of(board.ann)) {
            long id = rings("a", number);
            ann.shows(id);
            assertThat(theirs.calls()).isEmpty();
            Visitor visitor = Visitor.signedIn(other.ann);
            visitor.get("/account");
            assertThat(visitor.post("/phone/calls/" + id + "/claim").status()).isEqualTo(404);
        }
        Visitor viewer = Visitor.signedIn(board.shop.tenant.user(Role.Viewer));
        assertThat(viewer.get("/phone/stream").status()).isEqualTo(403);
    }

    @Test
    void whatOthersTakeOnAnotherNodeIsSeenHere() {
        try (ConfigurableApplicationContext node = Server.startNode();
                PhoneLine ann = PhoneLine.of(board.ann)) {
            long id = rings("a", number);
            ann.shows(id);
            board.ben.caller().run(() -> node.getBean(HoldCall.class).claim(board.tenant, id));
            ann.shows();
        }
    }

    /** However many screens are open. */
    @Test
    void whoCallsIsLookedUpOnce() {
        try (PhoneLine first = PhoneLine.of(board.ann);
                PhoneLine second = PhoneLine.of(board.ann);
                PhoneLine third = PhoneLine.of(board.ben)) {
            List<String> asked = Statements.of("live-incoming-calls-" + board.tenant, () -> {
                Call call = board.tell("a", Kind.ringing, "1", number);
                first.shows(call.id());
                second.shows(call.id());
                third.shows(call.id());
                board.tell("a", Kind.answered, "1", number, "12");
                Eventually.is(true, () -> first.html(call.id()).contains("On the phone"));
            });
            assertThat(asked.stream().filter(sql -> sql.contains("held.form"))).hasSize(1);
        }
    }
}
