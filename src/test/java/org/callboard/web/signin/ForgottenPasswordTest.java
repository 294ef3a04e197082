package org.callboard.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.people.ChangePassword;
import org.callboard.people.Users;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Browser;
import org.callboard.testing.Eventually;
import org.callboard.testing.Overflow;
import org.callboard.testing.PostOffice;
import org.callboard.testing.Schema;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Who forgot their password gets in by mail, where there is mail and the address of the link is known. */
class ForgottenPasswordTest {

    private static final String ASK = "/sign-in/forgot";
    private static final String SET = "/sign-in/new-password";
    private static final String PUBLIC = "https://desk.company.example";
    private static final String NEXT = "staple battery horse";
    private static final Pattern LINK = Pattern.compile(Pattern.quote(PUBLIC + SET) + "\\?token=([\\w-]+)\\s");
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private static ConfigurableApplicationContext node;

    private final TestTenant tenant = TestTenant.create();
    private final SignedInUser user = tenant.user(Role.CSR);

    @BeforeAll
    static void start() {
        node = Server.startNodeCalled(PUBLIC);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static String url() {
        return "http://localhost:" + Server.port(node);
    }

    private static Visitor stranger() {
        return Visitor.from("198.51.100." + ADDRESS.incrementAndGet(), url());
    }

    @Test
    void theLinkSetsANewPasswordOnceAndEndsAllSessions() {
        Visitor before = Visitor.signedIn(user);
        assertThat(before.get("/calls").status()).isEqualTo(200);
        Visitor person = stranger();
        assertThat(person.get("/sign-in").body()).contains(ASK);
        ask(person, user.email().toUpperCase());
        String token = token(1);
        String page = SET + "?token=" + token;
        assertThat(person.get(page).body()).contains("New password").contains(token);
        Visitor.Answer tooShort = person.post(SET, "token", token, "password", "short");
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body())
                .contains("At least 10 characters are needed.")
                .contains(token);
        AtOnce.run(10, i -> () -> stranger().signIn(user.email(), "guess " + i));
        assertThat(person.post(SET, "token", token, "password", NEXT).location())
                .isEqualTo("/sign-in?changed");

        Eventually.is("/sign-in", () -> before.get("/calls").location());
        assertThat(person.signIn(user.email(), NEXT).location()).isEqualTo("/calls"); // whatever strangers try
        assertThat(person.get(page).body()).contains("no longer good").doesNotContain(token);
        Visitor again = stranger();
        again.get(ASK); // for a form's token, which a page without a form has none of
        assertThat(again.post(SET, "token", token, "password", "another password")
                        .status())
                .isEqualTo(422);
        assertThat(
                        tenant
                                .caller
                                .call(() -> Server.bean(Changes.class).of(tenant.id, EntityKind.USER, user.id()))
                                .stream()
                                .map(change -> change.action().word() + " by " + change.actorName()))
                .contains("password reset by mail by " + user.displayName());
    }

    @Test
    void nobodySeesWhetherAnybodyHasAnAddress() {
        String nobody = UUID.randomUUID() + "@company.test";
        Visitor person = stranger();
        for (String email : List.of(nobody, "", "no address", user.email())) {
            ask(person, email);
        }
        token(1);
        assertThat(PostOffice.mailsTo(nobody)).isEmpty();
    }

    @Test
    void theLinkStandsInTheMailAlone() {
        ask(stranger(), user.email());
        String token = token(1);
        Visitor owner = Visitor.signedIn(tenant.owner);
        Matcher message = Pattern.compile("/settings/outbox/\\d+")
                .matcher(owner.get("/settings/outbox").body());
        assertThat(message.find()).isTrue();
        assertThat(owner.get(message.group()).body())
                .contains("[This stands in the mail alone.]")
                .doesNotContain(token);
        Eventually.is("true", () -> ofTenant("select (secret is null)::text from outgoing_message"));
        assertThat(ofTenant("select string_agg(t::text, '') from outgoing_message t") + ofTenant("""
                select string_agg(encode(seal, 'escape'), '') from password_link"""))
                .doesNotContain(token);
    }

    private String ofTenant(String sql) {
        return tenant.caller.call(() -> Schema.strings(sql).getFirst());
    }

    @Test
    void threeMailsAnHourGoToAnAddressAndOneNetworkSendsTen() {
        for (int i = 0; i < 5; i++) {
            ask(stranger(), user.email());
        }
        token(3);
        Visitor one = stranger();
        for (int i = 0; i < 10; i++) {
            ask(one, i + "@nowhere.test");
        }
        SignedInUser other = tenant.user(Role.CSR);
        ask(one, other.email());
        ask(stranger(), tenant.owner.email());
        mails(tenant.owner.email(), 1);
        assertThat(PostOffice.mailsTo(other.email())).isEmpty();
        assertThat(PostOffice.mailsTo(user.email())).hasSize(3);
    }

