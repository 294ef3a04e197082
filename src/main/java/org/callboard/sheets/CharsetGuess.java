package org.callboard.sheets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * In which letters a file is written.
 *
 * @param markLength how many bytes of a mark stand in front
 * @param broken how often its bytes are no letter of it
 */
record CharsetGuess(Charset charset, int markLength, int broken) {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int LOOKED_AT = 64 << 10;

    static CharsetGuess of(Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(LOOKED_AT);
        }
        if (starts(start, 0xFF, 0xFE)) {
            return new CharsetGuess(UTF_16LE, 2, 0);
        }
        if (starts(start, 0xFE, 0xFF)) {
            return new CharsetGuess(UTF_16BE, 2, 0);
        }
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return new CharsetGuess(UTF_8, 3, utf8(path).broken);
        }
        Charset wide = wide(start);
        if (wide != null) {
            return new CharsetGuess(wide, 0, 0);
        }
        Letters letters = utf8(path);
        return letters.broken <= letters.whole
                ? new CharsetGuess(UTF_8, 0, letters.broken)
                : new CharsetGuess(WINDOWS, 0, 0);
    }

    private static boolean starts(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: one byte of each pair is zero wherever a Latin letter stands. */
    private static @Nullable Charset wide(byte[] start) {
        int[] zeros = {0, 0};
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int many = start.length / 10; // a fifth of the pairs
        if (Math.max(zeros[0], zeros[1]) <= many || Math.min(zeros[0], zeros[1]) * 10 > Math.max(zeros[0], zeros[1])) {
            return null;
        }
        return zeros[0] > zeros[1] ? UTF_16BE : UTF_16LE;
    }

    /** How many letters beyond ASCII are whole in UTF-8, and how many are not. */
    private record Letters(int whole, int broken) {}

    private static Letters utf8(Path path) throws IOException {
        int whole = 0;
        int broken = 0;
        int missing = 0; // bytes of the letter that was begun
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), LOOKED_AT)) {
            for (int one = in.read(); one >= 0; one = in.read()) {
                boolean continues = (one & 0xC0) == 0x80;
                if (missing > 0 && !continues) {
                    broken++;
                    missing = 0;
                }
                if (missing > 0) {
                    missing--;
                    whole += missing == 0 ? 1 : 0;
                } else if (one >= 0xC2 && one <= 0xF4) {
                    missing = one < 0xE0 ? 1 : one < 0xF0 ? 2 : 3;
                } else if (one >= 0x80) {
                    broken++;
                }
            }
        }
        return new Letters(whole, missing > 0 ? broken + 1 : broken);
    }
}
