package org.callboard.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.callboard.outbound.Destinations;
import org.callboard.outbound.OutboundClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Hands one message over, signed as the Standard Webhooks specification says, and reads the beginning of the answer. */
@Component
class Sender implements DisposableBean {

    /** What the receiver said: no status where there was no answer. */
    record Answer(
            @Nullable Integer status,
            String text,
            int millis,
            @Nullable Instant comeBack) {

        boolean taken() {
            return status != null && status >= 200 && status < 300;
        }
    }

    private static final ContentType TYPE = ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);
    private static final int MAX_ANSWER = 1000;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(15);

    private final Clock clock;
    private final OutboundClient client;

    Sender(Destinations destinations, Clock clock) {
        this.clock = clock;
        this.client = new OutboundClient("webhook", destinations, CONNECT, SILENCE, WHOLE);
    }

    /**
     * Sends a message.
     *
     * @param id names it; the same for each try
     * @param secrets each signs it, so that a receiver may know either while they change
     */
    Answer send(String url, String id, String body, List<String> secrets) {
        HttpPost post = new HttpPost(URI.create(url));
        Instant now = clock.instant();
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", now.getEpochSecond());
        post.setHeader("webhook-signature", sign(secrets, id, now.getEpochSecond(), body));
        post.setEntity(new StringEntity(body, TYPE));
        long start = System.nanoTime();
        try {
            return client.call(
                    post,
                    response -> new Answer(
                            response.getCode(), beginning(response), millisSince(start), comeBack(response, now)));
        } catch (IOException | IllegalArgumentException e) {
            return new Answer(null, reason(e), millisSince(start), null);
        }
    }

    private static String sign(List<String> secrets, String id, long seconds, String body) {
        return secrets.stream()
                .map(secret -> {
                    try {
                        return new Webhook(secret).sign(id, seconds, body);
                    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining(" "));
    }

    private static String beginning(ClassicHttpResponse response) throws IOException {
        return new String(OutboundClient.beginning(response, MAX_ANSWER), StandardCharsets.UTF_8).replace('\0', ' ');
    }

    /** {@code Retry-After} in both of its forms (RFC 9110, section 10.2.3); a day at the most. */
    private static @Nullable Instant comeBack(ClassicHttpResponse response, Instant now) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null) {
            return null;
        }
        String text = header.getValue().strip();
        try {
            Instant then = text.matches("\\d{1,9}")
                    ? now.plusSeconds(Long.parseLong(text))
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            Instant latest = now.plus(Duration.ofDays(1));
            return then.isAfter(latest) ? latest : then;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String reason(Exception e) {
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return text.substring(0, Math.min(text.length(), MAX_ANSWER));
    }

    private static int millisSince(long start) {
        return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
