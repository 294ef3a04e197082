package org.callboard.geocoding;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.net.URIBuilder;
import org.callboard.outbound.Destinations;
import org.callboard.outbound.OutboundClient;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a geocoder for JSON: within two seconds in all, looking its name up included, and without a connection before the
 * first question. Its address is a company's choice, so it must be public, unless the operator names its host.
 */
@Component
class ProviderClient implements DisposableBean {

    /** The provider did not say anything of use; the message says in a sentence what it did. */
    static final class NoAnswer extends IOException {
        final boolean tooMany;

        NoAnswer(String message) {
            this(message, false);
        }

        private NoAnswer(String message, boolean tooMany) {
            super(message);
            this.tooMany = tooMany;
        }
    }

    private static final Duration WHOLE = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Destinations destinations;
    private final Executor threads = task -> Thread.ofVirtual().name("geocoder").start(task);
    private volatile @Nullable OutboundClient client;

    /** @param hosts those that the operator trusts, parted by commas */
    ProviderClient(@Value("${callboard.address-hosts:}") String hosts) {
        List<String> trusted = List.of(hosts.split(",", -1)).stream()
                .map(VisibleText::strip)
                .filter(VisibleText::in)
                .toList();
        this.destinations = new Destinations(host -> trusted.stream().anyMatch(host::equalsIgnoreCase));
    }

    /** A sentence about what is wrong with an address, or null where it may be asked. */
    @Nullable
    String problem(String url) {
        return destinations.problem(url);
    }

    /** What a server answers to a question. IOException with a sentence where that is no JSON. */
    JsonNode get(String url, String path, Map<String, ? extends @Nullable Object> asked) throws IOException {
        HttpGet request = new HttpGet(uri(url, path, asked));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(client().call(request, ProviderClient::read));
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.abort();
            throw new NoAnswer("There was no answer within " + WHOLE.toSeconds() + " seconds.");
        } catch (InterruptedException e) {
            request.abort();
            Thread.currentThread().interrupt();
            throw new NoAnswer("The question was broken off.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoAnswer said) {
                throw said;
            }
            String said = e.getCause() instanceof Destinations.Refused
                    ? "The name of the server leads to a private address."
                    : "The server can't be reached.";
            NoAnswer none = new NoAnswer(said);
            none.initCause(e.getCause());
            throw none;
        }
    }

    private static URI uri(String url, String path, Map<String, ? extends @Nullable Object> asked) throws IOException {
        try {
            URIBuilder uri = new URIBuilder(url.replaceFirst("/+$", "") + path);
            asked.forEach((name, value) -> {
                if (value != null && !value.toString().isEmpty()) {
                    uri.addParameter(name, value.toString());
                }
            });
            return uri.build();
        } catch (URISyntaxException e) {
            throw new NoAnswer("The address of the server is no URL.");
        }
    }

    private static JsonNode read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new NoAnswer("The server answered " + response.getCode() + ".", response.getCode() == 429);
        }
        byte[] body = OutboundClient.beginning(response, MAX_BYTES);
        try {
            JsonNode read = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            if (read.isContainer()) {
                return read;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw new NoAnswer("The server's answer is not that of a geocoder.");
    }

    private synchronized OutboundClient client() {
        OutboundClient known = client;
        if (known == null) {
            known = new OutboundClient("geocoder", destinations, WHOLE, WHOLE, WHOLE.plusSeconds(1));
            client = known;
        }
        return known;
    }

    @Override
    public void destroy() throws IOException {
        OutboundClient known = client;
        if (known != null) {
            known.close();
        }
    }
}
