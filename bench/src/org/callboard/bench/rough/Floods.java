package org.callboard.bench.rough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Floods a Callboard with what costs a stranger nothing: announced bodies, held uploads, slow lines, idle connections.
 * Arguments: its port, its {@code demo.env}, the most milliseconds that the health may take, and the path of a booking
 * page. Fails where those who belong there notice.
 */
final class Floods {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final int port;
    private final Map<String, String> demo;
    private final Regulars regulars;
    private final long mostMillis;
    private boolean good = true;

    private Floods(int port, Map<String, String> demo, Regulars regulars, long mostMillis) {
        this.port = port;
        this.demo = demo;
        this.regulars = regulars;
        this.mostMillis = mostMillis;
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        Map<String, String> demo = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        try (Regulars regulars = new Regulars(port, demo)) {
            Floods floods = new Floods(port, demo, regulars, Long.parseLong(args[2]));
            AtomicReference<String> list = new AtomicReference<>("");
            Thread slowList = Thread.ofVirtual().start(() -> list.set(floods.sendList()));
            Thread.sleep(3000);
            floods.regulars.report("before", Long.MAX_VALUE);
            floods.announcedBodies();
            floods.heldUploads();
            floods.slowLines();
            floods.manyConnections();
            Traces traces = new Traces(port, Path.of(args[1]).toAbsolutePath().getParent(), args[3]);
            floods.strangersLeaveNothing(traces);
            floods.heldPictures(traces);
            slowList.join();
            floods.check("50 MB at 100 KB/s", list.get().equals("202"), list.get());
            floods.regulars("while the list came");
            floods.check("uploads that ended leave no file", traces.files() == 0, traces.files());
            System.exit(floods.good ? 0 : 1);
        }
    }

    private void check(String what, boolean held, Object seen) {
        System.out.printf("%s %s: %s%n", held ? "ok  " : "FAIL", what, seen);
        good &= held;
    }

    private void regulars(String during) {
        check("those who belong there, " + during, regulars.report(during, mostMillis), "health within " + mostMillis);
    }

    /** 1,000 lines from eight addresses announce 2 MB, and send a few bytes, to each kind of route. */
    private void announcedBodies() throws InterruptedException {
        List<String> targets = new ArrayList<>();
        for (String path : List.of(
                "/health/live",
                "/metrics",
                "/openapi.json",
                "/assets/app.css",
                "/nowhere",
                "/error",
                "/sign-in",
                "/setup",
                "/calls",
                "/customers/new",
                "/settings/imports",
                "/connect/token",
                "/book/x",
                "/book/x/pictures",
                "/lead-form/x",
                regulars.bookings(),
                "/callboard/v1/tenant/1/pictures",
                "/callboard/v1/tenant/1/imports",
                "/memberships/v2/tenant/1/x")) {
            for (String type : List.of(FORM, "application/json", "multipart/form-data; boundary=x", "image/jpeg")) {
                targets.add("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\n");
            }
        }
        Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();
        inParallel(1000, i -> {
            Line line = new Line(port, 2 + i % 8);
            lines.add(line);
            String length = i % 3 == 0
                    ? "Transfer-Encoding: chunked\r\n\r\n5\r\na=b&c\r\n"
                    : "Content-Length: 2000000\r\n\r\na=b&c";
            int status = line.send(targets.get(i % targets.size()) + length).status(60);
            answers.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
        });
        check(
                "1,000 announced bodies are answered",
                answers.keySet().stream().allMatch(status -> status == 0 || fair(status)),
                new TreeMap<>(answers));
        regulars("during 1,000 announced bodies");
        lines.forEach(Line::close);
    }

    /** 100 uploads of a known sender that stop just before their end. */
    private void heldUploads() throws InterruptedException {
        Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();
        inParallel(100, i -> {
            Line line = new Line(port, 2 + i % 8);
            lines.add(line);
            line.send("POST " + regulars.bookings() + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + regulars.token() + "\r\nST-App-Key: " + demo.get("APP_KEY")
                    + "\r\nContent-Length: 2000000\r\n\r\n{\"name\":\"");
            try {
                for (int piece = 0; piece < 199; piece++) {
                    line.send("x".repeat(10_000));
                }
            } catch (IOException e) {
                // refused on the way
            }
            answers.computeIfAbsent(line.status(20), any -> new AtomicInteger()).incrementAndGet();
        });
        check(
                "100 held uploads wait, or are told to come again",
                answers.keySet().stream().allMatch(status -> status <= 0 || status == 503 || status == 408),
                new TreeMap<>(answers));
        regulars("during 100 held uploads");
        lines.forEach(Line::close);
    }

