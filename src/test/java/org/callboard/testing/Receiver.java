package org.callboard.testing;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Somebody else's server, which gets webhooks: it answers as it is told to, else 200, and keeps what arrived. */
public final class Receiver implements AutoCloseable {

    /** How it answers one request. */
    public interface Behavior {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request as it came in. */
    public record Message(String body, Map<String, List<String>> headers) {

        public JsonNode json() {
            return Api.JSON.readTree(body);
        }

        public String id() {
            return headers.get("Webhook-id").getFirst();
        }

        /** Throws unless the standard's own library finds it signed with this secret, and just now. */
        public void verify(String secret) throws Exception {
            new Webhook(secret).verify(body, headers);
        }
    }

    private final HttpServer server;
    private final Queue<Behavior> next = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Message> arrived = new LinkedBlockingQueue<>();

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Behavior behavior = next.poll();
            arrived.add(new Message(body, exchange.getRequestHeaders()));
            if (behavior == null) {
                answer(exchange, 200);
            } else {
                behavior.answer(exchange);
            }
            exchange.close();
        });
        server.start();
    }

    /** Registers a webhook that comes here, and gives the reply, which has its secret. */
    public JsonNode subscribe(Api api, String path, String... events) {
        String words = String.join(
                ",", List.of(events).stream().map(event -> "\"" + event + "\"").toList());
        return Office.ok(api.post(path, "{\"url\":\"%s\",\"events\":[%s]}".formatted(url(), words)));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The next request that has no behavior yet is answered so. */
    public Receiver then(Behavior behavior) {
        next.add(behavior);
        return this;
    }

    public Receiver then(int status) {
        return then(exchange -> answer(exchange, status));
    }

    public static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** The next message, as soon as it is there; fails after some seconds without one. */
    public Message next() {
        try {
            Message message = arrived.poll(Duration.ofSeconds(15).toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("nothing arrived");
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has arrived and was not asked for yet. */
    public List<Message> rest() {
        List<Message> all = new ArrayList<>();
        arrived.drainTo(all);
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
