package org.callboard.bench.rough;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** What the trials share: waiting, the demonstration's programs, and a long list to import. */
final class Rough {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Rough() {}

    interface Condition {
        boolean holds() throws Exception;
    }

    static void await(String what, Duration longest, Condition condition) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no " + what + " within " + longest);
            }
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** The status of an address; 0 where nobody answers. */
    static int status(String url) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** The names and values of a {@code demo.env}. */
    static Map<String, String> demo(Path file) throws IOException {
        Map<String, String> demo = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("=", 2);
            demo.put(parts[0], parts[1]);
        }
        return demo;
    }

    /**
     * Starts the packaged server with its demonstration on a port of this machine, with a data directory below another one,
     * in which it also leaves its log.
     *
     * @param settings more of the environment
     */
    static Process start(Path work, String url, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("./callboard", "run", "--demo");
        builder.environment()
                .putAll(Map.of(
                        "CALLBOARD_PORT", url.replaceFirst(".*:", ""),
                        "CALLBOARD_DATA", work.resolve("data").toString()));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(work.resolve("callboard.log").toFile())
                .start();
    }

    /** Waits until such a server is ready, and gives the names and values of its {@code demo.env}. */
    static Map<String, String> ready(Path work, String url) throws Exception {
        Path file = work.resolve("data/demo.env");
        await("ready", Duration.ofMinutes(8), () -> Files.exists(file) && status(url + "/health/ready") == 200);
        return demo(file);
    }

    static void stop(Process server) throws InterruptedException {
        server.destroy();
        if (!server.waitFor(30, TimeUnit.SECONDS)) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }

    /** Writes a list of so many leads, sends it, and gives the path of its import, which runs. */
    static String upload(RoughClient client, Path file, int rows) throws Exception {
        try (CsvWriter csv = CsvWriter.builder().build(file, UTF_8)) {
            csv.writeRecord("Name", "Phone", "Notes");
            for (int i = 0; i < rows; i++) {
                csv.writeRecord("Person " + i, "937" + (2_000_000 + i), "Asked about a tune-up");
            }
        }
        String imports = "/callboard/v1/tenant/" + client.tenant() + "/imports";
        String choices =
                "?kind=Leads&campaignId=" + client.first("/marketing/v2/tenant/" + client.tenant() + "/campaigns")
                        + "&callReasonId=" + client.first("/jbce/v2/tenant/" + client.tenant() + "/call-reasons");
        HttpResponse<String> answer = HTTP.send(
                client.officeRequest(imports + choices)
                        .timeout(Duration.ofMinutes(20))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return imports + "/" + JSON.readTree(answer.body()).get("id").longValue();
    }

    static String state(RoughClient client, String list) throws Exception {
        HttpResponse<String> answer = client.office("GET", list, null);
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body()).get("state").stringValue()
                : "Running";
    }
}
