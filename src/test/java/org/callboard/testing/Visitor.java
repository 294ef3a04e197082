package org.callboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.access.SignedInUser;

/** A browser without a screen: keeps its cookies and the CSRF token of the last page, follows no redirect. */
public final class Visitor {

    private static final Pattern CSRF =
            Pattern.compile("(?:<meta name=\"csrf-token\" content|name=\"_csrf\" value)=\"([^\"]+)\"");

    private static final String DEVICE = "callboard-device";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String url;
    private final String address;
    private String csrf = "";

    public Visitor() {
        this(Server.url());
    }

    public Visitor(String url) {
        this(url, null);
    }

    private Visitor(String url, String address) {
        this.url = url;
        this.address = address;
    }

    /** Somebody on another machine, as a reverse proxy tells of them. */
    public static Visitor from(String address) {
        return from(address, Server.url());
    }

    /** The same, of another server. */
    public static Visitor from(String address, String url) {
        return new Visitor(url, address);
    }

    /** What came back. */
    public record Answer(int status, String body, String location) {}

    /** Somebody with {@link TestTenant#PASSWORD} who has signed in. */
    public static Visitor signedIn(SignedInUser user) {
        Visitor visitor = new Visitor();
        visitor.signIn(user.email(), TestTenant.PASSWORD);
        return visitor;
    }

    /** Fills the sign-in form; the answer's location says what came of it. */
    public Answer signIn(String email, String password) {
        get("/sign-in");
        return post("/sign-in", "email", email, "password", password);
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a request of any method without a body, with the CSRF token of the last page. */
    public Answer send(String method, String path) {
        return send(request(path, "X-CSRF-TOKEN", csrf).method(method, BodyPublishers.noBody()));
    }

    /** Sends a form, with the CSRF token of the last page. */
    public Answer post(String path, String... fields) {
        return postForm(path, form(fields));
    }

    /** The same for a form that is encoded already. */
    public Answer postForm(String path, String form, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(form + "&_csrf=" + encode(csrf))));
    }

    /** Sends a form with a file in its field {@code file}, with the CSRF token of the last page. */
    public Answer upload(String path, String name, String content, String... fields) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            parts.append("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[i], fields[i + 1]));
        }
        parts.append(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n%s\r\n--part--\r\n")
                .formatted(name, content));
        String type = "multipart/form-data; boundary=part";
        return send(request(path, "X-CSRF-TOKEN", csrf, "Content-Type", type)
                .POST(BodyPublishers.ofString(parts.toString())));
    }

    /** Sends a form without a CSRF token. */
    public Answer postBare(String path, String[] headers, String... fields) {
        return send(request(path, headers).POST(BodyPublishers.ofString(form(fields))));
    }

    /** The cookies as a header, for a test that reads an answer piece by piece. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The CSRF token of the last page. */
    public String csrf() {
        return csrf;
    }

    /** The cookie by which a device is known on which somebody has signed in. */
    public HttpCookie deviceCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(DEVICE))
                .findFirst()
                .orElseThrow();
    }

    /** Its value. */
    public String device() {
        return deviceCookie().getValue();
    }

    /** Brings another one. */
    public void setDevice(String value) {
        HttpCookie cookie = new HttpCookie(DEVICE, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(url), cookie);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (address != null) {
            builder.header("X-Forwarded-For", address);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.setHeader(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder builder) {
        try {
            HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
            Matcher token = CSRF.matcher(response.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse("").replace(url, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(builder.build().uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return form.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
