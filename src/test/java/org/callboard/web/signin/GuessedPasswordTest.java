package org.callboard.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Strangers who guess a password get ten tries an hour, and keep nobody out where they have signed in before. */
class GuessedPasswordTest {

    private static final String FAILED = "/sign-in?failed";
    private static final String LATER = "/sign-in?tries";
    private static final String IN = "/calls";
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private final TestTenant tenant = TestTenant.create();
    private final SignedInUser user = tenant.owner;

    @Test
    void ofManyGuessesAtOnceTenAreJudgedWhetherTheAddressIsKnownOrNot() {
        Visitor known = signedInAndOut();
        for (String email : List.of(user.email(), UUID.randomUUID() + "@nowhere.test")) {
            List<String> answers = flood(email);
            assertThat(answers).containsOnly(FAILED, LATER);
            assertThat(Collections.frequency(answers, FAILED)).isEqualTo(10);
        }
        assertThat(signIn(stranger(), TestTenant.PASSWORD)).isEqualTo(LATER);
        assertThat(stranger().get(LATER).body()).contains("your password was not looked at");
        assertThat(signIn(known, "typed wrong")).isEqualTo(FAILED);
        assertThat(signIn(known, TestTenant.PASSWORD)).isEqualTo(IN);
    }

    @Test
    void aRightPasswordUsesNoTryUp() {
        for (int i = 0; i < 12; i++) {
            assertThat(signIn(stranger(), TestTenant.PASSWORD)).isEqualTo(IN);
        }
    }

    @Test
    void aDeviceIsKnownToWhoSignedInOnItAndToNobodyElse() {
        SignedInUser colleague = tenant.user(Role.CSR);
        Visitor shared = new Visitor();
        shared.signIn(colleague.email(), TestTenant.PASSWORD);
        signOut(shared);
        flood(user.email());
        assertThat(signIn(shared, TestTenant.PASSWORD)).isEqualTo(LATER);

        String real = signedInAndOut(tenant.user(Role.Viewer)).device();
        List<String> forged =
                List.of("", "x", "AAAA", "%", "A".repeat(200), real.substring(4), real + "AA", "A" + real);
        assertThat(AtOnce.run(forged.size(), i -> () -> {
                    Visitor visitor = stranger();
                    visitor.setDevice(forged.get(i));
                    return signIn(visitor, TestTenant.PASSWORD);
                }))
                .containsOnly(LATER);
    }

    @Test
    void theFailuresOfOneDeviceAreNoOthers() {
        Visitor left = signedInAndOut();
        Visitor right = signedInAndOut();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(left, "wrong " + i)).isEqualTo(FAILED);
        }
        assertThat(signIn(left, TestTenant.PASSWORD)).isEqualTo(LATER);
        assertThat(signIn(right, TestTenant.PASSWORD)).isEqualTo(IN);
        assertThat(signIn(stranger(), TestTenant.PASSWORD)).isEqualTo(IN);
    }

    @Test
    void aDeviceOfBeforeANewPasswordStaysKnownAndSharesItsTriesWithTheOthers() {
        Visitor left = signedInAndOut();
        Visitor right = signedInAndOut();
        String next = "staple battery horse";
        Caller.system(tenant.id)
                .run(() -> Server.bean(Users.class)
                        .update(
                                tenant.id,
                                user.id(),
                                new Users.Draft(user.displayName(), user.email(), user.role(), next)));
        flood(user.email());
        assertThat(signIn(left, next)).isEqualTo(IN);
        signOut(left);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(right, "wrong " + i)).isEqualTo(FAILED);
        }
        assertThat(signIn(right, next)).isEqualTo(LATER);
        assertThat(signIn(left, next)).isEqualTo(IN);
    }

    @Test
    void theDeviceIsRememberedInACookieThatNoScriptReads() {
        Visitor known = signedInAndOut();
        assertThat(known.deviceCookie().isHttpOnly()).isTrue();
        assertThat(known.device()).doesNotContain(Long.toString(tenant.id)).hasSizeLessThan(400);
    }

    @Test
    void guessesInASessionAreCountedToo() {
        Visitor person = Visitor.signedIn(user);
        person.get("/account/password");
        for (int i = 0; i < 10; i++) {
            assertThat(change(person, "wrong " + i)).contains("This is not your present password.");
        }
        assertThat(change(person, TestTenant.PASSWORD)).contains("There were too many tries.");
        assertThat(signIn(stranger(), TestTenant.PASSWORD)).isEqualTo(IN);
    }

    private static String change(Visitor person, String present) {
        return person.post("/account/password", "presentPassword", present, "password", "staple battery horse")
                .body();
    }

    private Visitor signedInAndOut() {
        return signedInAndOut(user);
    }

    private static Visitor signedInAndOut(SignedInUser user) {
        Visitor visitor = Visitor.signedIn(user);
        signOut(visitor);
        return visitor;
    }

    private static void signOut(Visitor visitor) {
        visitor.get("/account/password");
        assertThat(visitor.post("/sign-out").location()).isEqualTo("/sign-in?out");
    }

    private String signIn(Visitor visitor, String password) {
        return visitor.signIn(user.email(), password).location();
    }

    private static List<String> flood(String email) {
        return AtOnce.run(16, i -> () -> stranger().signIn(email, "guess " + i).location());
    }

    private static Visitor stranger() {
        int number = ADDRESS.incrementAndGet();
        return Visitor.from("203.0." + number / 200 + "." + number % 200);
    }
}
