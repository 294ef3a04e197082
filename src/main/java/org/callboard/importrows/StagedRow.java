package org.callboard.importrows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file, or as somebody mended it.
 *
 * @param number as a spreadsheet counts: the line of names is usually 1
 * @param shown which customer it was said to change, and in which version; null where nothing was said
 */
public record StagedRow(
        int number,
        List<String> cells,
        @Nullable Decided decided,
        @Nullable Shown shown) {

    /** A customer as it was when it was shown what would become of it. */
    public record Shown(long customerId, int version) {}

    /** A row of which nothing was said yet. */
    public StagedRow(int number, List<String> cells) {
        this(number, cells, null, null);
    }

    /**
     * What somebody decided of one row, whatever is decided of the others.
     *
     * @param customerId whom it is attached to
     */
    public record Decided(What what, @Nullable Long customerId) {

        /** The constants are the wire's own words. */
        public enum What {
            /** Nothing becomes of it. */
            LeaveOut,
            /** A record of its own, whoever it may be. */
            MakeNew,
            /** It is about that customer: a lead becomes theirs; of a list of customers they get the contacts and the address. */
            Attach
        }
    }
}
