package org.callboard.bench.rough;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.testing.TestPictures;
import org.callboard.testing.Visitor;

/**
 * Sends a Callboard as many sign-ins and as many of the largest pictures at once as it gets answered, from the addresses
 * 127.0.0.2 to 127.0.0.16, while a person signs in again and again from 127.0.0.1; bench/rough/heavy.
 */
public final class Heavy {

    private static final int SIGN_INS = 60;
    private static final int PAGE_PICTURES = 12;
    private static final int API_PICTURES = 12;
    private static final Duration WARM_UP = Duration.ofSeconds(20); // a server is compiled while it works
    private static final long BETWEEN_MILLIS = 200;
    private static final long MAX_TO_SIGN_IN_MILLIS = 2000;
    private static final long MAX_OF_READS_MILLIS = 1000;
    private static final long MAX_MEMORY_MB = 1024;

    private final int port;
    private final Map<String, String> demo;
    private final String page;
    private final String server;
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicInteger guesses = new AtomicInteger();
    private volatile boolean over;

    private Heavy(int port, Map<String, String> demo, String page, String server) {
        this.port = port;
        this.demo = demo;
        this.page = page;
        this.server = server;
    }

    /**
     * Arguments: the port, the demo.env, the path of a booking page, the server's process, the seconds, and how many
     * milliseconds health may take.
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> demo = Rough.demo(Path.of(args[1]));
        Heavy heavy = new Heavy(Integer.parseInt(args[0]), demo, args[2], args[3]);
        System.exit(heavy.run(Duration.ofSeconds(Long.parseLong(args[4])), Long.parseLong(args[5])) ? 0 : 1);
    }

    private boolean run(Duration length, long mostLiveMillis) throws Exception {
        System.out.println("drawing the pictures ...");
        List<byte[]> pictures = List.of(
                TestPictures.progressiveJpeg(5000, 3990),
                TestPictures.webp(4470, 4470, TestPictures.REST),
                TestPictures.pngOfSixteenBits(4000, 3000),
                TestPictures.jpeg(8000, 6200));
        try (Regulars regulars = new Regulars(port, demo)) {
            signInUntil(System.nanoTime() + WARM_UP.toNanos());
            regulars.report("before", mostLiveMillis);
            for (int i = 0; i < SIGN_INS; i++) {
                flood(new Guesser(from(2 + i % 12)));
            }
            for (int i = 0; i < PAGE_PICTURES; i++) {
                HttpClient http = from(14 + i % 2);
                byte[] picture = pictures.get(i % pictures.size());
                flood(() -> sendPicture(http, picture));
            }
            HttpClient program = from(16);
            for (int i = 0; i < API_PICTURES; i++) {
                byte[] picture = pictures.get(i % pictures.size());
                flood(() -> uploadPicture(program, regulars, picture));
            }
            long slowest = signInUntil(System.nanoTime() + length.toNanos());
            boolean good = regulars.report("during", mostLiveMillis);
            over = true;
            System.out.println("  the flood was answered: " + new TreeMap<>(answers));
            System.out.println("  the slowest sign-in from another address: " + slowest + " ms");
            long reads = regulars.usualReads();
            System.out.println("  p99 of reads: " + reads + " ms");
            long memory = memory();
            System.out.println("  most memory of the process: " + memory + " MB");
            boolean drawn =
                    answers.getOrDefault("picture 200", new AtomicInteger()).get() > 0;
            return good
                    && drawn
                    && slowest <= MAX_TO_SIGN_IN_MILLIS
                    && reads <= MAX_OF_READS_MILLIS
                    && memory <= MAX_MEMORY_MB;
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void flood(Step step) {
        Thread.ofVirtual().start(() -> {
            while (!over) {
                try {
                    step.run();
                } catch (IOException e) {
                    count("broken");
                } catch (InterruptedException e) {
                    return;
                }
                Rough.pause(BETWEEN_MILLIS);
            }
        });
    }

    private void count(String what) {
        answers.computeIfAbsent(what, any -> new AtomicInteger()).incrementAndGet();
    }

    /** The slowest of all, in milliseconds; one that fails counts as an hour. */
    private long signInUntil(long end) throws InterruptedException {
        long slowest = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try {
                Visitor.Answer answer = new Visitor(url()).signIn(demo.get("CSR_EMAIL"), demo.get("CSR_PASSWORD"));
                if (!answer.location().equals("/calls")) {
                    System.out.println("  a sign-in was answered " + answer.status() + " " + answer.location());
                    slowest = Duration.ofHours(1).toMillis();
                }
            } catch (UncheckedIOException e) {
                System.out.println("  a sign-in failed: " + e);
                slowest = Duration.ofHours(1).toMillis();
            }
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            Thread.sleep(2000);
        }
        return slowest;
    }

    /** Somebody who guesses, with a form that is fetched anew when it is no longer taken. */
    private final class Guesser implements Step {
        private final HttpClient http;
        private String cookie = "";
        private String hidden = "";

        Guesser(HttpClient http) {
            this.http = http;
        }

        private void fetch() throws IOException, InterruptedException {
            HttpResponse<String> form = http.send(request("/sign-in").build(), BodyHandlers.ofString());
            cookie = form.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
            hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                    .matcher(form.body())
                    .results()
                    .map(field -> "&" + field.group(1) + "=" + URLEncoder.encode(field.group(2), UTF_8))
                    .collect(Collectors.joining());
        }

        @Override
        public void run() throws IOException, InterruptedException {
            if (hidden.isEmpty()) {
                fetch();
            }
            HttpRequest.Builder attempt = request("/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("email=stranger" + guesses.incrementAndGet()
                            + "%40nowhere.example&password=a-long-guess" + hidden));
            if (!cookie.isEmpty()) {
                attempt.header("Cookie", cookie);
            }
            HttpResponse<Void> answer = http.send(attempt.build(), BodyHandlers.discarding());
            String location = answer.headers().firstValue("Location").orElse("").replaceFirst("http://[^/]*", "");
            count("sign-in " + answer.statusCode() + location);
            if (location.equals("/sign-in")) {
                hidden = "";
            }
        }
    }

    private void sendPicture(HttpClient http, byte[] picture) throws IOException, InterruptedException {
        String seal = first(
                http.send(request(page).build(), BodyHandlers.ofString()).body(), "name=\"form\" value=\"([^\"]+)\"");
        HttpRequest upload = request(page + "/pictures")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(form(seal, picture)))
                .build();
        count("page's picture " + http.send(upload, BodyHandlers.discarding()).statusCode());
    }

    private static byte[] form(String seal, byte[] picture) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n" + seal
                        + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(picture);
        form.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private void uploadPicture(HttpClient http, Regulars regulars, byte[] picture)
            throws IOException, InterruptedException {
        HttpRequest upload = request("/callboard/v1/tenant/" + demo.get("TENANT") + "/pictures")
                .header("Authorization", "Bearer " + regulars.token())
                .header("ST-App-Key", demo.get("APP_KEY"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(picture))
                .build();
        count("picture " + http.send(upload, BodyHandlers.discarding()).statusCode());
    }

    private static String first(String text, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("no " + pattern);
        }
        return found.group(1);
    }

    private static HttpClient from(int last) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral("127.0.0." + last))
                .build();
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(60));
    }

    /** The most that the server's process ever had, heap and all, in megabytes. */
    private long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
