package org.callboard.bench.rough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Sends what anybody may send without signing in, and counts what it leaves in the tables and on the disk. */
final class Traces {

    private static final int REQUESTS = 3000;
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=x\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final int port;
    private final Path data;
    private final String bookingPage;

    Traces(int port, Path data, String bookingPage) {
        this.port = port;
        this.data = data;
        this.bookingPage = bookingPage;
    }

    /** How often which status came. */
    Map<Integer, Integer> send() throws IOException {
        List<String> kinds = List.of(
                get("/sign-in", "text/html"),
                get("/nowhere", "text/html"),
                get("/nowhere", "*/*"),
                get("/sign-in", "image/png"),
                get("/calls?x=1", "text/html"),
                get("/assets/nothing", "text/html"),
                get("/metrics/nothing", "text/html"),
                get("/docs/api", "text/html"),
                get(bookingPage, "text/html"),
                post("/sign-in", FORM, "email=a%40b.example&password=c"),
                post("/customers/new", FORM, "name=x"),
                post("/settings/imports", MULTIPART, "--x--"),
                post("/nowhere", MULTIPART, "--x--"),
                post(bookingPage, FORM, "name=x"),
                post(bookingPage + "/pictures", MULTIPART, "--x--"));
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            try (Line line = new Line(port, 2)) {
                answers.merge(line.send(kinds.get(i % kinds.size())).status(20), 1, Integer::sum);
            }
        }
        return answers;
    }

    /** Pictures of 9.5 MB for one page that stop before their end, from some addresses: how often which status came. */
    Map<Integer, Integer> holdPictures(int count, List<Line> lines) throws IOException, InterruptedException {
        String start = "POST " + bookingPage + "/pictures HTTP/1.1\r\nHost: x\r\n" + MULTIPART
                + "Content-Length: 10000000\r\n\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n";
        String piece = "x".repeat(500_000);
        for (int i = 0; i < count; i++) {
            Line line = new Line(port, 4 + i % 6);
            lines.add(line);
            try {
                line.send(start);
                for (int sent = 0; sent < 19; sent++) {
                    line.send(piece);
                }
            } catch (IOException e) {
                // refused on the way
            }
        }
        Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        Floods.inParallel(count, i -> answers.merge(lines.get(i).status(2), 1, Integer::sum));
        return new TreeMap<>(answers);
    }

    private static String get(String path, String accept) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: " + accept + "\r\n\r\n";
    }

    private static String post(String path, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: text/html\r\n" + type
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    long sessions() throws IOException, SQLException {
        return count("select count(*) from spring_session");
    }

    /** Rows that count what is limited. */
    long counters() throws IOException, SQLException {
        return count("select count(*) from recent_use");
    }

    long files() throws IOException {
        try (var files = Files.list(data.resolve("uploads"))) {
            return files.count();
        }
    }

    private long count(String sql) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + line("port") + "/callboard";
        try (Connection connection = DriverManager.getConnection(url, "postgres", line("superuser-password"));
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String line(String file) throws IOException {
        return Files.readAllLines(data.resolve("postgres").resolve(file))
                .getFirst()
                .strip();
    }
}
