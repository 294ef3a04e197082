package org.callboard.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * As much of S3 as Callboard speaks, with paths like {@code /bucket/key}: PUT, GET and DELETE of objects. It reckons the
 * signature (AWS Signature Version 4) of each request anew, from the request as it arrived.
 */
final class BucketServer implements AutoCloseable {

    static final String REGION = "eu-test-1";
    static final String ACCESS_KEY = "AKTEST";
    static final String SECRET_KEY = "a secret of the test";

    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY
            + "/(\\d{8})/" + REGION + "/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private record Stored(byte[] content, String type) {}

    private final Map<String, Stored> objects = new ConcurrentHashMap<>();
    private final String bucket;
    private final HttpServer server;

    BucketServer(String bucket) {
        this.bucket = bucket;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String type(String key) {
        return objects.get("/" + bucket + "/" + key).type;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        if (!signed(exchange, body)) {
            refuse(exchange, 403, "SignatureDoesNotMatch");
        } else if (!path.startsWith("/" + bucket + "/")) {
            refuse(exchange, 404, "NoSuchBucket");
        } else {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(path, new Stored(body, header(exchange, "Content-Type")));
                    answer(exchange, 200, new byte[0]);
                }
                case "GET" -> {
                    Stored stored = objects.get(path);
                    if (stored == null) {
                        refuse(exchange, 404, "NoSuchKey");
                    } else {
                        exchange.getResponseHeaders().set("Content-Type", stored.type);
                        answer(exchange, 200, stored.content);
                    }
                }
                case "DELETE" -> {
                    objects.remove(path);
                    answer(exchange, 204, new byte[0]);
                }
                default -> refuse(exchange, 405, "MethodNotAllowed");
            }
        }
    }

    private static boolean signed(HttpExchange exchange, byte[] body) {
        Matcher given = AUTHORIZATION.matcher(header(exchange, "Authorization"));
        String hash = header(exchange, "x-amz-content-sha256");
        if (!given.matches() || !hash.equals("UNSIGNED-PAYLOAD") && !hash.equals(sha256(body))) {
            return false;
        }
        StringBuilder request = new StringBuilder()
                .append(exchange.getRequestMethod())
                .append('\n')
                .append(exchange.getRequestURI().getRawPath())
                .append("\n\n");
        for (String name : given.group(2).split(";")) {
            request.append(name)
                    .append(':')
                    .append(header(exchange, name).strip())
                    .append('\n');
        }
        request.append('\n').append(given.group(2)).append('\n').append(hash);
        String scope = given.group(1) + "/" + REGION + "/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + header(exchange, "x-amz-date") + "\n" + scope + "\n"
                + sha256(request.toString().getBytes(UTF_8));
        byte[] key = ("AWS4" + SECRET_KEY).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(given.group(3));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        answer(
                exchange,
                status,
                ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>")
                        .getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
