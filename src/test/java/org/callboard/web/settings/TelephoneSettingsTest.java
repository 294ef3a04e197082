package org.callboard.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.Switchboard;
import org.callboard.people.Users;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.UserLines;
import org.callboard.refusals.Refusal;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** What a company says of its telephones, and what follows for its calls. */
class TelephoneSettingsTest {

    private final Switchboard board = new Switchboard();
    private final Visitor manager = Visitor.signedIn(board.shop.tenant.user(Role.Manager));

    private Visitor.Answer save(String path, String... fields) {
        manager.get("/settings/own-numbers");
        return manager.post(path, fields);
    }

    private List<OwnNumber> numbers() {
        return board.as(() -> Server.bean(OwnNumbers.class).all(board.tenant));
    }

    @Test
    void callsToANumberAreCreditedAsItSays() {
        Visitor.Answer added = save(
                "/settings/own-numbers",
                "name",
                "Flyer",
                "number",
                "(937) 555-0177",
                "campaignId",
                Long.toString(board.shop.campaign),
                "businessUnitId",
                Long.toString(board.shop.unit));
        assertThat(added.location()).isEqualTo("/settings/own-numbers");
        assertThat(manager.get("/settings/own-numbers").body())
                .contains("Flyer")
                .contains("(937) 555-0177");
        OwnNumber flyer = numbers().stream()
                .filter(one -> one.name().equals("Flyer"))
                .findFirst()
                .orElseThrow();
        assertThat(flyer.number()).isEqualTo("+19375550177");
        Call call = board.tell(new Switchboard.Told("c1", Kind.ringing).numbers(Switchboard.caller(), "+19375550177"));
        assertThat(call.handling().campaignId()).isEqualTo(board.shop.campaign);
        assertThat(call.handling().businessUnitId()).isEqualTo(board.shop.unit);
        save("/settings/own-numbers/" + flyer.id() + "/active", "active", "false");
        Call later = board.tell(new Switchboard.Told("c2", Kind.ringing).numbers(Switchboard.caller(), "+19375550177"));
        assertThat(later.handling().campaignId()).isNull();
    }

    @Test
    void aNumberIsInUseOnce() {
        String taken = save("/settings/own-numbers", "name", "Twice", "number", "9375550100")
                .body();
        assertThat(taken).contains("This is the number of Website already.");
        assertThat(save("/settings/own-numbers", "name", "", "number", "anonymous")
                        .body())
                .contains("A telephone number is expected.")
                .contains("This field is required.");
        save("/settings/own-numbers/" + board.line + "/active", "active", "false");
        assertThat(save("/settings/own-numbers", "name", "Again", "number", "9375550100")
                        .location())
                .isEqualTo("/settings/own-numbers");
        save("/settings/own-numbers/" + board.line + "/active", "active", "true");
        assertThat(manager.get("/settings/own-numbers").body()).contains("This is the number of Again already.");
        assertThat(numbers().stream().filter(OwnNumber::active).map(OwnNumber::name))
                .containsExactly("Again");
    }

    private Visitor.Answer user(SignedInUser user, String extension, String telephone) {
        manager.get("/settings/users");
        return manager.post(
                "/settings/users/" + user.id(),
                "name",
                user.displayName(),
                "email",
                user.email(),
                "role",
                user.role().name(),
                "extension",
                extension,
                "telephone",
                telephone);
    }

    @Test
    void whoHasTheTelephoneHasTheCall() {
        assertThat(user(board.ann, "77", "937-555-0188").location()).isEqualTo("/settings/users");
        assertThat(board.as(() -> Server.bean(UserLines.class).of(board.tenant, board.ann.id())))
                .isEqualTo(new UserLines.Lines("77", "+19375550188"));
        assertThat(manager.get("/settings/users/" + board.ann.id()).body()).contains("+19375550188");
        Call call = board.tell(new Switchboard.Told("c1", Kind.answered).agent("77"));
        assertThat(call.isClaimedBy(board.ann.id())).isTrue();
        String taken = user(board.ben, "77", "(937) 555-0188").body();
        assertThat(taken).contains(board.ann.displayName() + " has this already.");
        assertThat(user(board.ben, "12345678", "nobody").body())
                .contains("Up to 6 digits are expected.")
                .contains("A telephone number is expected, or an address such as sip:ann@example.com.");
        assertThat(user(board.ben, "", "sip:ben@pbx.example.com").location()).isEqualTo("/settings/users");
        assertThat(board.as(() -> Server.bean(UserLines.class).of(board.tenant, board.ben.id())))
                .isEqualTo(new UserLines.Lines(null, "sip:ben@pbx.example.com"));
    }

    @Test
    void aCustomersNumberIsNobodysTelephoneUnlessThatIsConfirmed() {
        String number = Switchboard.caller();
        board.shop.customer("Kim Lowell", number, "9 Elm St");
        Visitor ann = Visitor.signedIn(board.ann);
        ann.get("/account");
        assertThat(ann.post("/account/telephone", "extension", "12", "telephone", number)
                        .body())
                .contains("Customers on record have this number: Kim Lowell. Confirm to save it all the same.")
                .contains("Save this number all the same");
        assertThat(user(board.ann, "12", number).body()).contains("Save this number all the same");
        assertThat(board.tell("c1", Kind.ringing, "1", number).desk()).isEqualTo(CallDesk.Open);
        assertThat(ann.post("/account/telephone", "extension", "12", "telephone", "(937) 555-0100")
                        .body())
                .contains("This is one of the company&#39;s own numbers.");
        assertThat(ann.post("/account/telephone", "extension", "12", "telephone", number, "anyway", "true")
                        .location())
                .isEqualTo("/account");
        assertThat(board.tell("c2", Kind.ringing, "1", number).desk()).isEqualTo(CallDesk.Internal);
        assertThat(user(board.ann, "14", number).location()).isEqualTo("/settings/users");
    }

