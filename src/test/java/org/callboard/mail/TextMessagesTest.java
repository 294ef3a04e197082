package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.callboard.access.Role;
import org.callboard.bookings.Confirmations;
import org.callboard.testing.Eventually;
import org.callboard.testing.Inquirer;
import org.callboard.testing.Server;
import org.callboard.testing.TextRelay;
import org.callboard.testing.Visitor;
import org.callboard.wordings.MessageWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A text message beside the mail, for a company that wants it, through a program of the operator's. */
class TextMessagesTest {

    private static final String MOBILE = Inquirer.contact("MobilePhone", "(937) 555-0142");

    private final Inquirer inquirer = new Inquirer();
    private final String number = "+1937555" + (1000 + inquirer.tenant % 9000);
    private final String mobile = Inquirer.contact("MobilePhone", number.substring(2));

    @AfterEach
    void agree() {
        TextRelay.answer(200);
    }

    @Test
    void unlessTheCompanySwitchesItOnThereIsNone() {
        long booking = inquirer.ask(MOBILE);
        assertThat(inquirer.messages(booking)).isEmpty();
        assertThat(inquirer.history(booking)).containsExactly("confirmation not sent: No e-mail address was given.");
    }

    @Test
    void aMobileGetsTheCompanysWordsSigned() throws Exception {
        switchOn();
        long booking = inquirer.ask(mobile + "," + Inquirer.contact("Email", inquirer.email));
        await(booking, MessageState.Sent);

        List<TextRelay.Post> posts = TextRelay.postsTo(number);
        assertThat(posts).hasSize(1);
        TextRelay.Post post = posts.getFirst();
        Message message = text(booking);
        assertThat(post.json().propertyNames()).containsExactly("to", "text", "messageId");
        assertThat(post.json().get("text").stringValue()).isEqualTo("Got it, Jordan Reyes. " + booking);
        assertThat(post.json().get("messageId").stringValue())
                .isEqualTo(message.messageId())
                .isEqualTo(post.id());
        assertThat(post.signature()).isEqualTo("v1," + hmac(post.id() + "." + post.timestamp() + "." + post.body()));
        assertThat(inquirer.history(booking))
                .contains("text confirmation queued")
                .contains("text confirmation sent: The program for text messages answered 200.");
        Visitor manager = Visitor.signedIn(inquirer.shop.tenant.user(Role.Manager));
        for (String page : List.of("/settings/outbox", "/settings/outbox/" + message.id())) {
            assertThat(manager.get(page).body()).contains("(937) 555-" + number.substring(8));
        }
    }

    @Test
    void whoWantsNoTextsGetsNone() {
        switchOn();
        inquirer.shop.customer("Jordan Reyes", number, "12 Oak St");
        inquirer.shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update contact_entry set do_not_text = true where owner_kind = 'customer'")
                .update());
        long booking = inquirer.ask(mobile);
        assertThat(inquirer.message(booking).state()).isEqualTo(MessageState.Suppressed);
        assertThat(inquirer.history(booking))
                .contains("text confirmation not sent: This number is marked: no text messages.");
    }

    /** The telephone is the same, whoever has which of its extensions, and however many have it. */
    @Test
    void aWishHoldsForTheWholeNumber() {
        switchOn();
        inquirer.shop.customer("Val Two", number + " x101 / 937-555-2122", "14 Elm St");
        inquirer.shop.customer("Jordan Reyes", number, "12 Oak St");
        inquirer.shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update contact_entry set do_not_text = true where value like '%x101%'")
                .update());
        assertThat(inquirer.message(inquirer.ask(mobile)).state()).isEqualTo(MessageState.Suppressed);
        assertThat(inquirer.message(inquirer.ask(Inquirer.contact("MobilePhone", "937-555-2122")))
                        .state())
                .isEqualTo(MessageState.Suppressed);
        assertThat(inquirer.message(inquirer.ask(Inquirer.contact("MobilePhone", "937-555-2123")))
                        .state())
                .isNotEqualTo(MessageState.Suppressed);
    }

    @Test
    void aLandlineGetsNoneAndANumberThatCantBeReadIsNamed() {
        switchOn();
        assertThat(inquirer.messages(inquirer.ask(Inquirer.contact("Phone", "937 555 0142"))))
                .isEmpty();
        long odd = inquirer.ask(Inquirer.contact("MobilePhone", "12345 ask for Jo"));
        assertThat(inquirer.messages(odd)).isEmpty();
        assertThat(inquirer.history(odd)).contains("text confirmation not sent: The mobile number can't be read.");
    }

    @Test
    void anAnswerTellsWhetherItIsTriedAgain() {
        switchOn();
        TextRelay.answer(503);
        long booking = inquirer.ask(mobile);
        Eventually.is(
                "The program for text messages answered 503.",
                () -> text(booking).reason());
        assertThat(text(booking).state()).isEqualTo(MessageState.Queued);

        TextRelay.answer(422);
        inquirer.due(text(booking));
        await(booking, MessageState.Failed);

        TextRelay.answer(500);
        long second = inquirer.ask(mobile);
        await(second, MessageState.Unknown);
        assertThat(TextRelay.postsTo(number)).hasSize(3);
    }

    private void switchOn() {
        inquirer.shop.tenant.caller.run(() -> Server.bean(Confirmations.class)
                .update(inquirer.tenant, new MessageWords(true, "s", "b", true, "Got it, {name}. {booking}")));
    }

    private Message text(long booking) {
        return inquirer.messages(booking).stream()
                .filter(message -> message.channel() == Channel.Text)
                .findFirst()
                .orElseThrow();
    }

    private void await(long booking, MessageState state) {
        Eventually.is(state, () -> text(booking).state());
    }

    private static String hmac(String content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = TextRelay.SECRET.getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
