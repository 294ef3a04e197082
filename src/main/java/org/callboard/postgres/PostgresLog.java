package org.callboard.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the one line in the server's logs that says why it did not start. */
final class PostgresLog {

    private PostgresLog() {}

    /** Looks at what the server said before its log was open, then at the newest log. */
    static String lastFailure(Path output, Path logs) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(logs)) {
            all.max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .ifPresent(files::add);
        }
        files.addFirst(output);
        for (Path file : files) {
            if (Files.exists(file)) {
                List<String> failures = Files.readAllLines(file, ISO_8859_1).stream()
                        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error"))
                        .toList();
                if (!failures.isEmpty()) {
                    return failures.getLast().strip() + " (" + file + ")";
                }
            }
        }
        return "it gave no reason; its logs are in " + logs;
    }
}
