package org.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.testing.CallboardProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    private static final int CLIENTS = 4;

    @TempDir
    Path data;

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean posting;
    private CallboardProcess callboard;

    @BeforeEach
    void start() {
        callboard = new CallboardProcess("durability-test", data, Map.of("CALLBOARD_CALLS_PER_SECOND", "0"));
        callboard.start();
    }

    @AfterEach
    void stop() throws Exception {
        callboard.close();
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        List<Thread> clients = startPosting();
        awaitAcknowledged(60);
        callboard.kill();
        join(clients);
        assertThat(sent.size()).isGreaterThanOrEqualTo(acknowledged.size());

        callboard.start();
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
        return CallboardProcess.send(callboard
                .request(callboard.bookings(""))
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
        for (JsonNode booking : JSON.readTree(CallboardProcess.send(callboard
                                .request(callboard.bookings("?pageSize=5000"))
                                .GET())
                        .body())
                .get("data")) {
            String externalId = booking.get("externalId").stringValue();
            if (externalId.startsWith("durable-")) {
                assertThat(all.put(externalId, booking.get("id").asLong())).isNull();
            }
        }
        return all;
    }

    private void killPostmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
    }
}
