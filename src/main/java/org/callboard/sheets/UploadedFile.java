package org.callboard.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callboard.http.Sha256;
import org.callboard.http.UploadFolder;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A list on its way in. It waits in a file of its own, so that a slow sender holds neither memory nor a transaction; only
 * this process may read that file, and it is gone when the work with it is done.
 */
public record UploadedFile(String name, Path path, byte[] hash) {

    /** In bytes. */
    static final long LARGEST = 50L << 20;

    private static final int MAX_NAME = 200;
    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

    /**
     * Does something with what comes. TooLarge for more than 50 MB.
     *
     * @param name as the sender calls it; null or empty where there is none
     */
    public static <T> T with(
            UploadFolder uploads, @Nullable String name, InputStream in, Function<UploadedFile, T> work) {
        try {
            Path path = uploads.newFile();
            try {
                return work.apply(new UploadedFile(shortened(name), path, copy(in, path)));
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] copy(InputStream in, Path path) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > LARGEST) {
                    throw RefusalCode.TOO_LARGE.refuse("A list may have at most 50 MB. Part the file into several.");
                }
                out.write(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private static String shortened(@Nullable String name) {
        String last = VisibleText.strip(FOLDERS.matcher(Objects.requireNonNullElse(name, ""))
                .replaceFirst("")
                .replace("\0", ""));
        return last.isEmpty() ? "list.csv" : last.substring(0, Math.min(MAX_NAME, last.length()));
    }
}
