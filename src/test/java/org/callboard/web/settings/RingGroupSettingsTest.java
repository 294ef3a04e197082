package org.callboard.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.calls.Switchboard;
import org.callboard.changes.EntityKind;
import org.callboard.phonelines.TakingCalls;
import org.callboard.phonelines.UserLines;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** For whom a number rings: its group's members who take calls, or everybody who does. */
class RingGroupSettingsTest {

    private final Switchboard board = new Switchboard();
    private final SignedInUser dana = board.shop.tenant.user(Role.Manager);
    private final Visitor manager = Visitor.signedIn(dana);

    private Set<Long> rung() {
        return board.as(() -> Server.bean(TakingCalls.class).rungBy(board.tenant, board.line));
    }

    private Visitor.Answer save(String path, String... fields) {
        manager.get("/settings/ring-groups");
        return manager.post(path, fields);
    }

    /** A group of Ann and the manager, which the number rings. */
    private long group() {
        save(
                "/settings/ring-groups",
                "name",
                "Service",
                "userIds",
                Long.toString(board.ann.id()),
                "userIds",
                Long.toString(dana.id()));
        long group = board.sql("select id from ring_group");
        save(
                "/settings/own-numbers/" + board.line,
                "name",
                "Website",
                "number",
                "9375550100",
                "ringGroupId",
                Long.toString(group));
        return group;
    }

    private void takes(SignedInUser user, boolean taking) {
        Visitor visitor = Visitor.signedIn(user);
        visitor.get("/account");
        assertThat(visitor.post("/account/taking-calls", "taking", Boolean.toString(taking))
                        .location())
                .isEqualTo("/account");
    }

    @Test
    void aNumberWithoutAGroupRingsEverybodyWhoTakesCalls() {
        assertThat(rung()).containsExactlyInAnyOrder(board.ann.id(), board.ben.id());
        takes(board.ben, false);
        takes(dana, true);
        assertThat(rung()).containsExactlyInAnyOrder(board.ann.id(), dana.id());
        board.run("update app_user set role = 'Viewer' where id = " + board.ann.id());
        assertThat(rung()).as("a viewer takes none").containsExactly(dana.id());
    }

    @Test
    void aNumberWithAGroupRingsItsMembersWhoTakeCalls() {
        long group = group();
        assertThat(rung()).containsExactly(board.ann.id());
        takes(dana, true);
        assertThat(rung()).containsExactlyInAnyOrder(board.ann.id(), dana.id());
        takes(board.ann, false);
        assertThat(manager.get("/settings/ring-groups").body())
                .contains(board.ann.displayName() + ", " + dana.displayName())
                .contains("<td data-label=\"Take calls now\">" + dana.displayName() + "</td>")
                .contains("<td data-label=\"Numbers\">Website</td>");
        save("/settings/ring-groups/" + group + "/active", "active", "false");
        assertThat(rung())
                .as("a group that is retired is like none")
                .containsExactlyInAnyOrder(board.ben.id(), dana.id());
        assertThat(manager.get("/settings/own-numbers").body()).contains("Everybody who takes calls");
    }

    @Test
    void aGroupHasANameOfItsOwnAndMembers() {
        group();
        assertThat(save("/settings/ring-groups", "name", "service", "userIds", Long.toString(board.ann.id()))
                        .body())
                .contains("Another ring group has this name.");
        assertThat(save("/settings/ring-groups", "name", "").body())
                .contains("This field is required.")
                .contains("Choose at least one.");
        assertThat(save("/settings/ring-groups", "name", "Sales", "userIds", "1")
                        .body())
                .contains("There is no user with this id.");
        assertThat(save("/settings/own-numbers", "name", "Flyer", "number", "9375550177", "ringGroupId", "1")
                        .body())
                .contains("There is no ring group with this id.");
    }

    @Test
    void peopleSayThemselvesWhetherTheyTakeCallsAndByWhichTelephone() {
        Visitor ann = Visitor.signedIn(board.ann);
        assertThat(ann.get("/account").body()).contains("You are taking calls").contains("aria-checked=\"true\"");
        ann.post("/account/taking-calls", "taking", "true");
        assertThat(board.sql("select count(*) from app_user where taking_calls is not null and id = " + board.ann.id()))
                .as("it stands so, and still as the role says")
                .isZero();
        ann.get("/account");
        ann.post("/account/taking-calls", "taking", "false");
        assertThat(ann.get("/account").body())
                .contains("You are not taking calls")
                .contains("aria-checked=\"false\"");
        assertThat(board.history(EntityKind.USER, board.ann.id())).contains("updated");
        assertThat(ann.postForm(
                                "/account/taking-calls",
                                "taking=true",
                                "HX-Request",
                                "true",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .body())
                .contains("aria-checked=\"true\"")
                .doesNotContain("<main");
        ann.get("/account");
        assertThat(ann.post("/account/telephone", "extension", "13", "telephone", "x")
                        .body())
                .contains(board.ben.displayName() + " has this already.")
                .contains("A telephone number is expected");
        assertThat(ann.post("/account/telephone", "extension", "77", "telephone", "937-555-0188")
                        .location())
                .isEqualTo("/account");
        assertThat(board.as(() -> Server.bean(UserLines.class).of(board.tenant, board.ann.id())))
                .isEqualTo(new UserLines.Lines("77", "+19375550188"));
        manager.get("/settings/users");
        assertThat(manager.get("/settings/users").body())
                .contains("<td data-label=\"Takes calls\">Now</td>")
                .contains("<td data-label=\"Takes calls\">When signed in</td>")
                .contains("<td data-label=\"Takes calls\">No</td>");
    }

    @Test
    void whoOnlyLooksTakesNoCalls() {
        Visitor viewer = Visitor.signedIn(board.shop.tenant.user(Role.Viewer));
        assertThat(viewer.get("/account").body()).doesNotContain("taking-calls").doesNotContain("Extension");
        assertThat(viewer.post("/account/taking-calls", "taking", "true").status())
                .isEqualTo(403);
    }
}
