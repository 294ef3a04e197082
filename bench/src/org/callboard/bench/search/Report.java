package org.callboard.bench.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.bench.search.Kind.Of;
import org.callboard.bench.search.Kind.Part;
import org.callboard.bench.search.Notes.Asked;
import org.callboard.bench.search.Notes.Run;
import org.jspecify.annotations.Nullable;

/** Sets runs beside one another, in Markdown: a table for each part, and which answers are others than in the first run. */
final class Report {

    /** What the searches of one kind took in one run. */
    private record Cost(double median, double p99, double found, double leading, Machine took, int failed) {

        static Cost of(String list, List<Asked> asked, Machine took) {
            double[] sorted = asked.stream().mapToDouble(Asked::millis).sorted().toArray();
            return new Cost(
                    sorted[sorted.length / 2],
                    sorted[(int) (sorted.length * 0.99)],
                    100 * asked.stream().mapToDouble(Asked::found).average().orElse(0),
                    100.0 * asked.stream().filter(one -> leads(list, one)).count() / asked.size(),
                    took,
                    (int) asked.stream()
                            .filter(one -> one.told().startsWith(Notes.FAILED))
                            .count());
        }

        /** Whether who was meant is the first or second of its kind. */
        private static boolean leads(String list, Asked asked) {
            return Arrays.stream(asked.told().split(" "))
                    .filter(one -> one.startsWith(list))
                    .limit(2)
                    .anyMatch((list + asked.id())::equals);
        }

        String cells(boolean ordered) {
            return " %.1f | %.1f | %.1f + %.1f | %.1f%s%s |"
                    .formatted(
                            median,
                            p99,
                            took.java(),
                            took.database(),
                            found,
                            ordered ? " (%.1f)".formatted(leading) : "",
                            failed == 0 ? "" : ", " + failed + " failed");
        }
    }

    private final List<Run> runs;

    private Report(List<Run> runs) {
        this.runs = runs;
    }

    static String of(List<String> files) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (String file : files) {
            runs.add(Notes.read(Path.of(file)));
        }
        return new Report(runs).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                # What searching costs

                Made by `bench/search`, one search after the other; times in ms. *CPU*: what a search took of the processors in \
                the mean, Java (the server and the program that asks) + PostgreSQL. *Found*: of a hundred, those where who was \
                meant is on the page, and for the box in parentheses those where it is the first or second of its kind. *Other answers*: searches with another answer than that of the first run on as many \
                customers.

                """);
        Set<String> kinds = new LinkedHashSet<>();
        runs.forEach(run -> kinds.addAll(run.asked().keySet()));
        for (Part part : Part.values()) {
            for (Of of : Of.values()) {
                String prefix = part + "\t" + of + "\t";
                List<String> some =
                        kinds.stream().filter(kind -> kind.startsWith(prefix)).toList();
                if (!some.isEmpty()) {
                    text.append("## ")
                            .append(part.title)
                            .append(": ")
                            .append(of.list())
                            .append("\n\n");
                    table(text, prefix, some);
                }
            }
        }
        return text.toString();
    }

    private void table(StringBuilder text, String prefix, List<String> kinds) {
        text.append("| Searched by |");
        runs.forEach(run -> text.append(" %,d at %s: median | p99 | CPU | found |%s"
                .formatted(run.customers(), run.commit(), compared(run) == null ? "" : " other answers |")));
        text.append("\n|---|")
                .append(runs.stream()
                        .map(run -> "---:|".repeat(compared(run) == null ? 4 : 5))
                        .collect(Collectors.joining()))
                .append('\n');
        for (String kind : kinds) {
            text.append("| ").append(kind.substring(prefix.length())).append(" |");
            for (Run run : runs) {
                cells(text, kind, run);
            }
            text.append('\n');
        }
        text.append('\n');
    }

    private void cells(StringBuilder text, String kind, Run run) {
        List<Asked> asked = run.asked().get(kind);
        Run compared = compared(run);
        if (asked == null) {
            text.append(" |".repeat(compared == null ? 4 : 5));
            return;
        }
        Part part = Part.valueOf(kind.split("\t")[0]);
        Of of = Of.valueOf(kind.split("\t")[1]);
        text.append(Cost.of(of.list(), asked, run.took().get(kind)).cells(part == Part.BOX));
        if (compared != null) {
            text.append(" %d |".formatted(others(asked, compared.asked().getOrDefault(kind, List.of()))));
        }
    }

    /** The first run on the same customers, where this is a later one. */
    private @Nullable Run compared(Run run) {
        return runs.stream()
                .takeWhile(one -> one != run)
                .filter(one -> one.customers() == run.customers())
                .findFirst()
                .orElse(null);
    }

    private static long others(List<Asked> now, List<Asked> before) {
        Map<String, String> told = new HashMap<>();
        before.forEach(one -> told.put(one.id() + one.typed(), one.told()));
        return now.stream()
                .filter(one -> told.containsKey(one.id() + one.typed())
                        && !one.told().equals(told.get(one.id() + one.typed())))
                .count();
    }
}
