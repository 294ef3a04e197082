package org.callboard.bench.rough;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.testing.Visitor;

/** How long what is being sent outlives the right to it; bench/rough/rights. */
public final class Rights {

    private static final double MAX_LENGTH = 2; // seconds
    private static final int BOOKINGS = 1000;

    private final String url;
    private final int port;
    private final Map<String, String> demo;
    private boolean failed;

    private Rights(int port, String url, Map<String, String> demo) {
        this.port = port;
        this.url = url;
        this.demo = demo;
    }

    /** Arguments: a directory, the port. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]).toAbsolutePath();
        int port = Integer.parseInt(args[1]);
        String url = "http://localhost:" + port;
        Process server = Rough.start(work, url, Map.of());
        boolean failed;
        try {
            Rights rights = new Rights(port, url, Rough.ready(work, url));
            rights.trial();
            failed = rights.failed;
        } finally {
            Rough.stop(server);
        }
        System.exit(failed ? 1 : 0);
    }

    private void trial() throws Exception {
        Visitor owner = signedIn("OWNER");
        RoughClient client = new RoughClient(url, demo);
        fill(client);

        Visitor csr = signedIn("CSR");
        csr.get("/calls"); // for the token of its forms
        ends("a stream, with sign-out", line("/calls/stream", csr), () -> csr.post("/sign-out"));

        String token = client.officeRequest("/")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        Line copy = line(
                "/callboard/v1/tenant/" + client.tenant() + "/export/bookings.ndjson",
                "Authorization: " + token + "\r\nST-App-Key: " + demo.get("APP_KEY"));
        String access = owner.get("/settings/api-access").body();
        String clientId = Pattern.quote(String.valueOf(demo.get("CLIENT_ID")));
        String revoke = found(clientId + ".*?(/settings/api-access/connections/\\d+/revoke)", access);
        ends("a copy, with revocation", copy, () -> owner.post(revoke));

        String people = owner.get("/settings/users").body();
        String active = found(Pattern.quote(email("CSR")) + ".*?(/settings/users/\\d+/active)", people);
        ends(
                "a stream, with deactivation",
                line("/calls/stream", signedIn("CSR")),
                () -> owner.post(active, "active", "false"));
    }

    private void ends(String what, Line line, Runnable event) throws InterruptedException {
        try (line) {
            if (line.status(10) != 200) {
                throw new IllegalStateException(what + " did not begin");
            }
            Rough.pause(1500); // it is no longer new
            event.run();
            long start = System.nanoTime();
            Rough.pause(1000); // a slow reader
            boolean closed = line.closedWithin(20);
            double seconds = Rough.seconds(start);
            boolean late = !closed || seconds > MAX_LENGTH;
            System.out.printf(
                    "%s: %s %.1f s%s%n",
                    what, closed ? "over after" : "still there after", seconds, late ? "  WRONG" : "");
            failed |= late;
        }
    }

    /** So many bookings that a copy of them does not fit between the two ends of a line. */
    private static void fill(RoughClient client) throws Exception {
        String summary = "x".repeat(19_000);
        for (int i = 0; i < BOOKINGS; i++) {
            HttpRequest post = client.officeRequest(client.bookings())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("""
                            {"externalId":"trial-%d","source":"Trial","name":"Jordan Reyes","summary":"%s","isFirstTimeClient":false,
                             "contacts":[{"type":"Phone","value":"937-555-0142"}]}""".formatted(i, summary)))
                    .build();
            int status = client.send(post).statusCode();
            if (status == 429) {
                Rough.pause(200);
                i--;
            } else if (status != 200) {
                throw new IllegalStateException("a booking was answered with " + status);
            }
        }
    }

    private Visitor signedIn(String who) {
        Visitor visitor = new Visitor(url);
        String to = visitor.signIn(email(who), value(who + "_PASSWORD")).location();
        if (!to.equals("/calls")) {
            throw new IllegalStateException("signing in led to " + to);
        }
        return visitor;
    }

    private String email(String who) {
        return value(who + "_EMAIL");
    }

    private String value(String name) {
        return String.valueOf(demo.get(name)).replace("'", "");
    }

    private Line line(String path, Visitor visitor) throws Exception {
        return line(path, "Cookie: " + visitor.cookie());
    }

    private Line line(String path, String headers) throws Exception {
        return new Line(port, 1)
                .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n" + headers + "\r\n\r\n");
    }

    private static String found(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return matcher.group(1);
    }
}
