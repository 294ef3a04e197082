package org.callboard.pictures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A folder of this machine, readable by its owner only. For several nodes it must be a shared one. */
final class FolderFiles implements PictureFiles {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNER_READS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path root;
    private final Path incoming;

    /** Makes the folder where it is missing, and clears away what a crash left half-written. */
    FolderFiles(Path root) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming, OWNER_ONLY);
            clearIncoming();
        } catch (IOException e) {
            throw new Unavailable(e);
        }
    }

    /** Others may be writing at this moment, on another node or here. */
    private void clearIncoming() throws IOException {
        Instant abandoned = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(abandoned)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Written aside, made durable, then put in its place in one step. */
    @Override
    public void put(Key key, byte[] content, String contentType) {
        Path file = root.resolve(key.path());
        Path folder = Objects.requireNonNull(file.getParent());
        Path aside = incoming.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder, OWNER_ONLY);
            Files.createFile(aside, OWNER_READS);
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            discard(aside, e);
            throw new Unavailable(e);
        }
    }

    private static void discard(Path aside, IOException reason) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public Optional<byte[]> get(Key key) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(key.path())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Unavailable(e);
        }
    }

    @Override
    public void delete(Key key) {
        try {
            Files.deleteIfExists(root.resolve(key.path()));
        } catch (IOException e) {
            throw new Unavailable(e);
        }
    }
}
