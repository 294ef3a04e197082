package org.callboard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an app may do, area by area. */
public enum Scope {
    BOOKINGS_READ("bookings:read", "Read bookings"),
    BOOKINGS_WRITE("bookings:write", "Create, change and dismiss bookings"),
    LEADS_READ("leads:read", "Read leads"),
    LEADS_WRITE("leads:write", "Create, change and dismiss leads"),
    CUSTOMERS_READ("customers:read", "Read customers and contacts"),
    CUSTOMERS_WRITE("customers:write", "Create and change customers and contacts"),
    LOCATIONS_READ("locations:read", "Read locations"),
    LOCATIONS_WRITE("locations:write", "Create and change locations"),
    SETTINGS_READ("settings:read", "Read business units, campaigns, call reasons and other settings"),
    SETTINGS_WRITE("settings:write", "Create and change booking provider tags and other settings"),
    JOBS_READ("jobs:read", "Read jobs, appointments and invoices"),
    JOBS_WRITE("jobs:write", "Book, change, work and cancel jobs and their appointments"),
    CALLS_READ("calls:read", "Read telephone calls"),
    CALLS_WRITE("calls:write", "Tell of telephone calls and change them"),
    EXPORT("export", "Read the export feeds"),
    WEBHOOKS("webhooks", "Be told of changes by webhooks"),
    IMPORTS("imports", "Import lists of leads and customers, and undo that");

    private final String word;
    private final String label;

    Scope(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word in tokens and settings, such as {@code bookings:read}. */
    @JsonValue
    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** The same words, in the order in which the settings show them. */
    static Set<String> inOrder(Set<String> words) {
        return Arrays.stream(values())
                .map(Scope::word)
                .filter(words::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
