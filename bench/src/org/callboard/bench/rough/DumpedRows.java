package org.callboard.bench.rough;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Prints for each table of a dump how many rows it has, and a digest of them in whatever order. */
final class DumpedRows {

    private DumpedRows() {}

    public static void main(String[] args) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(Path.of(args[0])))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("tables/")) {
                    MessageDigest digest = MessageDigest.getInstance("SHA-256");
                    String[] rows = new BufferedReader(new InputStreamReader(zip, UTF_8))
                            .lines()
                            .sorted()
                            .toArray(String[]::new);
                    for (String row : rows) {
                        digest.update((row + "\n").getBytes(UTF_8));
                    }
                    System.out.printf(
                            "%s %d %s%n",
                            entry.getName(), rows.length, HexFormat.of().formatHex(digest.digest()));
                }
            }
        }
    }
}
