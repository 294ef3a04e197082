package org.callboard.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of an HTTP answer whose body comes in chunks, without their ends. A line may reach over several chunks. */
final class Chunked {

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    private int left;

    Chunked(InputStream in) {
        this.in = in;
    }

    /** The next line of the head, which stands before the chunks; empty at its end. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            head.append((char) c);
        }
        return head.toString().strip();
    }

    /** The next line of the body; null at its end. */
    byte @Nullable [] line() throws IOException {
        line.reset();
        for (int c = read(); c != '\n'; c = read()) {
            if (c < 0) {
                return null;
            }
            line.write(c);
        }
        return line.toByteArray();
    }

    private int read() throws IOException {
        if (left == 0) {
            left = Integer.parseInt(head(), 16);
            if (left == 0) {
                return -1;
            }
        }
        int c = in.read();
        if (c >= 0 && --left == 0) {
            in.skipNBytes(2);
        }
        return c;
    }
}
