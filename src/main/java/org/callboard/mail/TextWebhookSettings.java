package org.callboard.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.callboard.database.StartFailure;
import org.callboard.validation.VisibleText;
import org.callboard.validation.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The program that passes text messages on: {@code CALLBOARD_TEXT_WEBHOOK_URL} and the secret that they are signed with,
 * {@code CALLBOARD_TEXT_WEBHOOK_SECRET}.
 */
public final class TextWebhookSettings {

    private static final String BASE64 = "whsec_";
    private static final int SHORTEST_SECRET = 16;

    /** Null where text messages are off. */
    final @Nullable URI url;

    /** What is signed with. A secret that begins with {@code whsec_} is in Base64, as Standard Webhooks has it. */
    final byte[] key;

    /** Throws a {@link StartFailure} that names the wrong variable and no secret. */
    TextWebhookSettings(@DefaultValue("") String textWebhookUrl, @DefaultValue("") String textWebhookSecret) {
        String secret = VisibleText.strip(textWebhookSecret);
        url = VisibleText.in(textWebhookUrl) ? url(VisibleText.strip(textWebhookUrl)) : null;
        StartFailure.unless(
                url == null || secret.length() >= SHORTEST_SECRET,
                "CALLBOARD_TEXT_WEBHOOK_URL is set, but CALLBOARD_TEXT_WEBHOOK_SECRET has less than " + SHORTEST_SECRET
                        + " characters.");
        try {
            key = secret.startsWith(BASE64)
                    ? Base64.getDecoder().decode(secret.substring(BASE64.length()))
                    : secret.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StartFailure("CALLBOARD_TEXT_WEBHOOK_SECRET begins with whsec_, but is not Base64 behind that.");
        }
    }

    /** In the clear only to this machine: the text and the number are personal. */
    private static URI url(String text) {
        try {
            URI url = WebAddress.read(text);
            boolean here = "http".equals(url.getScheme())
                    && String.valueOf(url.getHost()).matches("localhost|127\\.0\\.0\\.1|\\[::1]");
            if (url.getHost() != null && url.getRawUserInfo() == null && ("https".equals(url.getScheme()) || here)) {
                return url;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new StartFailure(
                "CALLBOARD_TEXT_WEBHOOK_URL must be an https address without user and password, such as https://texts.example/send.");
    }
}
