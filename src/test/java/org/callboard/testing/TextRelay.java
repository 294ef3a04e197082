package org.callboard.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** The program that text messages are posted to in the test run. It keeps what it gets and answers what it is told to. */
public final class TextRelay {

    /** Holds what Spring would resolve. */
    public static final String SECRET = "of the ${test:other} run";

    /** What was posted: the body as it came, and the headers that sign it. */
    public record Post(String body, String id, String timestamp, String signature) {
        public JsonNode json() {
            return Api.JSON.readTree(body);
        }
    }

    private static final HttpServer SERVER = start();
    private static final List<Post> POSTS = new CopyOnWriteArrayList<>();
    private static volatile int status = 200;

    private TextRelay() {}

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                POSTS.add(new Post(
                        body,
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                        exchange.getRequestHeaders().getFirst("webhook-signature")));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/texts";
    }

    /** Lets the program answer so from now on. */
    public static void answer(int code) {
        status = code;
    }

    public static List<Post> postsTo(String number) {
        return POSTS.stream()
                .filter(post -> post.json().get("to").stringValue().equals(number))
                .toList();
    }
}
