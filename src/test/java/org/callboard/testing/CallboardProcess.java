package org.callboard.testing;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Callboard with its demonstration in a process of its own, as in production: it can be killed and started again. */
public final class CallboardProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path data;
    private final Path log;
    private final Map<String, String> environment;
    private final int port = freePort();
    private Map<String, String> demo = Map.of();
    private String token = "";
    private Process process;

    /** The log is {@code target/<name>.log}. */
    public CallboardProcess(String name, Path data, Map<String, String> environment) {
        this.data = data;
        this.log = Path.of("target", name + ".log");
        this.environment = environment;
    }

    /** Starts it, waits until it is ready, and takes a token for the booking provider of the demonstration. */
    public void start() {
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
        builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOARD_"));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("CALLBOARD_PORT", "" + port, "CALLBOARD_DATA", data.toString()));
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .start();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!ready()) {
                assertThat(process.isAlive()).as("see " + log).isTrue();
                assertThat(System.nanoTime()).as("see " + log).isLessThan(end);
                Thread.sleep(50);
            }
            demo = demoEnv();
            token = takeToken();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The id of the demonstration company. */
    public String tenant() {
        return String.valueOf(demo.get("TENANT"));
    }

    /** The path of the provider's bookings, and what comes behind it. */
    public String bookings(String rest) {
        return "/crm/v2/tenant/" + tenant() + "/booking-provider/" + demo.get("PROVIDER_ID") + "/bookings" + rest;
    }

    /** A request of the booking provider. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", demo.getOrDefault("APP_KEY", ""));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private boolean ready() throws InterruptedException {
        try {
            return send(request("/health/ready").GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String takeToken() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + demo.get("PROVIDER_CLIENT_ID") + "&client_secret="
                + demo.get("PROVIDER_CLIENT_SECRET");
        HttpResponse<String> answer = send(request("/connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return Api.JSON.readTree(answer.body()).get("access_token").stringValue();
    }

    private Map<String, String> demoEnv() throws IOException {
        return Files.readAllLines(data.resolve("demo.env")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }
}
