package org.callboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A form as a browser without scripts sends it, by somebody who has signed in nowhere. Follows no redirect. */
public final class FormPost {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "the-edge-of-a-part";

    private final String path;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream files = new ByteArrayOutputStream();
    private String[] headers = {};

    private FormPost(String path) {
        this.path = path;
    }

    public static FormPost to(String path) {
        return new FormPost(path);
    }

    /** The form of a booking page, filled as it should be. */
    public static FormPost filled(PublicPage book) {
        return to(book.path())
                .with("form", book.seal())
                .with("summary", "No heat since last night")
                .with("name", "Avery Lowell")
                .with("phone", "(937) 555-0119")
                .with("street", "24 Wayne Avenue")
                .with("city", "Dayton")
                .with("state", "OH")
                .with("zip", "45402");
    }

    public FormPost with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public FormPost without(String name) {
        fields.remove(name);
        return this;
    }

    public FormPost file(String name, String fileName, byte[] content) {
        files.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        files.writeBytes(content);
        files.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }

    /** From another address, as the reverse proxy tells it. */
    public FormPost from(String address) {
        return withHeaders("X-Forwarded-For", address);
    }

    public FormPost withHeaders(String... headers) {
        this.headers = headers;
        return this;
    }

    /** As a browser does: in parts where the form has files, else in one line. */
    public HttpResponse<String> send() {
        boolean parts = files.size() > 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Server.url() + path))
                .header("Accept", "text/html,application/json")
                .header(
                        "Content-Type",
                        parts ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(parts ? inParts() : inOneLine()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private byte[] inOneLine() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    private byte[] inParts() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(files.toByteArray());
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    public static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(Server.url() + path))
                .header("Accept", "text/html")
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
