package org.callboard.bench.run;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rows of {@code bench/import}: a list of leads and one of customers, on a database of its own. */
final class ImportPart {

    private static final Pattern RESULT =
            Pattern.compile("RESULT (\\w+) rows (\\d+) callboard ([0-9.]+) copy ([0-9.]+)");

    private ImportPart() {}

    static List<Measured> measure(int customers) {
        Tool.Ran ran = Tool.run(Map.of(), Run.java("org.callboard.bench.ImportCost", "100000", "bench/out/import.md"));
        List<Measured> rows = RESULT.matcher(ran.output())
                .results()
                .map(one -> row(one, customers))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("no result in: " + ran.output());
        }
        return rows;
    }

    private static Measured row(MatchResult one, int customers) {
        double rows = Double.parseDouble(one.group(2));
        return Results.row(
                "import",
                "Import %,.0f CSV rows: %s".formatted(rows, one.group(1)),
                customers,
                "rows",
                List.of(
                        contender("Callboard", rows / Double.parseDouble(one.group(3))),
                        contender("COPY", rows / Double.parseDouble(one.group(4)))),
                Map.of());
    }

    private static Measured.Contender contender(String name, double rate) {
        return new Measured.Contender(name, 1, rate, 0, 0, 0, 0, 0, 0, 0);
    }
}
