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
import java.util.ArrayList;
import java.util.List;
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
    private String officeToken = "";
    private Process process;

    /** What makes a start quick, which is most of what a test waits for. */
    private static final List<String> SMALL = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> options;

    /** The log is {@code target/<name>.log}. */
    public CallboardProcess(String name, Path data, Map<String, String> environment) {
        this(name, data, environment, SMALL);
    }

    /** The same with other options of the JVM. */
    public CallboardProcess(String name, Path data, Map<String, String> environment, List<String> options) {
        this.data = data;
        this.log = Path.of("target", name + ".log");
        this.environment = environment;
        this.options = options;
    }

    /** Starts it, waits until it is ready, and takes a token for the booking provider of the demonstration. */
    public void start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.callboard.Application",
                "--demo"));
        ProcessBuilder builder = new ProcessBuilder(command);
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
            token = takeToken("PROVIDER_CLIENT_ID", "PROVIDER_CLIENT_SECRET");
            officeToken = takeToken("CLIENT_ID", "CLIENT_SECRET");
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

    /** Where it answers. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** What the demonstration's credentials say under a name, such as {@code CSR_EMAIL}. */
    public String demo(String name) {
        return demo.getOrDefault(name, "");
    }

    /** The path of the provider's bookings, and what comes behind it. */
    public String bookings(String rest) {
        return "/crm/v2/tenant/" + tenant() + "/booking-provider/" + demo.get("PROVIDER_ID") + "/bookings" + rest;
    }

    /** A request of the booking provider. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", demo.getOrDefault("APP_KEY", ""));
    }

    /** A request of the connection with No Restriction and all scopes. */
    public HttpRequest.Builder officeRequest(String path) {
        return request(path).setHeader("Authorization", "Bearer " + officeToken);
    }

    /** The id of the operating system. */
    public long pid() {
        return process.pid();
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

    private String takeToken(String id, String secret) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + demo.get(id) + "&client_secret=" + demo.get(secret);
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
