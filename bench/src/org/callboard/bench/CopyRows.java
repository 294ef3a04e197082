package org.callboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of one table in the binary form of COPY, which the server need not parse. Every column of every row, in order. */
final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

    private final int width;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private int missing;
    private int rows;

    CopyRows(int width) {
        this.width = width;
    }

    int rows() {
        return rows;
    }

    void clear() {
        bytes.clear();
        rows = 0;
    }

    /** Writes all rows as one COPY stream. */
    void writeTo(OutputStream out) throws IOException {
        requireWhole();
        out.write(HEADER);
        out.write(bytes.array(), 0, bytes.position());
        out.write(TRAILER);
    }

    /** Begins a row with its first column. */
    CopyRows row(long tenant) {
        requireWhole();
        room(2).putShort((short) width);
        missing = width;
        rows++;
        return number(tenant);
    }

    private void requireWhole() {
        if (missing != 0) {
            throw new IllegalStateException("a row lacks " + missing + " of " + width + " columns");
        }
    }

    CopyRows number(long value) {
        column(8).putLong(value);
        return this;
    }

    CopyRows number(@Nullable Long value) {
        return value == null ? nothing() : number(value.longValue());
    }

    CopyRows integer(int value) {
        column(4).putInt(value);
        return this;
    }

    CopyRows flag(boolean value) {
        column(1).put((byte) (value ? 1 : 0));
        return this;
    }

    CopyRows real(double value) {
        column(8).putDouble(value);
        return this;
    }

    /** @param time as {@link Times} counts */
    CopyRows time(long time) {
        return number(time);
    }

    CopyRows guid(UUID value) {
        column(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        byte[] utf8 = value.getBytes(UTF_8);
        column(utf8.length).put(utf8);
        return this;
    }

    /** A column of type jsonb. */
    CopyRows json(String value) {
        byte[] utf8 = value.getBytes(UTF_8);
        column(utf8.length + 1).put((byte) 1).put(utf8);
        return this;
    }

    /** A column of type tsvector; the server brings its lexemes into their order. */
    CopyRows lexemes(Set<String> lexemes) {
        List<byte[]> all =
                lexemes.stream().map(lexeme -> lexeme.getBytes(UTF_8)).toList();
        column(4 + all.stream().mapToInt(lexeme -> lexeme.length + 3).sum()).putInt(all.size());
        all.forEach(lexeme -> bytes.put(lexeme).put((byte) 0).putShort((short) 0));
        return this;
    }

    CopyRows nothing() {
        room(4).putInt(-1);
        missing--;
        return this;
    }

    private ByteBuffer column(int length) {
        missing--;
        return room(length + 4).putInt(length);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + more));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }
}
