package org.callboard.bench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Hands the import to {@code bench/import} where there is one. It gets the data directory in {@code CALLBOARD_DATA}, and
 * its last line says {@code RESULT rows N callboard S copy S}: how many rows, and the seconds of both.
 */
final class ImportPart {

    private static final Path SCRIPT = Path.of("bench", "import");

    private ImportPart() {}

    static List<Measured> measure(Path data, int customers) {
        if (!Files.isExecutable(SCRIPT)) {
            return List.of();
        }
        Tool.Ran ran = Tool.run(Map.of("CALLBOARD_DATA", data.toString()), List.of(SCRIPT.toString()));
        double rows = Tool.number(ran, "RESULT rows");
        return List.of(Results.row(
                "import",
                "Import %,.0f CSV rows".formatted(rows),
                customers,
                "rows",
                List.of(
                        contender("Callboard", rows / Tool.number(ran, " callboard")),
                        contender("COPY", rows / Tool.number(ran, " copy"))),
                Map.of()));
    }

    private static Measured.Contender contender(String name, double rate) {
        return new Measured.Contender(name, 1, rate, 0, 0, 0, 0, 0, 0, 0);
    }
}
