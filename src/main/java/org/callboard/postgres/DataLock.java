package org.callboard.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second Callboard away from a data directory. The operating system drops the lock when the process dies,
 * however it dies, so there is nothing to clean up by hand.
 */
final class DataLock implements AutoCloseable {

    /**
     * What this process holds. Asked before the file is opened: closing any channel on a file gives up every POSIX lock
     * that the process has on it, so a failed second attempt would release the first.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock at once or fails with the process that holds it; {@code dataDir} is for the message only. */
    static DataLock take(Path file, Path dataDir) throws IOException {
        if (!HELD.add(file)) {
            throw refused(dataDir, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                ByteBuffer holder = ByteBuffer.allocate(20);
                channel.read(holder);
                throw refused(dataDir, US_ASCII.decode(holder.flip()).toString().strip());
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
            return new DataLock(file, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    /** Whether a Callboard has it now. */
    static boolean isHeld(Path file) throws IOException {
        if (HELD.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private static EmbeddedPostgresException refused(Path dataDir, String pid) {
        return new EmbeddedPostgresException(
                "The data directory " + dataDir + " is already used by another Callboard (process " + pid + ").");
    }

    @Override
    public void close() throws IOException {
        if (HELD.remove(file)) {
            channel.close();
        }
    }
}
