package org.callboard.bookings;

/** What a company's own confirmation may say of a booking; the constants are the words between the braces. */
public enum ConfirmationPlaceholder {
    name("the person's name"),
    company("your company's name"),
    summary("what they need, in their words"),
    start("when they would like it"),
    address("where the work is"),
    phone("the number to reach them at"),
    source("where they asked"),
    booking("the booking's number");

    private final String meaning;

    ConfirmationPlaceholder(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
