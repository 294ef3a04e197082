package org.callboard.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process, with the server in it, and its PostgreSQL took of the processors so far, in ms: this can be compared
 * where other programs make every time longer.
 */
record Machine(double java, double database) {

    private static final double TICK = 10; // USER_HZ is 100 on every Linux that Java runs on

    /** @param data the directory with the embedded PostgreSQL */
    static Machine now(Path data) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(system.getProcessCpuTime() / 1e6, postgres(data) * TICK);
    }

    private static double postgres(Path data) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                    .getFirst()
                    .strip());
            return ticks(postmaster, true)
                    + ProcessHandle.of(postmaster).stream()
                            .flatMap(ProcessHandle::children)
                            .mapToDouble(session -> ticks(session.pid(), false))
                            .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Machine since(Machine before) {
        return new Machine(java - before.java, database - before.database);
    }

    /** Sessions that ended are counted by the postmaster. */
    private static double ticks(long process, boolean withEnded) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"), UTF_8);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = 11; i <= (withEnded ? 14 : 12); i++) {
                ticks += Double.parseDouble(fields[i]);
            }
            return ticks;
        } catch (IOException e) {
            return 0; // it ended meanwhile
        }
    }
}
