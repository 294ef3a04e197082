package org.callboard.bench.rough;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider and a reader of the feed of bookings, for {@code bench/rough/restores}. {@code live NAME COUNT} posts
 * bookings, reads the feed to its end and keeps, under that name, the ids, the last token and the tag of a booking that
 * was changed. {@code judge LOSSY SEEN} looks at a Callboard whose database was put back: what was kept under {@code old}
 * and {@code kept} has to go on; what was kept under {@code lost} and {@code lost-epoch} has to be refused where LOSSY is
 * {@code lossy}, and ids and tags must be new ones where SEEN is {@code seen}.
 */
final class RestoredFeed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> LOST = List.of("lost", "lost-epoch");
    private static final List<String> ALL = List.of("old", "kept", "lost", "lost-epoch");

    /** What a part of the reader's life left. */
    record Kept(Set<Long> ids, String token, String tag) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, String> demo;
    private final Path state;
    private final String token;
    private final List<String> wrong = new ArrayList<>();

    private RestoredFeed(String port, Path demo, Path state) throws IOException, InterruptedException {
        this.url = "http://localhost:" + port;
        this.demo = Files.readAllLines(demo).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        this.state = Files.createDirectories(state);
        this.token = JSON.readTree(send(HttpRequest.newBuilder(URI.create(url + "/connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                        + this.demo.get("CLIENT_ID") + "&client_secret="
                                        + this.demo.get("CLIENT_SECRET"))))
                        .body())
                .get("access_token")
                .stringValue();
    }

    public static void main(String[] args) throws Exception {
        RestoredFeed feed = new RestoredFeed(args[0], Path.of(args[1]), Path.of(args[2]));
        switch (args[3]) {
            case "live" -> feed.live(args[4], Integer.parseInt(args[5]));
            case "judge" -> feed.judge(args[4].equals("lossy"), args[5].equals("seen"));
            default -> throw new IllegalArgumentException(args[3]);
        }
        feed.wrong.forEach(line -> System.out.println("  WRONG: " + line));
        System.exit(feed.wrong.isEmpty() ? 0 : 1);
    }

    private void live(String name, int count) throws IOException, InterruptedException {
        String before = Files.exists(state.resolve("end")) ? Files.readString(state.resolve("end")) : "";
        Set<Long> ids = new HashSet<>();
        String tag = book(name, count, ids);
        List<Long> told = new ArrayList<>();
        String end = readUntil(ids, before, told);
        Files.writeString(state.resolve("end"), end);
        Files.writeString(state.resolve(name), JSON.writeValueAsString(new Kept(ids, end, tag)));
    }

    private void judge(boolean lossy, boolean seen) throws IOException, InterruptedException {
        Kept kept = kept("kept");
        Set<Long> before = new HashSet<>(kept.ids);
        List<Long> told = new ArrayList<>();
        read(kept("old").token, told);
        check(told.containsAll(before), "a reader from before the backup is told what came after it");
        if (lossy) {
            check(own(told).equals(before), "and of nothing else: " + told);
            told.clear();
            read(kept.token, told);
            check(own(told).isEmpty(), "a reader at the backup is told nothing: " + told);
        }
        Set<Long> lost = new HashSet<>();
        for (String name : LOST) {
            Kept part = kept(name);
            lost.addAll(part.ids);
            HttpResponse<String> answer = page(part.token);
            boolean refused = answer.statusCode() == 400
                    && JSON.readTree(answer.body())
                            .at("/data/code")
                            .asString("")
                            .equals("feed-restored");
            check(
                    refused == lossy && (lossy || answer.statusCode() == 200),
                    name + ": " + answer.statusCode() + " " + answer.body());
        }
        Set<Long> made = new HashSet<>();
        String tag = book("after", 5, made);
        for (String name : lossy ? List.of("old", "kept") : ALL) {
            readUntil(made, kept(name).token, new ArrayList<>());
        }
        if (seen) {
            check(Collections.min(made) > Collections.max(lost) + 500_000, "ids leave room: " + made);
            check(!Stream.of("old", "kept", "lost").map(this::tag).toList().contains(tag), "tags are others: " + tag);
        }
        System.out.printf(
                "  old and kept go on, lost %s, ids from %d (lost up to %d), a tag %s (was %s)%n",
                lossy ? "refused" : "go on", Collections.min(made), Collections.max(lost), tag, tag("lost"));
    }

    /** Without the bookings of the demonstration, whose claims run out meanwhile. */
    private Set<Long> own(Collection<Long> told) throws IOException {
        Set<Long> own = new HashSet<>();
        for (String name : ALL) {
            own.addAll(kept(name).ids);
        }
        own.retainAll(told);
        return own;
    }

    private String tag(String name) {
        try {
            return kept(name).tag;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Kept kept(String name) throws IOException {
        return JSON.readValue(Files.readString(state.resolve(name)), Kept.class);
    }

    private void check(boolean good, String what) {
        if (!good) {
            wrong.add(what);
        }
    }

    /**
     * Makes bookings, and changes the first once; gives its tag after that. The last one made comes last in the feed, so
     * whoever is told of it has been told of all.
     */
    private String book(String name, int count, Set<Long> ids) throws IOException, InterruptedException {
        long first = book(name + "-" + System.nanoTime());
        ids.add(first);
        String tag = change(first);
        while (ids.size() < count) {
            ids.add(book(name + "-" + System.nanoTime()));
        }
        return tag;
    }

    private long book(String externalId) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/booking-provider/" + demo.get("PROVIDER_ID") + "/bookings")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"source":"Web","name":"Ada","summary":"No heat","isFirstTimeClient":true,"externalId":"%s",
                         "contacts":[{"type":"Phone","value":"937-555-0142"}]}""".formatted(externalId))));
        check(answer.statusCode() == 200, answer.body());
        return JSON.readTree(answer.body()).get("id").longValue();
    }

    /** Changes a booking once, and gives its tag after that. */
    private String change(long id) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/booking-provider/" + demo.get("PROVIDER_ID") + "/bookings/" + id)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"summary\":\"Heat again\"}")));
        check(answer.statusCode() == 200, answer.body());
        return answer.headers().firstValue("ETag").orElse("none");
    }

    /** Reads on until these were told: older transactions may hold the feed up for a moment. Gives the last token. */
    private String readUntil(Set<Long> ids, String from, List<Long> told) throws IOException, InterruptedException {
        String next = read(from, told);
        for (int looks = 0; looks < 100 && !told.containsAll(ids); looks++) {
            Thread.sleep(200);
            next = read(next, told);
        }
        check(told.containsAll(ids), "the feed tells of " + ids + ": " + told);
        return next;
    }

    /** Reads on to the end; gives the last token. */
    private String read(String from, Collection<Long> told) throws IOException, InterruptedException {
        String next = from;
        while (true) {
            HttpResponse<String> answer = page(next);
            if (answer.statusCode() != 200) {
                wrong.add("the feed answers " + answer.statusCode() + " " + answer.body());
                return next;
            }
            JsonNode page = JSON.readTree(answer.body());
            page.get("data").forEach(record -> told.add(record.get("id").longValue()));
            next = page.get("continueFrom").stringValue();
            if (!page.get("hasMore").booleanValue()) {
                return next;
            }
        }
    }

    private HttpResponse<String> page(String from) throws IOException, InterruptedException {
        return send(request("/export/bookings?from=" + from).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/crm/v2/tenant/" + demo.get("TENANT") + path))
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", demo.getOrDefault("APP_KEY", ""));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }
}
