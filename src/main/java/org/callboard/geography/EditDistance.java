package org.callboard.geography;

/** How many letters were mistyped: left out, put in, taken for others, or two of them swapped. */
final class EditDistance {

    private static final int SHORT_NAME = 7;

    private EditDistance() {}

    /** Whether a word may be another one that was misspelt: by one letter, in long words by two. */
    static boolean isSlip(String typed, String meant) {
        return of(typed, meant) <= most(meant);
    }

    static int most(String meant) {
        return meant.length() <= SHORT_NAME ? 1 : 2;
    }

    static int of(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return Math.abs(one.length() - other.length());
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }
}
