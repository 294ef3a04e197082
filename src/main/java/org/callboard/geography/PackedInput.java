package org.callboard.geography;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads what bench/places/packed.mjs wrote: whole numbers in groups of seven bits, texts with their length before them. */
final class PackedInput implements Closeable {

    interface Item<T> {
        T read() throws IOException;
    }

    private final DataInputStream in;

    PackedInput(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** A file that comes with the program, unpacked; to be closed, since unpacking takes memory outside of the heap. */
    static PackedInput ofResource(String path) throws IOException {
        InputStream in = PackedInput.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("no " + path);
        }
        return new PackedInput(new BufferedInputStream(new GZIPInputStream(in, 1 << 16)));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    int unsigned() throws IOException {
        return Math.toIntExact(number());
    }

    long signed() throws IOException {
        long number = number();
        return (number & 1) == 0 ? number >>> 1 : -(number >>> 1) - 1;
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            int part = in.read();
            if (part < 0) {
                throw new EOFException();
            }
            number |= (part & 127L) << shift;
            if (part < 128) {
                return number;
            }
        }
    }

    String text() throws IOException {
        byte[] bytes = new byte[unsigned()];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    <T> List<T> list(Item<T> item) throws IOException {
        int size = unsigned();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(item.read());
        }
        return list;
    }

    /** Numbers that were written as their differences. */
    int[] deltas(int size) throws IOException {
        int[] values = new int[size];
        int last = 0;
        for (int i = 0; i < size; i++) {
            last += (int) signed();
            values[i] = last;
        }
        return values;
    }
}
