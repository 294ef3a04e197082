package org.callboard.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts text messages to a program of the operator's, which passes them on: {@code {"to", "text", "messageId"}}, signed as
 * the Standard Webhooks specification says. Any 2xx means that the program has the message.
 */
final class TextWebhook {

    private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429, 503);

    /** What is posted; the receiver tells a repeated message by its id. */
    record Body(String to, String text, String messageId) {}

    private final URI url;
    private final byte[] key;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    TextWebhook(URI url, byte[] key, JsonMapper json, Clock clock) {
        this.url = url;
        this.key = key;
        this.json = json;
        this.clock = clock;
    }

    /** Posts it; {@code last} is asked before it leaves, and where that says false, it does not leave. */
    Outcome send(Message message, BooleanSupplier last) {
        HttpRequest request = request(message);
        if (!last.getAsBoolean()) {
            return Outcome.of(Outcome.Kind.Dropped, "Somebody else has this message.");
        }
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close(); // unread: it may have no end
            return outcome(response.statusCode());
        } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException | UnresolvedAddressException e) {
            return Outcome.of(Outcome.Kind.NotNow, "The program for text messages can't be reached: " + e);
        } catch (IOException e) {
            return Outcome.of(Outcome.Kind.Lost, "The connection broke before the program's answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.of(Outcome.Kind.Lost, "Callboard was stopped before the program's answer.");
        }
    }

    private static Outcome outcome(int status) {
        String words = "The program for text messages answered " + status + ".";
        if (status / 100 == 2) {
            return Outcome.of(Outcome.Kind.Taken, words);
        } else if (COME_AGAIN.contains(status)) {
            return Outcome.of(Outcome.Kind.NotNow, words);
        }
        // a fault of theirs, or of a gateway on the way: the message may have gone out before it
        return Outcome.of(status >= 500 ? Outcome.Kind.Lost : Outcome.Kind.Refused, words);
    }

    private HttpRequest request(Message message) {
        String body = json.writeValueAsString(new Body(message.to(), message.body(), message.messageId()));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("webhook-id", message.messageId())
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + sign(message.messageId() + "." + timestamp + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
