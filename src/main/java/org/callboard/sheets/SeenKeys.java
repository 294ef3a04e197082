package org.callboard.sheets;

import java.nio.charset.StandardCharsets;

/**
 * Which row of a list was the first with a key. It holds sixteen bytes or so a key, so that the largest list stays small;
 * two keys have the same 64 bits less often than a disk fails.
 */
public final class SeenKeys {

    private long[] hashes = new long[1 << 12];
    private int[] rows = new int[1 << 12];
    private int size;

    /** The row that was the first with the key, or 0 where this one is; the key by its {@link #hash}. */
    public int put(long hash, int row) {
        if (2 * size >= hashes.length) {
            grow();
        }
        int at = place(hashes, rows, hash);
        if (rows[at] != 0) {
            return rows[at];
        }
        hashes[at] = hash;
        rows[at] = row;
        size++;
        return 0;
    }

    private void grow() {
        long[] more = new long[hashes.length * 2];
        int[] moreRows = new int[hashes.length * 2];
        for (int i = 0; i < hashes.length; i++) {
            if (rows[i] != 0) {
                int at = place(more, moreRows, hashes[i]);
                more[at] = hashes[i];
                moreRows[at] = rows[i];
            }
        }
        hashes = more;
        rows = moreRows;
    }

    private static int place(long[] hashes, int[] rows, long hash) {
        int mask = hashes.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (rows[at] != 0 && hashes[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** FNV-1a with a last mixing, so that all bits depend on all characters. */
    public static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
