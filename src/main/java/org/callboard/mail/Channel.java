package org.callboard.mail;

/** How a message goes out. */
public enum Channel {
    Mail("E-mail"),
    Text("Text message");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** The words on the screen. */
    public String label() {
        return label;
    }
}
