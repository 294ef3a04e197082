package org.callboard.database;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program that passes text messages on: {@code CALLBOARD_TEXT_WEBHOOK_URL} and the secret that they are signed with,
 * {@code CALLBOARD_TEXT_WEBHOOK_SECRET}.
 */
public record TextWebhookSettings(URI url, String secret) {

    private static final String BASE64 = "whsec_";
    private static final int SHORTEST_SECRET = 16;

    /** Null where text messages are off. Throws a {@link StartFailure} that names the wrong variable and no secret. */
    static @Nullable TextWebhookSettings from(Map<String, String> environment) {
        String url = environment.getOrDefault("CALLBOARD_TEXT_WEBHOOK_URL", "").strip();
        if (url.isEmpty()) {
            return null;
        }
        String secret =
                environment.getOrDefault("CALLBOARD_TEXT_WEBHOOK_SECRET", "").strip();
        if (secret.length() < SHORTEST_SECRET) {
            throw new StartFailure("CALLBOARD_TEXT_WEBHOOK_URL is set, but CALLBOARD_TEXT_WEBHOOK_SECRET has less than "
                    + SHORTEST_SECRET + " characters.");
        }
        TextWebhookSettings settings = new TextWebhookSettings(url(url), secret);
        try {
            settings.key();
        } catch (IllegalArgumentException e) {
            throw new StartFailure("CALLBOARD_TEXT_WEBHOOK_SECRET begins with whsec_, but is not Base64 behind that.");
        }
        return settings;
    }

    /** What is signed with. A secret that begins with {@code whsec_} is in Base64, as Standard Webhooks has it. */
    public byte[] key() {
        return secret.startsWith(BASE64)
                ? Base64.getDecoder().decode(secret.substring(BASE64.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    /** In the clear only to this machine: the text and the number are personal. */
    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            boolean here = "http".equals(url.getScheme())
                    && String.valueOf(url.getHost()).matches("localhost|127\\.0\\.0\\.1|\\[::1]");
            if (url.getHost() != null && url.getRawUserInfo() == null && ("https".equals(url.getScheme()) || here)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new StartFailure(
                "CALLBOARD_TEXT_WEBHOOK_URL must be an https address without user and password, such as https://texts.example/send.");
    }

    @Override
    public String toString() {
        return "TextWebhookSettings[" + url.getHost() + "]";
    }
}