    @Test
    void whoIsDeactivatedLosesTheirExtensionToWhoeverGetsItNext() {
        Users users = Server.bean(Users.class);
        SignedInUser owner = board.shop.tenant.user(Role.Owner);
        owner.caller().run(() -> users.activate(board.tenant, board.ann.id(), false));
        assertThat(user(board.ben, "12", "").location()).isEqualTo("/settings/users");
        assertThat(board.tell(new Switchboard.Told("c1", Kind.answered).agent("12"))
                        .isClaimedBy(board.ben.id()))
                .isTrue();
        owner.caller().run(() -> users.activate(board.tenant, board.ann.id(), true));
        assertThat(board.as(() -> Server.bean(UserLines.class).of(board.tenant, board.ann.id())))
                .isEqualTo(new UserLines.Lines(null, null));
    }

    @Test
    void ofTwoWhoGetOneTelephoneAtOnceOneIsToldWhichFieldIsTaken() {
        UserLines lines = Server.bean(UserLines.class);
        List<SignedInUser> both = List.of(board.ann, board.ben);
        for (int round = 0; round < 5; round++) {
            String telephone = "+1937555018" + round;
            List<String> answers = AtOnce.run(
                    2,
                    i -> () -> board.shop.tenant.caller.call(() -> {
                        try {
                            lines.save(board.tenant, both.get(i).id(), new UserLines.Lines("8" + i, telephone), false);
                            return "kept";
                        } catch (Refusal.Invalid e) {
                            return String.join(" ", e.errors().keySet());
                        }
                    }));
            assertThat(answers).containsExactlyInAnyOrder("kept", "telephone");
            board.run("update app_user set telephone = null");
        }
    }

    @Test
    void aUserIsAddedWithTheirLinesOrNotAtAll() {
        manager.get("/settings/users");
        String taken = manager.post(
                        "/settings/users",
                        "name",
                        "Cleo Marsh",
                        "email",
                        "cleo.marsh@example.com",
                        "role",
                        "CSR",
                        "password",
                        "a long enough password",
                        "extension",
                        "12",
                        "telephone",
                        "")
                .body();
        assertThat(taken).contains(board.ann.displayName() + " has this already.");
        assertThat(board.sql("select count(*) from app_user where email like 'cleo%'"))
                .isZero();
    }

    @Test
    void aNumberIsBlockedFromItsCall() {
        String number = Switchboard.caller();
        board.shop.customer("Kim Lowell", number, "9 Elm St");
        String call =
                "/calls/phone/" + board.tell("c1", Kind.ringing, "1", number).id();
        assertThat(manager.get(call).body()).contains("hx-vals=\"{&quot;anyway&quot;:&quot;true&quot;}\"");
        assertThat(manager.post(call + "/block").body()).contains("Customers on record have this number");
        assertThat(manager.post(call + "/block", "anyway", "true").body()).contains("The number is blocked.");
        assertThat(manager.post(call + "/block", "anyway", "true").status()).isEqualTo(409);
    }

    @Test
    void callsFromABlockedNumberWaitForNobody() {
        String number = Switchboard.caller();
        long waits = board.tell("c1", Kind.ringing, "1", number).id();
        manager.get("/settings/blocked-numbers");
        assertThat(manager.post("/settings/blocked-numbers", "number", number.substring(2), "memo", "Sells pens")
                        .location())
                .isEqualTo("/settings/blocked-numbers");
        String shown = "(937) 555-" + number.substring(8);
        assertThat(manager.get("/settings/blocked-numbers").body()).contains("Sells pens", shown + " is blocked.");
        assertThat(board.call(waits).desk()).isEqualTo(CallDesk.Blocked);
        assertThat(board.tell("c2", Kind.ringing, "1", number).desk()).isEqualTo(CallDesk.Blocked);
        assertThat(manager.post("/settings/blocked-numbers", "number", "9375550100")
                        .body())
                .contains("This is one of the company");
        String known = Switchboard.caller();
        board.shop.customer("Kim Lowell", known, "9 Elm St");
        manager.get("/settings/blocked-numbers");
        assertThat(manager.post("/settings/blocked-numbers", "number", known).body())
                .contains("Customers on record have this number: Kim Lowell.")
                .contains("Block this number all the same");
        assertThat(board.sql("select count(*) from blocked_number")).isEqualTo(1);
        manager.post("/settings/blocked-numbers", "number", known, "anyway", "true");
        assertThat(board.tell("c4", Kind.ringing, "1", known).desk()).isEqualTo(CallDesk.Blocked);
        board.run("delete from blocked_number where number = '" + known + "'");
        long id = board.sql("select id from blocked_number");
        manager.get("/settings/blocked-numbers");
        manager.post("/settings/blocked-numbers/" + id + "/unblock");
        assertThat(manager.get("/settings/blocked-numbers").body())
                .contains("No number is blocked.", shown + " is unblocked. Its calls wait in the queue again.");
        assertThat(board.tell("c3", Kind.ringing, "1", number).desk()).isEqualTo(CallDesk.Open);
    }
}
