package org.callboard.matches;

/** How likely two records are one, in words. */
public enum Band {
    VeryLikely("Very likely", 80),
    Likely("Likely", 55),
    Possible("Possible", 40),
    None("Unlikely", 0);

    private final String label;
    private final int from;

    Band(String label, int from) {
        this.label = label;
        this.from = from;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** The lowest score of it. */
    public int from() {
        return from;
    }

    /** The highest score of it. */
    public int to() {
        return this == VeryLikely ? 100 : values()[ordinal() - 1].from - 1;
    }

    /** Where a score of 0 to 100 is. */
    public static Band of(int score) {
        for (Band band : values()) {
            if (score >= band.from) {
                return band;
            }
        }
        return None;
    }
}
