package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Load on the database itself by pgbench, with prepared statements; one transaction in twenty is timed. */
final class PgBench {

    private final Site site;
    private final Path script;
    private final int connections;

    PgBench(String name, Site site, int connections, String sql) {
        this.site = site;
        this.connections = connections;
        script = Path.of("bench", "out", "run", name + ".sql").toAbsolutePath();
        try {
            Files.writeString(script, sql, UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Contest.Turn run(int seconds) {
        try {
            Path logs = Files.createTempDirectory("bench");
            Tool.Ran ran = Tool.run(
                    site.databaseEnvironment(),
                    List.of(
                            "pgbench",
                            "-n",
                            "-M",
                            "prepared",
                            "-c",
                            Integer.toString(connections),
                            "-j",
                            Integer.toString(Math.min(2, connections)),
                            "-T",
                            Integer.toString(seconds),
                            "-l",
                            "--sampling-rate=0.05",
                            "--log-prefix=" + logs.resolve("t"),
                            "-f",
                            script.toString()));
            double[] times = times(logs);
            return new Contest.Turn(
                    Tool.number(ran, "tps ="),
                    times[times.length / 2],
                    times[(int) (times.length * 0.99)],
                    ran.seconds(),
                    ran.cpuSeconds());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In milliseconds, sorted. */
    private static double[] times(Path logs) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(logs)) {
            files = all.toList();
        }
        double[] times = files.stream()
                .flatMap(PgBench::lines)
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]) / 1000)
                .sorted()
                .toArray();
        try (Stream<Path> all = Files.walk(logs)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        return times;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
