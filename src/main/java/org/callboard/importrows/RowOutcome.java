package org.callboard.importrows;

import java.util.Arrays;
import java.util.List;
import org.callboard.listchoices.OnMatch;
import org.callboard.sheets.ImportKind;

/** What a row would become. */
public enum RowOutcome {
    New,
    /** Its person is a customer already. */
    Match,
    /** Its person is an open lead already. */
    OpenLead,
    /** Another location of a customer, on record or of an earlier row. */
    Location,
    /** A change of a customer on record. */
    Update,
    /** All that it says of a customer on record is so already. */
    Unchanged,
    /** An earlier row of the list is the same. */
    Twice,
    /** Somebody decided that nothing becomes of it, or of any row of somebody on record. */
    LeftOut,
    Wrong;

    /** Of which rows of a list nothing becomes, though they say something that is not so already. */
    public static List<RowOutcome> leftOut(ImportKind kind, OnMatch onMatch) {
        return Arrays.stream(values())
                .filter(outcome -> switch (outcome) {
                    case New, Match -> !outcome.makes(kind, onMatch);
                    case OpenLead, Twice, LeftOut, Wrong -> true;
                    case Location, Update, Unchanged -> false;
                })
                .toList();
    }

    /** Whether a record of its own is made of the row. */
    public boolean makes(ImportKind kind, OnMatch onMatch) {
        return this == New
                || this == Match
                        && kind != ImportKind.Locations
                        && (onMatch == OnMatch.Create || onMatch == OnMatch.Attach && kind == ImportKind.Leads);
    }
}
