package org.callboard.web.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.testing.Api;
import org.callboard.testing.Receiver;
import org.callboard.testing.Receiver.Message;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The programs in docs/api.md are taken from there and run. */
class QuickStartTest {

    enum Language {
        sh("start.sh", "bash", "curl", "openssl"),
        java(
                "Start.java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()),
        python("start.py", "python3"),
        javascript("start.mjs", "node");

        private final String file;
        private final String program;
        private final List<String> others;

        Language(String file, String program, String... others) {
            this.file = file;
            this.program = program;
            this.others = List.of(others);
        }
    }

    @TempDir
    Path folder;

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();

    @ParameterizedTest
    @EnumSource
    void aBookingIsPostedReadAndFollowed(Language language) throws Exception {
        Map<String, String> demo = Map.of(
                "BASE_URL", Server.url(),
                "AUTH_URL", Server.url(),
                "TENANT", Long.toString(api.tenant),
                "APP_KEY", api.app.appKey(),
                "CLIENT_ID", api.connection.clientId(),
                "CLIENT_SECRET", api.connection.clientSecret(),
                "PROVIDER_ID", Long.toString(shop.provider.id()));
        String said = run(language, block("Quick start", language), demo, "");
        JsonNode bookings = api.get(api.path("crm/v2", "/bookings")).json().get("data");
        assertThat(bookings).hasSize(1);
        assertThat(bookings.get(0).get("name").stringValue()).isEqualTo("Jordan Reyes");
        assertThat(said.lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo("booking " + bookings.get(0).get("id") + " is New");
        String position = said.lines().toList().getLast().replace("the feed goes on from ", "");
        assertThat(api.get(api.path("crm/v2", "/export/bookings?from=" + position))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsToldFromAForgedOne(Language language) throws Exception {
        try (Receiver receiver = new Receiver()) {
            String hooks = api.path("callboard/v1", "/webhooks");
            JsonNode made = api.post(
                            hooks, "{\"url\":\"%s\",\"events\":[\"tn.crm.booking-created\"]}".formatted(receiver.url()))
                    .json();
            api.post(hooks + "/" + made.at("/webhook/id") + "/test", null);
            Message message = receiver.next();
            Map<String, String> received = new TreeMap<>(Map.of(
                    "WEBHOOK_SECRET", made.get("secret").stringValue(),
                    "WEBHOOK_ID", header(message, "Webhook-id"),
                    "WEBHOOK_TIMESTAMP", header(message, "Webhook-timestamp"),
                    "WEBHOOK_SIGNATURE", header(message, "Webhook-signature")));
            String program = block("Is it from Callboard?", language);
            assertThat(run(language, program, received, message.body()).strip()).isEqualTo("genuine");
            assertThat(run(language, program, received, message.body() + " ").strip())
                    .isEqualTo("forged");
            received.put("WEBHOOK_TIMESTAMP", "1700000000");
            assertThat(run(language, program, received, message.body()).strip()).isEqualTo("forged");
        }
    }

    private static String header(Message message, String name) {
        return message.headers().get(name).getFirst();
    }

    /** The first program in this language behind a heading. */
    private static String block(String heading, Language language) throws IOException {
        String page = Files.readString(Path.of("docs", "api.md"));
        int start = page.indexOf("# " + heading + "\n");
        assertThat(start).as(heading).isPositive();
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find(start)).as(heading + " in " + language).isTrue();
        return block.group(1);
    }

    private String run(Language language, String program, Map<String, String> environment, String input)
            throws IOException, InterruptedException {
        Stream.concat(Stream.of(language.program), language.others.stream())
                .forEach(needed ->
                        assumeTrue(isThere(needed), needed + " is not installed, so " + language + " is not run"));
        Path file = Files.writeString(folder.resolve(language.file), program);
        Path said = folder.resolve("said");
        Path complaints = folder.resolve("complaints");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(language.program, file.toString())))
                .redirectInput(Files.writeString(folder.resolve("input"), input).toFile())
                .redirectOutput(said.toFile())
                .redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s ends", language)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(complaints, StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(said);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }
}
