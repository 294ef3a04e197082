package org.callboard.imports;

/** How far an import is. */
public enum ImportState {
    /** Uploaded; its columns can be corrected. */
    Draft("Draft"),
    Checking("Checking"),
    /** Every row says what it would become. */
    Checked("Checked"),
    Running("Importing"),
    Finished("Finished"),
    /** Stopped in the middle; what was made until then is there. */
    Cancelled("Stopped"),
    Undoing("Undoing"),
    Undone("Undone");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    /** The word on the screen. */
    public String label() {
        return label;
    }

    /** Whether it goes on by itself. */
    public boolean works() {
        return this == Checking || this == Running || this == Undoing;
    }
}
