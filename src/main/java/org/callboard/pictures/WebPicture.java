package org.callboard.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A WebP file cut down to its one picture before it is decoded. The decoder would draw as many pictures as a file holds,
 * each of a size of its own, and go on long after the file's end: a few bytes would keep it busy for minutes.
 */
final class WebPicture {

    private static final int ANIMATED = 0x02;
    private static final int WITH_ALPHA = 0x10;
    private static final int BEHIND = 64; // the decoder reads ahead; beyond these nulls it has lost its way
    private static final int MAX_STEPS_BEHIND = 100;

    private @Nullable ByteBuffer picture;
    private @Nullable ByteBuffer alpha;
    private String kind = "";
    private int width;
    private int height;

    private WebPicture() {}

    /** Throws an {@link IOException} where the file is damaged or holds a film. */
    static WebPicture of(byte[] upload) throws IOException {
        WebPicture found = new WebPicture();
        try {
            ByteBuffer file =
                    ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN).position(12);
            while (found.picture == null) {
                found.take(file);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IIOException("damaged", e);
        }
        return found;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private void take(ByteBuffer file) throws IOException {
        byte[] name = new byte[4];
        file.get(name);
        int length = file.getInt();
        ByteBuffer chunk = file.slice(file.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        switch (new String(name, ISO_8859_1)) {
            case "VP8X" -> {
                if ((chunk.get(0) & ANIMATED) != 0) {
                    throw new IIOException("animated");
                }
            }
            case "ALPH" -> alpha = chunk;
            case "VP8 " -> {
                width = chunk.getShort(6) & 0x3fff;
                height = chunk.getShort(8) & 0x3fff;
                kind = "VP8 ";
                picture = chunk;
            }
            case "VP8L" -> {
                int sides = chunk.getInt(1);
                width = (sides & 0x3fff) + 1;
                height = (sides >> 14 & 0x3fff) + 1;
                kind = "VP8L";
                picture = chunk;
            }
            default -> {
                // colors, places, cameras: nothing of it is kept
            }
        }
        file.position(file.position() + length + (picture == null ? length & 1 : 0));
    }

    /** What the decoder gets to read. */
    ImageInputStream input() {
        boolean transparent = alpha != null && kind.equals("VP8 ");
        int room = 12 + (transparent ? 18 + size(alpha) : 0) + size(picture);
        ByteBuffer file = ByteBuffer.allocate(room + BEHIND).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(ISO_8859_1)).putInt(room - 8).put("WEBP".getBytes(ISO_8859_1));
        if (transparent) {
            file.put("VP8X".getBytes(ISO_8859_1)).putInt(10).putInt(WITH_ALPHA);
            putThree(file, width - 1);
            putThree(file, height - 1);
            put(file, "ALPH", alpha);
        }
        put(file, kind, picture);
        return new Ending(file.array());
    }

    private static int size(@Nullable ByteBuffer chunk) {
        return chunk == null ? 0 : 8 + chunk.limit() + (chunk.limit() & 1);
    }

    private static void put(ByteBuffer file, String name, @Nullable ByteBuffer chunk) {
        if (chunk != null) {
            file.put(name.getBytes(ISO_8859_1)).putInt(chunk.limit()).put(chunk.duplicate());
            if ((chunk.limit() & 1) != 0) {
                file.put((byte) 0);
            }
        }
    }

    private static void putThree(ByteBuffer file, int number) {
        file.putShort((short) number).put((byte) (number >> 16));
    }

    /** Gives up on a decoder that reads on and on behind the end. */
    private static final class Ending extends MemoryCacheImageInputStream {
        private int stepsBehind;

        Ending(byte[] file) {
            super(new ByteArrayInputStream(file));
        }

        @Override
        public long readLong() throws IOException {
            try {
                return super.readLong();
            } catch (EOFException e) {
                throw behind(e);
            }
        }

        @Override
        public byte readByte() throws IOException {
            try {
                return super.readByte();
            } catch (EOFException e) {
                throw behind(e);
            }
        }

        private EOFException behind(EOFException e) {
            if (++stepsBehind > MAX_STEPS_BEHIND) {
                throw new IllegalStateException("the picture ends too early");
            }
            return e;
        }
    }
}
