package org.callboard.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the cluster, the directory that holds all data, at the first start; checks that it fits at later ones. */
final class PostgresCluster {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    private PostgresCluster() {}

    /** Makes the cluster under another name first: a kill in the middle leaves nothing that looks finished. */
    static void prepare(
            Path cluster, PostgresBinaries binaries, ServerAccount account, String password, boolean durable)
            throws IOException {
        if (Files.isDirectory(cluster)) {
            String major = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!major.equals(binaries.major())) {
                throw new EmbeddedPostgresException("The database in " + cluster + " is of PostgreSQL " + major
                        + ", this Callboard brings " + binaries.major()
                        + ". With the Callboard that made it run './callboard dump FILE', then here, with another"
                        + " CALLBOARD_DATA, './callboard load FILE'; copy 'pictures' over too.");
            }
        } else {
            LOG.info("Creating the embedded PostgreSQL database in {}", cluster);
            Path home = Directories.parent(cluster);
            Directories.deleteLeftovers(home, "init-*");
            Path init = Files.createTempDirectory(home, "init-");
            Path passwordFile = init.resolve("password");
            PostgresSettings.write(passwordFile, password + "\n", "rw-------");
            account.own(init);
            initdb(init.resolve("cluster"), passwordFile, binaries, account, durable);
            Files.move(init.resolve("cluster"), cluster, StandardCopyOption.ATOMIC_MOVE);
            Directories.sync(home);
            Directories.delete(init);
        }
        account.own(cluster);
    }

    /**
     * Sorting and case are PostgreSQL's own, the same on every system. Only what still asks the C library, such as
     * pg_trgm's idea of a letter, depends on lc_ctype: under "C" a name in Cyrillic would have no trigrams.
     */
    private static void initdb(
            Path target, Path passwordFile, PostgresBinaries binaries, ServerAccount account, boolean durable)
            throws IOException {
        String failure = "";
        for (String ctype : List.of("C.UTF-8", "en_US.UTF-8", "C")) {
            List<String> command = new ArrayList<>(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + target,
                    "--username=postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--lc-ctype=" + ctype,
                    "--data-checksums",
                    "--no-instructions"));
            if (!durable) {
                command.add("--no-sync");
            }
            Command.Result result = Command.run(account.command(command));
            if (result.status() == 0) {
                return;
            }
            failure = result.output()
                    .lines()
                    .filter(line -> line.contains("error:"))
                    .findFirst()
                    .orElse(result.lastLine());
            Directories.delete(target);
            if (!failure.contains("locale")) {
                break;
            }
        }
        throw new EmbeddedPostgresException("Creating the embedded PostgreSQL database failed: " + failure);
    }
}
