package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callboard.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

    @TempDir
    private Path data;

    @Test
    void aStartRemovesWhatACrashLeft() throws IOException {
        DatabaseSettings settings = new DatabaseSettings(data, null);
        Path left = new UploadFolder(settings).newFile();
        assertThat(left).exists().hasParent(UploadFolder.of(settings));
        new UploadFolder(settings);
        assertThat(left).doesNotExist();
        assertThat(Files.list(UploadFolder.of(settings))).isEmpty();
    }
}
