package org.callboard.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.people.Users;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String FAILED = "/sign-in?failed";

    private final TestTenant tenant = TestTenant.create();
    private final Visitor visitor = new Visitor();

    @Test
    void theRightPasswordLeadsToTheCallsAndAWrongOneBack() {
        SignedInUser csr = tenant.user(Role.CSR);
        assertThat(visitor.get("/settings").location()).isEqualTo("/sign-in");
        assertThat(visitor.signIn(csr.email(), "wrong").location()).isEqualTo(FAILED);
        assertThat(visitor.signIn("nobody@nowhere.test", TestTenant.PASSWORD).location())
                .isEqualTo(FAILED);
        assertThat(new Visitor()
                        .signIn(csr.email().toUpperCase(), TestTenant.PASSWORD)
                        .location())
                .isEqualTo("/calls");
    }

    @Test
    void afterSigningOutThePagesAreClosed() {
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        assertThat(manager.get("/settings/company").status()).isEqualTo(200);
        assertThat(manager.post("/sign-out").location()).isEqualTo("/sign-in?out");
        assertThat(manager.get("/settings/company").location()).isEqualTo("/sign-in");
        assertThat(manager.get("/settings/company", "HX-Request", "true").status())
                .isEqualTo(401);
    }

    @Test
    void onlyTheFormOfOnesOwnPageSignsOut() {
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        manager.get("/settings/company");
        String[] none = {};
        assertThat(manager.get("/sign-out").status()).isEqualTo(404);
        manager.postBare("/sign-out", none);
        for (String method : List.of("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")) {
            manager.send(method, "/sign-out");
            assertThat(manager.get("/settings/company").status()).as(method).isEqualTo(200);
        }
    }

    @Test
    void aDeactivatedUserLosesTheSessionWithinSeconds() throws InterruptedException {
        SignedInUser user = tenant.user(Role.Manager);
        Visitor manager = Visitor.signedIn(user);
        assertThat(manager.get("/settings/company").status()).isEqualTo(200);
        org.callboard.database.Caller.system(tenant.id)
                .run(() -> Server.bean(Users.class).activate(tenant.id, user.id(), false));
        Thread.sleep(Duration.ofMillis(2100));
        assertThat(manager.get("/settings/company").location()).isEqualTo("/sign-in");
        assertThat(visitor.signIn(user.email(), TestTenant.PASSWORD).location()).isEqualTo(FAILED);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndAScriptLearnsThatTheSessionIsGone() {
        Visitor manager = Visitor.signedIn(tenant.user(Role.Manager));
        String[] page = {};
        String[] htmx = {"HX-Request", "true"};
        Visitor.Answer refused = manager.postBare("/settings/calls", page, "showBookings", "true");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("no longer valid").contains("<html");
        assertThat(manager.postBare("/settings/calls", htmx).status()).isEqualTo(403);
        assertThat(new Visitor().postBare("/settings/calls", htmx).status()).isEqualTo(401);
        assertThat(new Visitor().postBare("/settings/calls", page).location()).isEqualTo("/sign-in?ended");
    }

    @Test
    void onlyASignedInPersonGetsAFreshToken() {
        assertThat(visitor.get("/session", "Accept", "application/json").status())
                .isEqualTo(401);
        assertThat(Visitor.signedIn(tenant.user(Role.Viewer)).get("/session").body())
                .contains("csrf");
    }
}
