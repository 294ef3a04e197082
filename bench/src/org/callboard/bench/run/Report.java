package org.callboard.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes {@code RESULTS.md} and {@code growth.svg} from everything that was measured and is kept. */
final class Report {

    private static final Comparator<Measured> ORDER = Comparator.comparing(row -> RunOptions.PARTS.indexOf(row.part()));

    private final List<Measured> rows;
    private final StringBuilder text = new StringBuilder();

    private Report(List<Measured> rows) {
        this.rows = rows.stream().sorted(ORDER).toList();
    }

    static void write(List<Measured> rows, Path directory) throws IOException {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured yet");
        }
        GrowthChart chart = new GrowthChart(rows);
        Files.writeString(directory.resolve("growth.svg"), chart.svg());
        Files.writeString(directory.resolve("RESULTS.md"), new Report(rows).text());
        System.out.println("written: " + directory.resolve("RESULTS.md"));
    }

    private String text() throws IOException {
        NavigableMap<Integer, List<Measured>> bySize = rows.stream()
                .filter(row -> !row.part().equals("peer"))
                .collect(Collectors.groupingBy(Measured::customers, TreeMap::new, Collectors.toList()));
        text.append("""
                # What was measured

                Made by `bench/run`, never by hand; [README.md](README.md) says what is compared with what. %s. Figures are medians of alternating rounds. Processors: how many the server, its PostgreSQL and the program that makes the load kept busy; all share this machine. Memory: of the server and of PostgreSQL, in MB. The reference has the database to itself.

                """.formatted(machine()));
        bySize.descendingMap().forEach(this::table);
        peer();
        growth(bySize);
        sources();
        return text.toString();
    }

    private void table(int size, List<Measured> some) {
        text.append("## %,d customers%n%n".formatted(size));
        text.append("| Work | Callboard, a second | median, ms | p99, ms | Reference, a second | Ratio | Goal | Met |"
                + " Processors | Memory |\n|---|---:|---:|---:|---:|---:|---|---|---|---|\n");
        some.forEach(this::line);
        text.append('\n');
        List<Measured> missed = some.stream()
                .filter(row -> counts(row) && !Goal.of(row.part()).missed(row).isEmpty())
                .toList();
        missed.forEach(row -> text.append("* Missed: ")
                .append(row.title())
                .append(": ")
                .append(String.join(", ", Goal.of(row.part()).missed(row)))
                .append(".\n"));
        some.stream().filter(row -> row.part().equals("screens")).forEach(this::screens);
        some.stream().filter(row -> row.part().equals("search")).forEach(this::found);
        text.append('\n');
    }

    /** The smallest data set is what the searches of the others are compared with. */
    private static boolean counts(Measured row) {
        return !row.part().equals("search") || Goal.slower(row) != 1;
    }

    private void line(Measured row) {
        Measured.Contender own = row.callboard();
        Goal goal = Goal.of(row.part());
        boolean search = row.part().equals("search");
        Measured.Contender other =
                row.contenders().size() > 1 ? row.contenders().get(1) : null;
        boolean start = row.part().equals("start");
        cells(
                row.title(),
                start ? "" : rate(own.rate()) + " " + row.unit(),
                time(own.median()),
                time(own.p99()),
                other == null
                        ? ""
                        : search
                                ? time(other.median()) + " ms, " + other.name()
                                : rate(other.rate()) + ", " + other.name(),
                other == null ? "" : "%.2f".formatted(search ? Goal.slower(row) : row.ratio()),
                counts(row) ? goal.words() : "",
                !counts(row) || goal.words().isEmpty() ? "" : goal.missed(row).isEmpty() ? "yes" : "**no**",
                start ? "" : processors(own),
                start || own.serverMemory() == 0 ? "" : own.serverMemory() + " + " + own.databaseMemory());
    }

    private void cells(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String processors(Measured.Contender one) {
        return one.serverCores() == 0
                ? ""
                : String.format(
                        Locale.ROOT, "%.2f + %.2f, load %.2f", one.serverCores(), one.databaseCores(), one.loadCores());
    }

    private void screens(Measured row) {
        Map<String, Double> more = row.numbers();
        text.append(
                ("* %d open Calls screens, %,.0f bookings in %.0f s: on every screen each booking arrived, once, in the"
                                + " version that the database has. From the acknowledgement: median %.0f ms, p99 %.0f ms, slowest"
                                + " %.0f ms; from the sending of the POST: median %.0f ms, p99 %.0f ms. Screens that were sent"
                                + " back to the start: %.0f.%n")
                        .formatted(
                                Screens.COUNT,
                                more.get("bookings"),
                                more.get("seconds"),
                                row.callboard().median(),
                                row.callboard().p99(),
                                more.get("slowest"),
                                more.get("medianFromSent"),
                                more.get("p99FromSent"),
                                more.get("startedOver")));
    }

    private void found(Measured row) {
        text.append("* %s: an answer shows %.1f customers, among the fewest %.1f.%n"
                .formatted(
                        row.title(), row.numbers().get("found"), row.numbers().get("foundSmallest")));
    }

    private void peer() {
        List<Measured> peers =
                rows.stream().filter(row -> row.part().equals("peer")).toList();
        if (peers.isEmpty()) {
            return;
        }
        String name = peers.getFirst().contenders().get(1).name();
        text.append("## Beside %s%n%n".formatted(name));
        text.append("%s serves the same rows, %,d customers, from another database of the same PostgreSQL.%n%n"
                .formatted(name, peers.getFirst().customers()));
        text.append(
                "| Work | Callboard, a second | median, ms | p99, ms | Processors | Memory | %1$s, a second | median, ms | p99, ms | Processors | Memory | Ratio |%n"
                        .formatted(name));
        text.append("|---|---:|---:|---:|---|---|---:|---:|---:|---|---|---:|\n");
        for (Measured row : peers) {
            Measured.Contender own = row.callboard();
            Measured.Contender other = row.contenders().get(1);
            cells(
                    row.title(),
                    rate(own.rate()),
                    time(own.median()),
                    time(own.p99()),
                    processors(own),
                    own.serverMemory() + " + " + own.databaseMemory(),
                    rate(other.rate()),
                    time(other.median()),
                    time(other.p99()),
                    processors(other),
                    other.serverMemory() + " + " + other.databaseMemory(),
                    "%.1f".formatted(row.ratio()));
        }
        text.append('\n');
    }

    private void growth(Map<Integer, List<Measured>> bySize) {
        if (bySize.size() < 2) {
            return;
        }
        text.append(
                "## How cost grows\n\n![Processor time for one operation by the number of customers](growth.svg)\n\n");
        text.append(
                "Milliseconds of processor for one operation, of the server and PostgreSQL together; for the export, for"
                        + " one record.\n\n| Work | ");
        text.append(bySize.keySet().stream().map("%,d"::formatted).collect(Collectors.joining(" | ")));
        text.append(" |\n|---|").append("---:|".repeat(bySize.size())).append('\n');
        TreeMap<String, Integer> titles = new TreeMap<>();
        rows.stream().filter(GrowthChart::grows).forEach(row -> titles.putIfAbsent(row.title(), titles.size()));
        titles.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(title -> {
            text.append("| ").append(title.getKey());
            for (List<Measured> some : bySize.values()) {
                text.append(" | ")
                        .append(some.stream()
                                .filter(row -> row.title().equals(title.getKey()))
                                .map(row -> "%.3f".formatted(row.callboard().cost()))
                                .findFirst()
                                .orElse(""));
            }
            text.append(" |\n");
        });
        text.append('\n');
    }

    private void sources() {
        TreeSet<String> commits = new TreeSet<>();
        rows.forEach(row -> commits.add(row.commit()));
        text.append("## Of which sources\n\n");
        for (String commit : commits) {
            List<Measured> some =
                    rows.stream().filter(row -> row.commit().equals(commit)).toList();
            text.append("* `%s`: %s; measured from %s to %s%n"
                    .formatted(
                            commit,
                            some.stream()
                                    .map(row -> row.part() + " " + "%,d".formatted(row.customers()))
                                    .distinct()
                                    .collect(Collectors.joining(", ")),
                            some.stream()
                                    .map(Measured::on)
                                    .min(Comparator.naturalOrder())
                                    .orElse(""),
                            some.stream()
                                    .map(Measured::on)
                                    .max(Comparator.naturalOrder())
                                    .orElse("")));
        }
    }

    private static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        long kilobytes = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
        return "The machine: %s, %d processors, %.0f GB of memory, %s %s, Java %s"
                .formatted(
                        processor,
                        Runtime.getRuntime().availableProcessors(),
                        kilobytes / 1024.0 / 1024,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version().feature());
    }

    private static String rate(double rate) {
        return rate < 10 ? "%.1f".formatted(rate) : "%,.0f".formatted(rate);
    }

    private static String time(double millis) {
        return millis == 0 ? "" : millis < 10 ? "%.2f".formatted(millis) : "%,.0f".formatted(millis);
    }
}
