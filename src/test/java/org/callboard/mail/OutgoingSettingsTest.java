package org.callboard.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.callboard.database.StartFailure;
import org.callboard.database.Variables;
import org.junit.jupiter.api.Test;

/** What an operator may write to let messages out, and what is said where it does not fit. */
class OutgoingSettingsTest {

    private static final String FROM = "office@company.example";

    @Test
    void withoutThemNothingLeaves() {
        Map<String, String> blank = Map.of("CALLBOARD_SMTP_URL", " ");
        assertThat(Variables.read(blank, SmtpSettings.class).isOn()).isFalse();
        assertThat(Variables.read(blank, TextWebhookSettings.class).url).isNull();
    }

    @Test
    void aMailServerIsNamedByItsAddress() {
        assertThat(parts("smtp://mail.example")).containsExactly("mail.example", 587, false, null, null);
        assertThat(parts("SMTPS://mail.example/")).containsExactly("mail.example", 465, true, null, null);
        assertThat(parts("smtp://me%40company.example:p%2Fss+w%3Ard@mail.example:2525"))
                .containsExactly("mail.example", 2525, false, "me@company.example", "p/ss+w:rd");
    }

    @Test
    void whatIsNoMailServerIsRefusedWithoutItsPassword() {
        for (String url : List.of(
                "mail.example:587",
                "http://mail.example",
                "smtp://",
                "smtp://user@mail.example",
                "smtp://user:hush hush@mail.example",
                "smtp://user:hush%zz@mail.example",
                "smtp://user:hush@mail.example:70000",
                "smtp://user:hush@mail.example/inbox",
                "smtp://user:hush@mail.example?tls=no")) {
            assertThatThrownBy(() -> smtp(url))
                    .as(url)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("CALLBOARD_SMTP_URL must look like")
                    .hasMessageNotContaining("hush")
                    .hasNoCause();
        }
        assertThat(smtp("smtp://user:hush@mail.example").toString()).doesNotContain("hush", "user");
    }

    @Test
    void theSenderIsOneAddress() {
        for (String from :
                List.of("Company <a@b.example>", "a@b.example, c@d.example", "company", "a@b.example\nX: y")) {
            assertThatThrownBy(() -> Variables.read(
                            Map.of("CALLBOARD_SMTP_URL", "smtp://mail.example", "CALLBOARD_MAIL_FROM", from),
                            SmtpSettings.class))
                    .as(from)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("CALLBOARD_MAIL_FROM");
        }
        assertThatThrownBy(
                        () -> Variables.read(Map.of("CALLBOARD_SMTP_URL", "smtp://mail.example"), SmtpSettings.class))
                .hasMessageContaining("CALLBOARD_MAIL_FROM is not");
    }

    @Test
    void aProgramForTextsIsReachedSafely() {
        assertThat(texts("https://texts.example/send", "0123456789abcdef").url)
                .hasToString("https://texts.example/send");
        assertThat(texts("HTTPS://Texts.example/send", "0123456789abcdef").url)
                .hasToString("https://Texts.example/send");
        assertThat(texts("Http://localhost:9000/send", "0123456789abcdef").url.getPort())
                .isEqualTo(9000);
        byte[] key = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        assertThat(texts("http://localhost:9000/send", "0123456789abcdef").key).isEqualTo(key);
        assertThat(texts("https://texts.example/", "whsec_MDEyMzQ1Njc4OWFiY2RlZg==").key)
                .isEqualTo(key);
        for (String url :
                List.of("http://texts.example/", "ftp://texts.example", "texts", "https://u:p@texts.example")) {
            assertThatThrownBy(() -> texts(url, "0123456789abcdef"))
                    .as(url)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("CALLBOARD_TEXT_WEBHOOK_URL must be");
        }
        for (String secret : List.of("", "short", "whsec_not*base64*at*all")) {
            assertThatThrownBy(() -> texts("https://texts.example/", secret))
                    .as(secret)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("CALLBOARD_TEXT_WEBHOOK_SECRET");
        }
    }

    private static SmtpSettings smtp(String url) {
        return Variables.read(Map.of("CALLBOARD_SMTP_URL", url, "CALLBOARD_MAIL_FROM", FROM), SmtpSettings.class);
    }

    private static List<Object> parts(String url) {
        SmtpSettings read = smtp(url);
        return Arrays.asList(read.host, read.port, read.tls, read.user, read.password);
    }

    private static TextWebhookSettings texts(String url, String secret) {
        return Variables.read(
                Map.of("CALLBOARD_TEXT_WEBHOOK_URL", url, "CALLBOARD_TEXT_WEBHOOK_SECRET", secret),
                TextWebhookSettings.class);
    }
}
