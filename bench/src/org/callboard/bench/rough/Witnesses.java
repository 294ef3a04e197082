package org.callboard.bench.rough;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Programs and people that go on asking through an outage, and note each answer and how long it took. */
final class Witnesses implements AutoCloseable {

    private static final int WRITERS = 6;
    private static final Duration MAX_LENGTH = Duration.ofSeconds(5);
    private static final Duration MAX_LIVE = Duration.ofMillis(200);
    private static final Duration TRY_AGAIN = Duration.ofMillis(250);

    private record Seen(String phase, String who, int status, boolean comeAgain, Duration time) {}

    private interface Question {
        HttpResponse<String> ask() throws Exception;
    }

    private final RoughClient client;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile String phase = "";
    private volatile boolean running = true;

    Witnesses(RoughClient client) {
        this.client = client;
        for (int i = 0; i < WRITERS; i++) {
            threads.add(Thread.ofPlatform().start(this::write));
        }
        loop("read", Duration.ofMillis(100), () -> client.office("GET", client.bookings() + "?pageSize=5", null));
        loop("token", Duration.ofMillis(300), () -> client.send(client.tokenRequest()));
        loop(
                "page",
                Duration.ofMillis(300),
                () -> client.send(
                        client.at("/sign-in").header("Accept", "text/html").build()));
        loop(
                "live",
                Duration.ofMillis(100),
                () -> client.send(client.at("/health/live").build()));
    }

    void begin(String next) {
        phase = next;
    }

    /** How many bookings were acknowledged. */
    long taken() {
        return acknowledged.size();
    }

    private void write() {
        while (running) {
            String id = "rough-" + numbers.incrementAndGet();
            String body = """
                    {"source":"Web","name":"Jordan","summary":"","isFirstTimeClient":true,"externalId":"%s",
                     "contacts":[{"type":"Phone","value":"937-555-0142"}]}""".formatted(id);
            int status = 0;
            while (running && status != 200) {
                status = note("write", () -> client.office("POST", client.bookings(), body, "Idempotency-Key", id));
                if (status == 200) {
                    acknowledged.add(id);
                } else {
                    pause(TRY_AGAIN);
                }
            }
            pause(Duration.ofMillis(20));
        }
    }

    private void loop(String who, Duration between, Question question) {
        threads.add(Thread.ofPlatform().start(() -> {
            while (running) {
                note(who, question);
                pause(between);
            }
        }));
    }

    private int note(String who, Question question) {
        String now = phase;
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = question.ask();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            boolean comeAgain = answer.headers().firstValue("Retry-After").isPresent();
            seen.add(new Seen(now, who, answer.statusCode(), comeAgain, time));
            return answer.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failures.add(now + " " + who + ": " + e);
        }
        return 0;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(30));
        }
    }

    /** What was answered otherwise than it has to be. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(failures);
        for (Seen one : seen) {
            boolean live = one.who.equals("live");
            boolean known = one.status == 200 || !live && one.comeAgain && (one.status == 503 || one.status == 409);
            if (!known || one.time.compareTo(live ? MAX_LIVE : MAX_LENGTH) > 0) {
                faults.add(one.toString());
            }
        }
        return faults;
    }

    /** A line for each phase, who asked and status: how many, and the longest time. */
    String report() {
        Map<String, List<Duration>> all = new TreeMap<>();
        seen.forEach(
                one -> all.computeIfAbsent(one.phase + "\t" + one.who + "\t" + one.status, key -> new ArrayList<>())
                        .add(one.time));
        StringBuilder text = new StringBuilder("phase\twho\tstatus\tanswers\tlongest, ms\n");
        all.forEach((key, times) -> text.append(key)
                .append('\t')
                .append(times.size())
                .append('\t')
                .append(times.stream().mapToLong(Duration::toMillis).max().orElse(0))
                .append('\n'));
        return text.toString();
    }

    /** What was lost or doubled, of the bookings that were acknowledged. */
    List<String> compare() throws Exception {
        Map<String, Long> there = client.externalIds();
        List<String> faults = new ArrayList<>();
        long lost = acknowledged.stream().filter(id -> !there.containsKey(id)).count();
        long doubled = there.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("rough-") && entry.getValue() > 1)
                .count();
        System.out.println(acknowledged.size() + " bookings acknowledged, " + lost + " lost, " + doubled + " doubled");
        if (lost > 0 || doubled > 0) {
            faults.add(lost + " lost, " + doubled + " doubled");
        }
        return faults;
    }

    @Override
    public void close() {
        running = false;
        threads.forEach(Thread::interrupt);
    }
}
