package org.callboard.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.database.DatabaseSettings;
import org.callboard.database.StartFailure;
import org.springframework.stereotype.Component;

/**
 * Where uploads lie while they come and are worked on: a folder of the data directory. A start empties it, for whoever sent
 * what a crash left there is gone.
 */
@Component
public final class UploadFolder {

    private static final String NAME = "uploads";

    private final Path path;

    UploadFolder(DatabaseSettings settings) {
        path = of(settings);
        try {
            Files.createDirectories(path);
            for (Path left : list()) {
                Files.delete(left);
            }
        } catch (IOException e) {
            throw new StartFailure("the folder " + path + " can't be emptied.", e);
        }
    }

    /** The folder of these settings, which is there once Callboard has started. */
    public static Path of(DatabaseSettings settings) {
        return settings.folder().resolve(NAME).toAbsolutePath();
    }

    /** A new file in it, which the caller removes. */
    public Path newFile() {
        try {
            return Files.createTempFile(path, "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }
}
