package org.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills Callboard, then its database, while inquiries come in: whatever was acknowledged is there afterwards, and whoever
 * asks again with the same {@code Idempotency-Key} makes nothing twice. Runs as in production, in a process of its own.
 */
class DurabilityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final int CLIENTS = 4;

    @TempDir
    Path data;

    private final int port = freePort();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean posting;
    private volatile String token = "";
    private Map<String, String> demo = Map.of();
    private Process callboard;

    @AfterEach
    void stop() throws Exception {
        if (callboard != null && callboard.isAlive()) {
            callboard.destroy();
            callboard.waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        start();
        demo = demoEnv();
        takeToken();

        List<Thread> clients = startPosting();
        awaitAcknowledged(60);
        callboard.destroyForcibly().waitFor();
        join(clients);
        assertThat(sent.size()).isGreaterThanOrEqualTo(acknowledged.size());

        start();
        takeToken();
        assertNothingLostAndNothingDoubled();

        clients = startPosting();
        awaitAcknowledged(acknowledged.size() + 60);
        killPostmaster();
        awaitAcknowledged(acknowledged.size() + 20); // it comes back by itself
        join(clients);
        assertNothingLostAndNothingDoubled();
    }

    /** The clients ask again for everything they sent, as they would after a cut: the same ids, and no second booking. */
    private void assertNothingLostAndNothingDoubled() throws Exception {
        Map<String, Long> there = allBookings();
        assertThat(there).containsAllEntriesOf(acknowledged);
        for (String externalId : sent) {
            HttpResponse<String> answer = post(externalId);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            long id = JSON.readTree(answer.body()).get("id").asLong();
            assertThat(id).isEqualTo(there.getOrDefault(externalId, id));
            acknowledged.put(externalId, id);
        }
        assertThat(allBookings()).isEqualTo(acknowledged);
        assertThat(Set.copyOf(acknowledged.values())).hasSameSizeAs(sent);
    }

    private List<Thread> startPosting() {
        posting = true;
        return java.util.stream.IntStream.range(0, CLIENTS)
                .mapToObj(i -> Thread.ofVirtual().start(this::post))
                .toList();
    }

    private void post() {
        while (posting) {
            String externalId = "durable-" + number.incrementAndGet();
            sent.add(externalId);
            try {
                HttpResponse<String> answer = post(externalId);
                if (answer.statusCode() == 200) {
                    acknowledged.put(
                            externalId, JSON.readTree(answer.body()).get("id").asLong());
                }
                Thread.sleep(5);
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void join(List<Thread> clients) throws InterruptedException {
        posting = false;
        for (Thread client : clients) {
            client.join();
        }
    }

    private void awaitAcknowledged(int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (acknowledged.size() < count) {
            assertThat(System.nanoTime())
                    .as("acknowledged: " + acknowledged.size())
                    .isLessThan(end);
            Thread.sleep(5);
        }
    }

    private HttpResponse<String> post(String externalId) throws IOException, InterruptedException {
        return send(request(bookings(""))
                .header("Idempotency-Key", externalId)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"externalId": "%s", "source": "Test", "name": "Casey Durable", "summary": "No heat",
                         "isFirstTimeClient": true, "contacts": [{"type": "Phone", "value": "(937) 555-0100"}]}
                        """.formatted(externalId))));
    }

    /** The ids of those bookings that this test posted, by external id; fails where one external id is there twice. */
    private Map<String, Long> allBookings() throws Exception {
        Map<String, Long> all = new HashMap<>();
        for (JsonNode booking : JSON.readTree(
                        send(request(bookings("?pageSize=5000")).GET()).body())
                .get("data")) {
            String externalId = booking.get("externalId").stringValue();
            if (externalId.startsWith("durable-")) {
                assertThat(all.put(externalId, booking.get("id").asLong())).isNull();
            }
        }
        return all;
    }

    private String bookings(String rest) {
        return "/crm/v2/tenant/" + demo.get("TENANT") + "/booking-provider/" + demo.get("PROVIDER_ID") + "/bookings"
                + rest;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", demo.getOrDefault("APP_KEY", ""));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private void takeToken() throws Exception {
        String form = "grant_type=client_credentials&client_id=" + demo.get("PROVIDER_CLIENT_ID") + "&client_secret="
                + demo.get("PROVIDER_CLIENT_SECRET");
        HttpResponse<String> answer = send(request("/connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        token = JSON.readTree(answer.body()).get("access_token").stringValue();
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.callboard.Application",
                "--demo");
        builder.environment().putAll(Map.of("CALLBOARD_PORT", "" + port, "CALLBOARD_DATA", data.toString()));
        builder.environment().remove("CALLBOARD_DATABASE_URL");
        Path log = Path.of("target", "durability-test.log");
        callboard = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!ready()) {
            assertThat(callboard.isAlive()).as("see " + log).isTrue();
            assertThat(System.nanoTime()).as("see " + log).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return send(request("/health/ready").GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, String> demoEnv() throws IOException {
        return Files.readAllLines(data.resolve("demo.env")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private void killPostmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
