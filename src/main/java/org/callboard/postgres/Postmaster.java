package org.callboard.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server's main process, known by the {@code postmaster.pid} that it keeps in its cluster. */
record Postmaster(ProcessHandle process, int port) {

    private static final Path PROC = Path.of("/proc");
    private static final Pattern CWD = Pattern.compile("/proc/(\\d+)/cwd -> (.+)");

    /** The process that serves {@code cluster} now; empty if the pid file is missing, stale or of another process. */
    static Optional<Postmaster> find(Path cluster, ServerAccount account) throws IOException {
        List<String> lines = pidFile(cluster);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(Postmaster::alive);
        if (process.isEmpty() || !serves(process.get(), cluster, account)) {
            return Optional.empty();
        }
        return Optional.of(new Postmaster(process.get(), port(lines)));
    }

    /** The port that the pid file names, whoever's it is. */
    static Optional<Integer> port(Path cluster) throws IOException {
        List<String> lines = pidFile(cluster);
        return lines.isEmpty() ? Optional.empty() : Optional.of(port(lines));
    }

    private static int port(List<String> pidFile) {
        return Integer.parseInt(pidFile.get(3).strip());
    }

    /** Its lines; none where it is missing, or not yet written to its end. */
    private static List<String> pidFile(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() < 4 ? List.of() : lines;
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Clears up after a postmaster that was killed: its children would hold on to the shared memory, and its pid may
     * belong to somebody else by now (likely in a container), which PostgreSQL would take for a running server. Only
     * for a cluster where {@link #find} finds nothing.
     */
    static void clearRemains(Path cluster, ServerAccount account) throws IOException {
        if (!Files.isDirectory(PROC)) {
            return;
        }
        Path pidFile = cluster.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            if (!gone(cluster, account, Duration.ofSeconds(2))) {
                for (long pid : serving(cluster, account)) {
                    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                }
                if (!gone(cluster, account, Duration.ofSeconds(5))) {
                    return;
                }
            }
            String pid =
                    Files.readString(pidFile).lines().findFirst().orElse("").strip();
            if (pid.isEmpty() || ProcessHandle.of(Long.parseLong(pid)).isPresent()) {
                Files.delete(pidFile);
            }
        }
        clearSocketLocks(Directories.parent(cluster).resolve("run"));
    }

    /** They name the same pid, which counts as alive for as long as nobody has collected the dead process. */
    private static void clearSocketLocks(Path sockets) throws IOException {
        if (Files.isDirectory(sockets)) {
            try (var locks = Files.newDirectoryStream(sockets, ".s.PGSQL.*.lock")) {
                for (Path lock : locks) {
                    Files.deleteIfExists(lock);
                }
            }
        }
    }

    boolean isAlive() {
        return alive(process);
    }

    /** Fast shutdown: open transactions are rolled back, a checkpoint is written. Escalates if that takes too long. */
    void stop(Duration patience) throws IOException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            Command.run(List.of("sh", "-c", "kill -" + signal + " " + process.pid()));
            long end = System.nanoTime() + patience.toNanos();
            while (isAlive() && System.nanoTime() - end < 0) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            if (!isAlive()) {
                return;
            }
        }
    }

    private static boolean gone(Path cluster, ServerAccount account, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!serving(cluster, account).isEmpty()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private static boolean serves(ProcessHandle process, Path cluster, ServerAccount account) throws IOException {
        return Files.isDirectory(PROC)
                ? serving(cluster, account).contains(process.pid())
                : process.info()
                        .command()
                        .filter(name -> name.endsWith("/postgres"))
                        .isPresent();
    }

    /**
     * The processes that work in {@code cluster}: PostgreSQL's all do, and hardly anything else does. Asked under the
     * server's own account, because root in a container may not see where other users' processes are.
     */
    private static Set<Long> serving(Path cluster, ServerAccount account) throws IOException {
        String list = Command.run(account.command(List.of("sh", "-c", "ls -l /proc/[0-9]*/cwd 2>/dev/null")))
                .output();
        List<MatchResult> all = CWD.matcher(list).results().toList();
        if (all.isEmpty()) {
            throw new IOException("no process can be seen under /proc");
        }
        return all.stream()
                .filter(match -> match.group(2).equals(cluster.toString()))
                .map(match -> Long.valueOf(match.group(1)))
                .filter(pid -> ProcessHandle.of(pid).filter(Postmaster::alive).isPresent())
                .collect(Collectors.toSet());
    }

    /** Dead children that nobody has collected count as dead: in a container there may be no init to do it. */
    private static boolean alive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat =
                    Files.readString(PROC.resolve(Long.toString(process.pid())).resolve("stat"));
            return !stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return !Files.isDirectory(PROC);
        }
    }
}
