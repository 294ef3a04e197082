package org.callboard.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.testing.Api;
import tools.jackson.core.type.TypeReference;

/** What was measured, kept in a file for each part and size, so that one part can be measured anew. */
final class Results {

    private static final Path DIRECTORY = Path.of("bench", "out", "run");

    private Results() {}

    static Measured row(
            String part,
            String title,
            int customers,
            String unit,
            List<Measured.Contender> contenders,
            Map<String, Double> numbers) {
        return new Measured(
                part,
                title,
                customers,
                unit,
                contenders,
                numbers,
                commit(),
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    }

    private static String commit() {
        String commit = Tool.run(Map.of(), List.of("git", "rev-parse", "--short=10", "HEAD"))
                .output()
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
        boolean changed = Tool.run(Map.of(), List.of("git", "status", "--porcelain", "src/main", "pom.xml"))
                .output()
                .lines()
                .anyMatch(line -> line.contains("src/main") || line.contains("pom.xml"));
        return changed ? commit + "+" : commit;
    }

    static void keep(String part, int customers, List<Measured> rows) throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(
                DIRECTORY.resolve(part + "-" + customers + ".json"),
                Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    }

    /** Everything that is kept, in no order. */
    static List<Measured> all() throws IOException {
        if (!Files.isDirectory(DIRECTORY)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> Api.JSON.readValue(file, new TypeReference<List<Measured>>() {}).stream())
                    .toList();
        }
    }
}
