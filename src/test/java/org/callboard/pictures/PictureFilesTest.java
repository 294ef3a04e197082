package org.callboard.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.callboard.database.StartFailure;
import org.callboard.testing.AtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every place for pictures must do, whatever it is. */
class PictureFilesTest {

    @TempDir
    Path temp;

    abstract static class Every {

        abstract PictureFiles files();

        final PictureFiles.Key key = new PictureFiles.Key(1001, UUID.randomUUID(), PictureSize.large);

        @Test
        void whatWasStoredComesBack() {
            byte[] content = new byte[300_000];
            content[7] = 42;
            files().put(key, content, "image/jpeg");
            assertThat(files().get(key)).hasValue(content);
        }

        @Test
        void whatIsNotThereIsEmpty() {
            assertThat(files().get(key)).isEmpty();
            files().delete(key);
        }

        @Test
        void theLastOneStoredCounts() {
            files().put(key, bytes("first"), "image/jpeg");
            files().put(key, bytes("second"), "image/jpeg");
            assertThat(files().get(key)).hasValue(bytes("second"));
        }

        @Test
        void removedIsGoneAndTheOthersStay() {
            PictureFiles.Key small = new PictureFiles.Key(1001, key.picture(), PictureSize.thumbnail);
            PictureFiles.Key others = new PictureFiles.Key(1002, key.picture(), PictureSize.large);
            for (PictureFiles.Key each : List.of(key, small, others)) {
                files().put(each, bytes(each.path()), "image/jpeg");
            }
            files().delete(key);
            assertThat(files().get(key)).isEmpty();
            assertThat(files().get(small)).hasValue(bytes(small.path()));
            assertThat(files().get(others)).hasValue(bytes(others.path()));
        }

        @Test
        void readersSeeAWholeFileWhileItIsReplaced() {
            byte[] ones = new byte[200_000];
            byte[] twos = new byte[200_000];
            Arrays.fill(ones, (byte) 1);
            Arrays.fill(twos, (byte) 2);
            files().put(key, ones, "image/jpeg");
            List<Boolean> whole = AtOnce.run(16, i -> () -> {
                if (i % 4 == 0) {
                    files().put(key, twos, "image/jpeg");
                    return true;
                }
                byte[] read = files().get(key).orElseThrow();
                return Arrays.equals(read, ones) || Arrays.equals(read, twos);
            });
            assertThat(whole).containsOnly(true);
        }
    }

    @Nested
    class Folder extends Every {

        private PictureFiles files;

        @BeforeEach
        void start() {
            files = PictureStorage.files(temp.resolve("pictures"), name -> null);
        }

        @Override
        PictureFiles files() {
            return files;
        }

        @Test
        void onlyTheOwnerMayRead() throws Exception {
            files.put(key, bytes("x"), "image/jpeg");
            Path file = temp.resolve("pictures").resolve(key.path());
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(temp.resolve("pictures")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }

        @Test
        void whatACrashLeftIsClearedAwayAtTheNextStart() throws Exception {
            Path incoming = temp.resolve("pictures/incoming");
            Path left = Files.writeString(incoming.resolve("left"), "half");
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7200)));
            Path running = Files.writeString(incoming.resolve("running"), "half");
            PictureStorage.files(temp.resolve("pictures"), name -> null);
            assertThat(left).doesNotExist();
            assertThat(running).exists();
        }

        @Test
        void nothingIsLeftWhereAFileCanNotBeStored() throws Exception {
            Path inTheWay = temp.resolve("pictures").resolve(key.path()).getParent();
            Files.createDirectories(inTheWay.getParent());
            Files.writeString(inTheWay, "a file where the folder should be");
            assertThatThrownBy(() -> files.put(key, bytes("x"), "image/jpeg"))
                    .isInstanceOf(PictureFiles.Unavailable.class);
            try (Stream<Path> left = Files.list(temp.resolve("pictures/incoming"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Nested
    class Bucket extends Every {

        private BucketServer server;
        private PictureFiles files;

        @BeforeEach
        void start() {
            server = new BucketServer("pictures");
            files = bucket(server.url(), BucketServer.SECRET_KEY);
        }

        @AfterEach
        void stop() throws Exception {
            ((AutoCloseable) files).close();
            server.close();
        }

        @Override
        PictureFiles files() {
            return files;
        }

        @Test
        void theObjectCarriesItsType() {
            files.put(key, bytes("x"), "image/png");
            assertThat(server.type(key.path())).isEqualTo("image/png");
        }

        @Test
        void aWrongKeyAndAServerThatIsAwayAreTold() throws Exception {
            PictureFiles stranger = bucket(server.url(), "wrong");
            assertThatThrownBy(() -> stranger.put(key, bytes("x"), "image/png"))
                    .isInstanceOf(PictureFiles.Unavailable.class)
                    .hasMessageContaining("SignatureDoesNotMatch");
            ((AutoCloseable) stranger).close();
            server.close();
            assertThatThrownBy(() -> files.get(key)).isInstanceOf(PictureFiles.Unavailable.class);
        }
    }

    @Test
    void anAddressIsTheSameInCapitals() throws Exception {
        assertThat(PictureStorage.files(temp, Map.of("BUCKET", "b", "ENDPOINT", "HTTPS://s3.example.com")::get))
                .isInstanceOf(BucketFiles.class);
        String path = "/callboard/v1/tenant/7/pictures/37670786-3abb-46b9-a173-c69f440a61a7";
        assertThat(PictureUrl.stored("HTTPS://crm.example.com" + path))
                .as("one of ours")
                .isEqualTo(path);
    }

    @Test
    void wrongVariablesAreNamed() {
        assertThatThrownBy(() -> PictureStorage.files(temp, Map.of("BUCKET", "b", "ENDPOINT", "ftp://x")::get))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("CALLBOARD_PICTURES_S3_ENDPOINT");
        assertThatThrownBy(() -> PictureStorage.files(temp, Map.of("BUCKET", "b", "ACCESS_KEY", "k")::get))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("CALLBOARD_PICTURES_S3_SECRET_KEY");
        assertThatThrownBy(() -> PictureStorage.files(Path.of("/dev/null/pictures"), name -> null))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("/dev/null/pictures");
    }

    private PictureFiles bucket(String endpoint, String secret) {
        return PictureStorage.files(
                temp,
                Map.of(
                        "BUCKET",
                        "pictures",
                        "ENDPOINT",
                        endpoint,
                        "REGION",
                        BucketServer.REGION,
                        "ACCESS_KEY",
                        BucketServer.ACCESS_KEY,
                        "SECRET_KEY",
                        secret)::get);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
