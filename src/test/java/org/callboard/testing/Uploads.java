package org.callboard.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends pictures to the API and reads them, byte by byte. */
public final class Uploads {

    private static final String BOUNDARY = "the-edge-of-a-part";

    private Uploads() {}

    /** A whole body of a type. */
    public static Api.Answer raw(Api api, String path, String type, byte[] body) {
        return Api.send(HttpRequest.newBuilder(api.request("GET", path, null), (name, value) -> true)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /** A form with files of one name. */
    public static Api.Answer form(Api api, String path, String name, byte[]... files) {
        return raw(api, path, "multipart/form-data; boundary=" + BOUNDARY, multipart(name, files));
    }

    private static byte[] multipart(String name, byte[]... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] file : files) {
            out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                            + "\"; filename=\"../../evil.html\"\r\nContent-Type: text/html\r\n\r\n")
                    .getBytes(ISO_8859_1));
            out.writeBytes(file);
            out.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /** The url that the API answered with, as a path. */
    public static String path(String url) {
        return URI.create(url).getRawPath();
    }

    public static HttpResponse<byte[]> read(Api api, String path, String... headers) {
        return send(api.request("GET", path, null, headers));
    }

    /** As somebody without any credentials. */
    public static HttpResponse<byte[]> readAsNobody(String path) {
        return send(HttpRequest.newBuilder(URI.create(Server.url() + path))
                .timeout(Duration.ofSeconds(30))
                .build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return Api.HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
