package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.callboard.changes.EntityKind;
import org.junit.jupiter.api.Test;

/** What a mail looks like on the wire, whatever people typed. */
class EmailMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private static final Session SESSION = Session.getInstance(new Properties());

    @Test
    void noHeaderCanBeSmuggledIn() throws Exception {
        String evil = "x\r\nBcc: all@world.test\u2028Bcc: b@world.test\u0085Bcc: c@world.test\u0000\n\nbody";
        String wire = wire(message(evil, "jo@reyes.test", evil, evil));
        String headers = wire.substring(0, wire.indexOf("\r\n\r\n"));
        assertThat(headers.lines().filter(line -> !line.startsWith(" ") && !line.startsWith("\t")))
                .allMatch(line -> line.matches(
                        "(Date|From|Reply-To|To|Message-ID|Subject|MIME-Version|Content-Type|Auto-Submitted): .*"))
                .hasSize(9);
    }

    @Test
    void otherAlphabetsAndLongLinesArrive() throws Exception {
        String wire = wire(message("Jörg Müller 🔧", "jo@reyes.test", "Übergabe 🔧", "ü".repeat(3_000)));
        assertThat(wire.getBytes(StandardCharsets.UTF_8)).hasSize(wire.length()); // ASCII
        assertThat(wire.lines()).allMatch(line -> line.length() < 998);
        assertThat(wire).contains("Subject: =?UTF-8?");
    }

    @Test
    void theMessageIdIsTheMessagesOwn() throws Exception {
        Message message = message("Jo", "jo@reyes.test", "Hello", "Words");
        assertThat(wire(message)).contains("Message-ID: <booking-1.1.abc@callboard.test>\r\n");
        assertThat(wire(message)).contains("Message-ID: <booking-1.1.abc@callboard.test>\r\n");
    }

    @Test
    void htmlSaysTheSameWordsAndNothingElse() {
        assertThat(PlainText.html("A <script>alert(1)</script> & \"b\"\nline\n\nsecond https://evil.test"))
                .contains("A &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;b&quot;<br>\nline</p>")
                .contains("<p>second https://evil.test</p>")
                .doesNotContain("<script", "<a ");
    }

    @Test
    void onlyOnePlainMailboxIsWrittenTo() {
        assertThat(List.of("jo@reyes.test", "Jo.O'Neil+x@reyes.co.uk"))
                .allSatisfy(
                        address -> assertThat(MailAddress.deliverable(address)).isEqualTo(address));
        assertThat(MailAddress.deliverable(" jo@Münster.TEST ")).isEqualTo("jo@xn--mnster-3ya.test");
        for (String odd : List.of(
                "jo",
                "jo@localhost",
                "@b.test",
                "jo@",
                "a,b@c.test",
                "a@b.test,c@d.test",
                "Jo <a@b.test>",
                "a<b@c.test",
                "a@b.test>",
                "\"a b\"@c.test",
                "(x)a@b.test",
                "a@b.test\r\nBcc: c@d.test",
                "a\u0000@b.test",
                "ä@b.test",
                "a@b..test",
                "a@b_c.test ,",
                "undisclosed-recipients:;@b.test",
                "a".repeat(250) + "@b.test")) {
            assertThat(MailAddress.deliverable(odd)).as(odd).isNull();
            assertThatThrownBy(() -> wire(message("Jo", odd, "Hello", "Words")))
                    .as(odd)
                    .isInstanceOf(MessagingException.class);
        }
    }

    private static String wire(Message message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EmailMessage.of(message, "office@callboard.test", SESSION, NOW).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Message message(String name, String to, String subject, String body) {
        return new Message(
                1,
                Channel.Mail,
                Purpose.CONFIRMATION,
                new MessageDraft.About(EntityKind.BOOKING, 1),
                true,
                to,
                name,
                name,
                "desk@oak.test",
                subject,
                body,
                "booking-1.1.abc@callboard.test",
                MessageState.Queued,
                null,
                0,
                NOW,
                NOW,
                null,
                NOW);
    }
}
