package org.callboard.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.callboard.access.Apps;
import org.callboard.access.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An integrator's client: takes a token once and calls the API over HTTP. */
public final class Api {

    public static final JsonMapper JSON = JsonMapper.builder().build();
    public static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String url;
    public final long tenant;
    public final Apps.Registered app;
    public final Apps.Connected connection;
    private String token;

    Api(long tenant, Apps.Registered app, Apps.Connected connection) {
        this(Server.url(), tenant, app, connection);
    }

    /** A client of another server than the test run's. */
    public Api(String url, long tenant, Apps.Registered app, Apps.Connected connection) {
        this.url = url;
        this.tenant = tenant;
        this.app = app;
        this.connection = connection;
    }

    /** The same connection with a token that was asked for with these scopes. */
    public Api asking(Scope... scopes) {
        String words = Arrays.stream(scopes).map(Scope::word).collect(Collectors.joining("+"));
        Api narrowed = new Api(url, tenant, app, connection);
        narrowed.token = narrowed.takeTokenWith("&scope=" + words)
                .json()
                .get("access_token")
                .stringValue();
        return narrowed;
    }

    /** What the API answered: the status, the headers and the body as JSON (missing where it is empty). */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** Why it was refused. */
        public String code() {
            return json().at("/data/code").stringValue();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    /** A path below the tenant: {@code "crm/v2", "/bookings"}. */
    public String path(String area, String rest) {
        return "/" + area + "/tenant/" + tenant + rest;
    }

    public Answer get(String path) {
        return send(request("GET", path, null));
    }

    public Answer post(String path, String body, String... headers) {
        return send(request("POST", path, body, headers));
    }

    public Answer put(String path, String body) {
        return send(request("PUT", path, body));
    }

    public Answer patch(String path, String body, String... headers) {
        return send(request("PATCH", path, body, headers));
    }

    public Answer delete(String path) {
        return send(request("DELETE", path, null));
    }

    public HttpRequest request(String method, String path, String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token())
                .header("ST-App-Key", app.appKey())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.setHeader(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    /** Sends it, and holds what the test run's own server answers to what the published document declares. */
    public static Answer send(HttpRequest request) {
        Answer answer = sendUnchecked(request);
        PublishedDocument.check(request, answer);
        return answer;
    }

    static Answer sendUnchecked(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public synchronized String token() {
        if (token == null) {
            token = takeTokenWith("").json().get("access_token").stringValue();
        }
        return token;
    }

    /** Asks for a token of this connection, with more parameters such as {@code &scope=…}. */
    public Answer takeTokenWith(String more) {
        return takeTokenAt(
                url,
                "grant_type=client_credentials&client_id=" + connection.clientId() + "&client_secret="
                        + connection.clientSecret() + more);
    }

    public static Answer takeToken(String form, String... headers) {
        return takeTokenAt(Server.url(), form, headers);
    }

    private static Answer takeTokenAt(String url, String form, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + "/connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return send(builder.build());
    }
}
