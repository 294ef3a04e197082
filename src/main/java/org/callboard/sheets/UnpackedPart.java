package org.callboard.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a workbook as it is unpacked, which ends with {@link TooLarge} where it is more than may be. */
final class UnpackedPart extends FilterInputStream {

    /** What is unpacked is more than may be. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super(null, null, false, false);
        }
    }

    /** In bytes, where nobody says otherwise. */
    private static final long LARGEST = 100L << 20;

    /** Texts are packed to a twentieth or so; what is packed far better is made to burst. */
    private static final int PACKED = 200;

    private static final long SMALL = 20L << 20;

    /** In bytes: of a tag with its attributes, or of the text behind it. */
    private static final int LONGEST_TAG = 1 << 20;

    private final long packed;
    private final long left;
    private long most = LARGEST;
    private long count;
    private boolean binary;
    private int tag; // so many bytes since the last one began

    /**
     * @param packed how many bytes it was
     * @param left how many there may be of all parts
     */
    UnpackedPart(InputStream in, long packed, long left) {
        super(in);
        this.packed = Math.max(packed, 1);
        this.left = left;
    }

    /** It may be so many bytes. */
    void mayBe(long bytes) {
        most = bytes;
    }

    /** How many it was until now. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        counted(bytes, from, read);
        return read;
    }

    @Override
    public long skip(long most) throws IOException {
        byte[] passed = new byte[(int) Math.min(most, 1 << 16)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    /**
     * Goes through what is left.
     *
     * @param text whether it has tags
     */
    void passOver(boolean text) throws IOException {
        binary = !text;
        byte[] passed = new byte[1 << 16];
        while (read(passed, 0, passed.length) >= 0) {
            // it is only counted
        }
    }

    private void counted(byte[] bytes, int from, int read) {
        for (int i = from; i < from + read; i++) {
            tag = bytes[i] == '<' ? 0 : tag + 1;
            if (tag > LONGEST_TAG && !binary) {
                throw new TooLarge();
            }
        }
        count += Math.max(0, read);
        if (count > Math.min(most, left) || count > SMALL && count / packed > PACKED) {
            throw new TooLarge();
        }
    }
}
