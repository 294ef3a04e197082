package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server, its database and this program took of the machine so far, read from {@code /proc}. Zero where there is none.
 */
record Usage(double serverSeconds, double databaseSeconds, double ownSeconds) {

    private static final double TICKS = 100; // USER_HZ, the same on every Linux that Java runs on

    /** @param server and postmaster: the ids of their processes, or 0 */
    static Usage of(long server, long postmaster) {
        return new Usage(
                server == 0 ? 0 : seconds(server, false),
                postmaster == 0 ? 0 : database(postmaster),
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0);
    }

    static Usage of(Site site) {
        return of(site.serverPid(), site.postmasterPid());
    }

    /**
     * What it took Callboard to do so many things since, with this program as the load, but not yet how long each took.
     *
     * @param seconds how long all of it took
     */
    Measured.Contender callboard(Site site, double seconds, int rounds, int count) {
        Usage now = of(site);
        return new Measured.Contender(
                "Callboard",
                rounds,
                count / seconds,
                0,
                0,
                (now.serverSeconds - serverSeconds) / seconds,
                (now.databaseSeconds - databaseSeconds) / seconds,
                (now.ownSeconds - ownSeconds) / seconds,
                serverMemory(site.serverPid()),
                databaseMemory(site.postmasterPid()));
    }

    /** The sessions that ended are counted by the postmaster. */
    private static double database(long postmaster) {
        return seconds(postmaster, true)
                + children(postmaster).stream()
                        .mapToDouble(pid -> seconds(pid, false))
                        .sum();
    }

    private static double seconds(long pid, boolean withEnded) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), UTF_8);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            double ended = withEnded ? Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : 0;
            return (own + ended) / TICKS;
        } catch (IOException e) {
            return 0; // it ended meanwhile
        }
    }

    private static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** The memory of a process alone, in MB. */
    static long serverMemory(long pid) {
        return pid == 0 ? 0 : field(pid, "status", "VmRSS:") / 1024;
    }

    /** The memory of a PostgreSQL in MB, with what its processes share counted once. */
    static long databaseMemory(long postmaster) {
        if (postmaster == 0) {
            return 0;
        }
        long all = field(postmaster, "smaps_rollup", "Pss:");
        for (long child : children(postmaster)) {
            all += field(child, "smaps_rollup", "Pss:");
        }
        return all / 1024;
    }

    private static long field(long pid, String file, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
