package org.callboard.pictures;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, from the picture's Exif part: 1 to 8, as Exif counts them. Read by hand, since it is the one tag
 * of interest, and what is wrong with the rest of that part must not matter.
 */
record Orientation(int number) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT = 3;

    /** Upright where the picture says nothing, or something that can't be read. */
    static Orientation of(PictureType type, byte[] picture) {
        try {
            ByteBuffer exif = exif(type, ByteBuffer.wrap(picture));
            return exif == null ? UPRIGHT : read(exif);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    /** Whether the picture lies on its side. */
    boolean swapsSides() {
        return number >= 5;
    }

    /** What turns a picture of this size (as it is stored) upright. */
    AffineTransform upright(int width, int height) {
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static @Nullable ByteBuffer exif(PictureType type, ByteBuffer picture) {
        return switch (type) {
            case JPEG -> ofJpeg(picture);
            case PNG -> ofChunks(picture.position(8), ByteOrder.BIG_ENDIAN, "eXIf");
            case WEBP -> ofChunks(picture.position(12), ByteOrder.LITTLE_ENDIAN, "EXIF");
        };
    }

    private static @Nullable ByteBuffer ofJpeg(ByteBuffer jpeg) {
        jpeg.position(2);
        while (jpeg.remaining() > 4) {
            int marker = jpeg.getShort() & 0xffff;
            int length = (jpeg.getShort() & 0xffff) - 2;
            if (marker < 0xffc0 || marker == 0xffda || length < 0) {
                return null; // the picture itself begins
            }
            ByteBuffer segment = jpeg.slice(jpeg.position(), length);
            if (marker == 0xffe1 && length > 6 && word(segment).equals("Exif")) {
                return segment.slice(6, length - 6);
            }
            jpeg.position(jpeg.position() + length);
        }
        return null;
    }

    /** PNG writes a chunk's length before its name and a checksum after it; WebP the name first, and fills up to even. */
    private static @Nullable ByteBuffer ofChunks(ByteBuffer chunks, ByteOrder order, String wanted) {
        boolean png = order == ByteOrder.BIG_ENDIAN;
        chunks.order(order);
        while (chunks.remaining() >= 8) {
            String name = png ? "" : word(chunks);
            int length = chunks.getInt();
            name = png ? word(chunks) : name;
            if (length < 0) {
                return null;
            }
            ByteBuffer chunk = chunks.slice(chunks.position(), Math.min(length, chunks.remaining()));
            if (name.equals(wanted)) {
                return !png && chunk.remaining() > 6 && word(chunk.duplicate()).equals("Exif")
                        ? chunk.slice(6, chunk.limit() - 6)
                        : chunk.rewind();
            }
            chunks.position(chunks.position() + chunk.limit() + (png ? 4 : length & 1));
        }
        return null;
    }

    private static String word(ByteBuffer at) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append((char) (at.get() & 0xff));
        }
        return word.toString();
    }

    /** A TIFF header, then the entries of the first directory. */
    private static Orientation read(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = tiff.getShort() & 0xffff;
        for (int i = 0; i < entries; i++) {
            int tag = tiff.getShort() & 0xffff;
            int kind = tiff.getShort() & 0xffff;
            tiff.getInt();
            int value = tiff.getShort() & 0xffff;
            tiff.getShort();
            if (tag == ORIENTATION_TAG && kind == SHORT && value >= 1 && value <= 8) {
                return new Orientation(value);
            }
        }
        return UPRIGHT;
    }
}
