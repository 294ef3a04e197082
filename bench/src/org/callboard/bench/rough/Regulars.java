package org.callboard.bench.rough;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.testing.Api;
import org.callboard.testing.Visitor;

/**
 * Those for whom all this is done: somebody asks for the health five times a second, an integration reads, and an open
 * Calls screen hears its beats, each from this machine itself. They note what goes wrong and how long it took.
 */
final class Regulars implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final String url;
    private final Map<String, String> demo;
    private final HttpClient kept = HttpClient.newHttpClient();
    private final Thread[] threads;
    private final Times live = new Times();
    private final Times reads = new Times();
    private final AtomicLong beats = new AtomicLong();
    private final Times betweenBeats = new Times();
    private final AtomicLong broken = new AtomicLong();
    private volatile String token = "";
    private long usualReads;

    Regulars(int port, Map<String, String> demo) throws IOException, InterruptedException {
        this.port = port;
        this.url = "http://127.0.0.1:" + port;
        this.demo = demo;
        this.token = takeToken();
        Visitor person = new Visitor(url);
        person.signIn(demo.get("OWNER_EMAIL"), demo.get("OWNER_PASSWORD"));
        threads = new Thread[] {
            Thread.ofPlatform().daemon().start(() -> repeat(this::askHealth, 200)),
            Thread.ofPlatform().daemon().start(() -> repeat(this::read, 100)),
            Thread.ofPlatform().daemon().start(() -> listen(person.cookie()))
        };
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void repeat(Step step, long millis) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step.run();
                Thread.sleep(millis);
            } catch (IOException e) {
                broken.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** On a connection of its own each time, as a load balancer does. */
    private void askHealth() {
        long start = System.nanoTime();
        try (Line fresh = new Line(port, 1)) {
            int status = fresh.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .status((int) PATIENCE.toSeconds());
            live.note(System.nanoTime() - start, status == 200);
        } catch (IOException e) {
            live.note(System.nanoTime() - start, false);
        }
    }

    private void read() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = kept.send(authorized(bookings()).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 401) {
            token = takeToken();
            return;
        }
        reads.note(System.nanoTime() - start, answer.statusCode() == 200);
    }

    private void listen(String cookie) {
        try {
            HttpResponse<java.io.InputStream> answer = kept.send(
                    HttpRequest.newBuilder(URI.create(url + "/calls/stream"))
                            .header("Cookie", cookie)
                            .build(),
                    BodyHandlers.ofInputStream());
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
                long last = System.nanoTime();
                while (lines.readLine() != null) {
                    betweenBeats.note(System.nanoTime() - last, true);
                    last = System.nanoTime();
                    beats.incrementAndGet();
                }
            }
            betweenBeats.note(0, false); // it must not end
        } catch (IOException | InterruptedException e) {
            if (!Thread.currentThread().isInterrupted()) {
                betweenBeats.note(0, false);
            }
        }
    }

    String bookings() {
        return "/crm/v2/tenant/" + demo.get("TENANT") + "/booking-provider/" + demo.get("PROVIDER_ID") + "/bookings";
    }

    String token() {
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + token).header("ST-App-Key", demo.get("APP_KEY"));
    }

    private String takeToken() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + demo.get("CLIENT_ID") + "&client_secret="
                + demo.get("CLIENT_SECRET");
        HttpResponse<String> answer = kept.send(
                request("/connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return Api.JSON.readTree(answer.body()).get("access_token").stringValue();
    }

    /** Says what they saw since the last time, and whether all of it was as it should be. */
    boolean report(String during, long mostLiveMillis) {
        long slowest = live.slowest();
        boolean good = live.failed() + reads.failed() + betweenBeats.failed() + broken.get() == 0
                && slowest <= mostLiveMillis
                && live.count() > 0
                && betweenBeats.slowest() < 5000;
        System.out.printf("  regulars %s: health %s; reads %s; stream %s%n", during, live, reads, betweenBeats);
        usualReads = reads.allButOneInAHundred();
        live.clear();
        reads.clear();
        betweenBeats.clear();
        broken.set(0);
        return good;
    }

    /** In milliseconds: of the reads of the last report all but one in a hundred were as quick. */
    long usualReads() {
        return usualReads;
    }

    @Override
    public void close() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
        kept.shutdownNow();
    }

    /** How long something took, in milliseconds. */
    private static final class Times {
        private long count;
        private long failed;
        private long slowest;
        private final List<Long> all = new ArrayList<>();

        synchronized void note(long nanos, boolean good) {
            all.add(nanos / 1_000_000);
            count++;
            failed += good ? 0 : 1;
            slowest = Math.max(slowest, nanos / 1_000_000);
        }

        synchronized long slowest() {
            return slowest;
        }

        synchronized long allButOneInAHundred() {
            return all.stream()
                    .sorted()
                    .skip(all.size() * 99L / 100)
                    .findFirst()
                    .orElse(0L);
        }

        synchronized long failed() {
            return failed;
        }

        synchronized long count() {
            return count;
        }

        synchronized void clear() {
            count = failed = slowest = 0;
            all.clear();
        }

        @Override
        public synchronized String toString() {
            return count + " (slowest " + slowest + " ms, failed " + failed + ")";
        }
    }
}
