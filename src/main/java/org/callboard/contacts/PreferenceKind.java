package org.callboard.contacts;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person may want to be told about or not; the constants are the wire's own words. The contract leaves the list
 * open: it is settled here, and its ids and names stay as they are, since clients keep them.
 */
enum PreferenceKind {
    AppointmentReminders("6f1a3c52-8d0e-4b67-9a51-2c7d90e4b101", "Reminders of appointments that are coming up."),
    JobStatus("6f1a3c52-8d0e-4b67-9a51-2c7d90e4b102", "Technician on the way, work started, work done."),
    Invoices("6f1a3c52-8d0e-4b67-9a51-2c7d90e4b103", "Invoices, receipts and statements."),
    Marketing("6f1a3c52-8d0e-4b67-9a51-2c7d90e4b104", "Offers, newsletters and maintenance plans."),
    Surveys("6f1a3c52-8d0e-4b67-9a51-2c7d90e4b105", "Questions about work that was done, and requests for reviews.");

    /** All kinds are yes or no. */
    static final String DATA_TYPE = "Bool";

    private final UUID id;
    private final String description;

    PreferenceKind(String id, String description) {
        this.id = UUID.fromString(id);
        this.description = description;
    }

    UUID id() {
        return id;
    }

    String description() {
        return description;
    }

    /** The kind with this name, in any case. */
    static Optional<PreferenceKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