    private void slowLines() throws InterruptedException {
        AtomicReference<Double> headers = new AtomicReference<>(99.0);
        AtomicReference<Double> bodies = new AtomicReference<>(99.0);
        Thread header = Thread.ofVirtual().start(() -> headers.set(untilClosed("", 15)));
        Thread body = Thread.ofVirtual()
                .start(() -> bodies.set(untilClosed(
                        "POST " + regulars.bookings() + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Authorization: Bearer " + regulars.token() + "\r\nST-App-Key: "
                                + demo.get("APP_KEY") + "\r\nContent-Length: 1000\r\n\r\n",
                        30)));
        header.join();
        body.join();
        check("headers at a byte every 10 s", headers.get() <= 15, headers.get() + " s until closed");
        check("a body at a byte every 10 s", bodies.get() <= 30, bodies.get() + " s until closed");
        regulars("during slow lines");
    }

    private double untilClosed(String before, int most) {
        long start = System.nanoTime();
        try (Line line = new Line(port, 2)) {
            line.send(before);
            String rest = "GET / HTTP/1.1\r\n";
            for (int i = 0; i * 10 < most + 30; i++) {
                line.send(rest.substring(i, i + 1));
                if (line.closedWithin(10)) {
                    break;
                }
            }
        } catch (IOException e) {
            // closed while we wrote
        }
        return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
    }

    /** Nobody gets more than 300, and all together not so many that those who belong there go. */
    private void manyConnections() throws InterruptedException {
        ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();
        inParallel(400, i -> lines.add(used(2)));
        long open = openAfterAWhile(lines);
        check("connections of one address", open == 300, open + " of 400 are open");
        inParallel(2000, i -> lines.add(used(3 + i % 20)));
        open = openAfterAWhile(lines);
        check("connections in all", open > 1500 && open <= 2000, open + " of 2,400 are open");
        regulars("during 2,400 connections");
        lines.forEach(Line::close);
    }

    private void strangersLeaveNothing(Traces traces) throws IOException, SQLException {
        long before = traces.sessions();
        long countersBefore = traces.counters();
        Map<Integer, Integer> answers = traces.send();
        check(
                "3,000 requests of strangers are answered",
                answers.keySet().stream().allMatch(Floods::fair),
                answers);
        check("they make no session", traces.sessions() == before, traces.sessions() + " sessions, as before");
        long counters = traces.counters() - countersBefore;
        check("they are counted in two rows for each form and for signing in", counters <= 6, counters);
        regulars("during 3,000 requests of strangers");
    }

    /** 115 pictures of 9.5 MB for one page, of which 1 GB may be unfinished. */
    private void heldPictures(Traces traces) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Integer> answers = traces.holdPictures(115, lines);
        int held = answers.getOrDefault(-1, 0);
        check(
                "unfinished pictures of one page",
                held > 50 && answers.containsKey(503) && held * 9_500_000L <= 1L << 30,
                (held * 9_500_000L >> 20) + " MB of them are held; answers " + answers);
        regulars("during 115 held pictures");
        lines.forEach(Line::close);
    }

    private static boolean fair(int status) {
        return status >= 200 && status < 500;
    }

    /** A connection on which a request was answered: the next one may take its time, so only the count can close it. */
    private Line used(int from) throws IOException {
        Line line = new Line(port, from);
        line.send("HEAD /health/live HTTP/1.1\r\nHost: x\r\n\r\n").status(30);
        return line;
    }

    private static long openAfterAWhile(ConcurrentLinkedQueue<Line> lines) throws InterruptedException {
        Thread.sleep(3000);
        return lines.stream().filter(line -> !line.isClosed()).count();
    }

    /** A list of 50 MB, at 100 KB/s. */
    private String sendList() {
        StringBuilder list = new StringBuilder("Name,Phone,Street,City,State,Zip,Note\n");
        while (list.length() < 49_900_000) {
            list.append("Avery Lowell,(937) 555-0119,24 Wayne Avenue,Dayton,OH,45402,")
                    .append("x".repeat(1000))
                    .append('\n');
        }
        try (Line line = new Line(port, 1)) {
            line.send("POST /callboard/v1/tenant/" + demo.get("TENANT")
                    + "/imports?kind=Customers&dryRun=true HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Type: text/csv\r\nAuthorization: Bearer " + regulars.token() + "\r\nST-App-Key: "
                    + demo.get("APP_KEY") + "\r\nContent-Length: " + list.length() + "\r\n\r\n");
            for (int at = 0; at < list.length(); at += 25_000) {
                line.send(list.substring(at, Math.min(list.length(), at + 25_000)));
                Thread.sleep(250);
            }
            return "" + line.status(60);
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    interface Work {
        void run(int i) throws IOException;
    }

    static void inParallel(int count, Work work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    work.run(number);
                } catch (IOException e) {
                    // the server refused the line, which is its right
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
