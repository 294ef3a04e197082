package org.callboard.web.records;

/** Somebody else changed a value while it was being edited. Thrown under the record's lock, so nothing is stored. */
final class EditConflict extends RuntimeException {

    private final transient Values theirs;

    EditConflict(Values theirs) {
        super("somebody else changed the value", null, false, false);
        this.theirs = theirs;
    }

    Values theirs() {
        return theirs;
    }
}