    @Test
    void aLinkIsGoodNoMoreAfterAnHourOrAnyChangeOfTheUser() {
        List<Consumer<SignedInUser>> ends = List.of(
                one -> Server.asOwner("set callboard.tenant = " + tenant.id
                        + "; update password_link set expires_on = now() - interval '1 s' where user_id = " + one.id()),
                one -> Server.bean(ChangePassword.class)
                        .run(one, new ChangePassword.Draft(TestTenant.PASSWORD, "one of my own choice")),
                one -> update(one, "other-" + one.email(), null),
                one -> update(one, one.email(), "given by a manager"),
                one -> Caller.system(tenant.id)
                        .run(() -> Server.bean(Users.class).activate(tenant.id, one.id(), false)));
        for (Consumer<SignedInUser> end : ends) {
            SignedInUser one = tenant.user(Role.CSR);
            Visitor person = stranger();
            ask(person, one.email());
            String token = token(mails(one.email(), 1).getFirst());
            person.get(SET + "?token=" + token);
            tenant.caller.run(() -> end.accept(one));
            Visitor.Answer answer = person.post(SET, "token", token, "password", NEXT);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("no longer good");
        }
        assertThat(stranger()
                        .get(SET + "?token=pw_" + tenant.id + "_" + "A".repeat(43))
                        .body())
                .contains("no longer good");
    }

    private void update(SignedInUser one, String email, String password) {
        Caller.system(tenant.id)
                .run(() -> Server.bean(Users.class)
                        .update(tenant.id, one.id(), new Users.Draft(one.displayName(), email, one.role(), password)));
    }

    @Test
    void ofManyWhoUseOneLinkAtOnceOneDoes() {
        ask(stranger(), user.email());
        String token = token(1);
        List<Integer> answers = AtOnce.run(4, i -> () -> {
            Visitor person = stranger();
            person.get(SET + "?token=" + token);
            return person.post(SET, "token", token, "password", NEXT + i).status();
        });
        assertThat(Collections.frequency(answers, 302)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 422)).isEqualTo(3);
    }

    @Test
    void whereNobodySaidWhatCallboardIsCalledAManagerHelps() {
        Visitor person = new Visitor();
        assertThat(person.get("/sign-in").body()).doesNotContain(ASK);
        assertThat(person.get(ASK).body()).contains("Ask a manager or owner").doesNotContain("action=\"" + ASK);
        assertThat(person.post(ASK, "email", user.email()).location()).isEqualTo(ASK + "?sent");
        ask(stranger(), tenant.owner.email());
        mails(tenant.owner.email(), 1);
        assertThat(PostOffice.mailsTo(user.email())).isEmpty();
    }

    /** All of it is the same narrow card, from the widest screen to a small telephone. */
    @Test
    void everyStepCanBeSeenWhole() {
        ask(stranger(), user.email());
        String token = token(1);
        try (Browser browser = Browser.open(url())) {
            Page page = browser.page();
            page.navigate(browser.url("/sign-in?tries"));
            isSeenWhole(page, "sign-in");
            page.getByText("Forgot your password?").click();
            isSeenWhole(page, "ask");
            page.navigate(browser.url(ASK + "?sent"));
            isSeenWhole(page, "sent");
            page.navigate(browser.url(SET + "?token=none"));
            isSeenWhole(page, "gone");
            page.navigate(browser.url(SET + "?token=" + token));
            page.getByLabel("New password").fill("short");
            page.locator("main button[type=submit]").click();
            page.locator("#password-error").waitFor();
            isSeenWhole(page, "set");
            page.getByLabel("New password").fill(NEXT);
            page.locator("main button[type=submit]").click();
            page.getByText("Your new password is set.").waitFor();
        }
    }

    private static void isSeenWhole(Page page, String step) {
        assertThat(Overflow.of(page)).as(step).isEmpty();
        page.setViewportSize(390, 844);
        Browser.shot(page, "forgot-" + step + "-390");
    }

    private static void ask(Visitor person, String email) {
        person.get(ASK);
        assertThat(person.post(ASK, "email", email).location()).isEqualTo(ASK + "?sent");
        assertThat(person.get(ASK + "?sent").body()).contains("If somebody signs in with this address");
    }

    /** The secret of the latest mail to the user, when there are so many. */
    private String token(int mails) {
        return token(mails(user.email(), mails).getLast());
    }

    private static List<MimeMessage> mails(String address, int count) {
        Eventually.is(count, () -> {
            Server.lookForDueTasks();
            return PostOffice.mailsTo(address).size();
        });
        return PostOffice.mailsTo(address);
    }

    private static String token(MimeMessage mail) {
        try {
            String text =
                    ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).as(text).isTrue();
            return link.group(1);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
