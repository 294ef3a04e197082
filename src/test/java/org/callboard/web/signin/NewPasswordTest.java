package org.callboard.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** A new password ends all sessions that began under the old one, whoever gives it. */
class NewPasswordTest {

    private static final String PAGE = "/account/password";
    private static final String NEXT = "staple battery horse";

    private final TestTenant tenant = TestTenant.create();
    private final SignedInUser viewer = tenant.user(Role.Viewer);

    @Test
    void whoChangesTheirOwnGoesOnAndEndsTheirOtherSessions() {
        Visitor here = Visitor.signedIn(viewer);
        Visitor elsewhere = Visitor.signedIn(viewer);
        Visitor somebody = Visitor.signedIn(tenant.owner);
        String before = here.cookie();
        assertThat(here.get("/calls").body()).contains("href=\"/account\"");
        assertThat(here.get("/account").body()).contains(PAGE);
        here.get(PAGE);
        assertThat(change(here, TestTenant.PASSWORD, NEXT).location()).isEqualTo(PAGE);
        assertThat(here.get(PAGE).body()).contains("signed out everywhere else");
        assertThat(here.cookie()).isNotEqualTo(before);
        assertThat(elsewhere.get("/calls").location()).isEqualTo("/sign-in");
        assertThat(somebody.get("/calls").status()).isEqualTo(200);
        assertThat(new Visitor().signIn(viewer.email(), TestTenant.PASSWORD).location())
                .isEqualTo("/sign-in?failed");
        assertThat(new Visitor().signIn(viewer.email(), NEXT).location()).isEqualTo("/calls");
        assertThat(log()).startsWith("password changed by " + viewer.displayName());
    }

    @Test
    void itTakesThePresentPasswordAndOneThatIsLongEnough() {
        Visitor here = Visitor.signedIn(viewer);
        here.get(PAGE);
        assertThat(change(here, "not it at all", NEXT).body()).contains("This is not your present password.");
        assertThat(change(here, "", NEXT).body()).contains("Enter the password that you have now.");
        assertThat(change(here, TestTenant.PASSWORD, "short").body()).contains("At least 10 characters are needed.");
        Visitor.Answer empty = change(here, TestTenant.PASSWORD, "");
        assertThat(empty.body()).contains("Enter the new password.").doesNotContain(TestTenant.PASSWORD);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(new Visitor().signIn(viewer.email(), TestTenant.PASSWORD).location())
                .isEqualTo("/calls");
    }

    /** On a node that has not heard of the new password yet, the session is ahead of what the node remembers. */
    @Test
    void theSessionGoesOnWhereTheNewPasswordIsNotKnownYet() {
        Visitor here = Visitor.signedIn(viewer);
        here.get(PAGE);
        Server.asOwner(row("session_generation = -1"));
        Eventually.is("/sign-in", () -> here.get("/calls").location()); // this node remembers the number now
        Visitor ahead = new Visitor();
        Server.asOwner(row("session_generation = 7"));
        ahead.signIn(viewer.email(), TestTenant.PASSWORD);
        assertThat(ahead.get("/calls").status()).isEqualTo(200);
    }

    private String row(String change) {
        return "set callboard.tenant = " + tenant.id + "; update app_user set " + change + " where tenant_id = "
                + tenant.id + " and id = " + viewer.id();
    }

    @Test
    void aResetByAManagerEndsTheSessionsAndIsLoggedAsAreNamesAndAddresses() {
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        Visitor person = Visitor.signedIn(viewer);
        String form = "/settings/users/" + viewer.id();
        assertThat(person.get("/calls").status()).isEqualTo(200);
        manager.get(form);
        manager.post(form, "name", "Vera", "email", "vera@new.test", "role", "Viewer", "password", "");
        assertThat(person.get("/calls").status()).isEqualTo(200);
        assertThat(log()).contains(viewer.displayName() + " → Vera").contains(viewer.email() + " → vera@new.test");
        manager.post(form, "name", "Vera", "email", "vera@new.test", "role", "Viewer", "password", NEXT);
        assertThat(person.get("/calls").location()).isEqualTo("/sign-in");
        assertThat(log()).startsWith("password reset by Manager");
    }

    @Test
    void nobodyGivesThemselvesOneAmongTheUsers() {
        SignedInUser owner = tenant.owner;
        Visitor person = Visitor.signedIn(owner);
        String form = "/settings/users/" + owner.id();
        assertThat(person.get(form).body()).doesNotContain("type=\"password\"");
        Visitor.Answer refused = person.post(
                form, "name", owner.displayName(), "email", owner.email(), "role", "Owner", "password", NEXT);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Change your own password under your name");
        assertThat(person.get(form).status()).isEqualTo(200);
    }

    @Test
    void howItLooks() {
        try (Browser browser = Browser.open();
                Browser small = Browser.openSmall()) {
            for (Browser one : List.of(browser, small)) {
                Page page = one.signIn(viewer);
                page.locator(".cb-user").click();
                String name = "password-" + page.viewportSize().width;
                Browser.shot(page, name + "-menu");
                page.getByText("Your account").click();
                page.getByText("Change password").click();
                page.getByLabel("Present password").fill("not it at all");
                page.getByLabel("New password").fill("short");
                page.locator("main button[type=submit]").click();
                page.locator("#password-error").waitFor();
                Browser.shot(page, name);
                assertThat(page.locator("[autocomplete=username]").inputValue()).isEqualTo(viewer.email());
            }
        }
    }

    private static Visitor.Answer change(Visitor visitor, String present, String next) {
        return visitor.post(PAGE, "presentPassword", present, "password", next);
    }

    /** What the change log says of the viewer, the latest first. */
    private String log() {
        return String.join(
                "\n",
                tenant
                        .caller
                        .call(() -> Server.bean(Changes.class).of(tenant.id, EntityKind.USER, viewer.id()))
                        .stream()
                        .map(change -> change.action().word() + " by " + change.actorName() + fields(change.fields()))
                        .toList());
    }

    private static String fields(List<Diff.Field> fields) {
        return String.join(
                "",
                fields.stream()
                        .map(field -> ", " + field.before() + " → " + field.after())
                        .toList());
    }
}
