package org.callboard.notices;

/** What a company's words for an appointment may have in them. */
public enum NoticePlaceholder {
    CUSTOMER("customer", "the customer's name"),
    COMPANY("company", "your company's name"),
    DATE("date", "the day of the appointment, such as Tuesday, December 1, 2026"),
    WINDOW("window", "when to expect somebody, such as between 9:00 AM and 11:00 AM"),
    OLD_DATE("old date", "the day that it was before"),
    OLD_WINDOW("old window", "the time that it was before"),
    ADDRESS("address", "where the work is"),
    JOB("job", "the job's number"),
    TYPE("type", "the job type"),
    TECHNICIAN("technician", "who comes, where somebody is assigned");

    private final String word;
    private final String meaning;

    NoticePlaceholder(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** What stands between the braces. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether only what has moved has it. */
    boolean ofChange() {
        return this == OLD_DATE || this == OLD_WINDOW;
    }
}
