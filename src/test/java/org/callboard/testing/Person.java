package org.callboard.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.callboard.tenants.SignedInUser;

/** Somebody who has signed in, seen from the wire: a cookie, and the token that every form carries. */
public final class Person {

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String token;

    private Person(SignedInUser user) {
        String before = between(get("/sign-in").body(), "name=\"_csrf\" value=\"", "\"");
        HttpResponse<String> in =
                post("/sign-in", "email=" + encode(user.email()) + "&password=" + encode(TestTenant.PASSWORD), before);
        if (in.headers().firstValue("Location").orElse("/sign-in").contains("/sign-in")) {
            throw new IllegalStateException("not signed in: " + in.statusCode() + " " + in.body());
        }
        token = Api.JSON.readTree(get("/session").body()).get("csrf").stringValue();
    }

    public static Person signIn(SignedInUser user) {
        return new Person(user);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(Server.url() + path)).GET());
    }

    /** Sends a form, as a page would. */
    public HttpResponse<String> post(String path, String form) {
        return post(path, form, token);
    }

    private HttpResponse<String> post(String path, String form, String csrf) {
        return send(HttpRequest.newBuilder(URI.create(Server.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(csrf))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
