package org.callboard.search;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;

/**
 * One line of what the search box found.
 *
 * @param customerId the customer itself, or the record's; null where it has none yet
 * @param address null where none is known
 * @param mergedToId the record that this one was merged into
 * @param state the word on record for the state of a lead, a booking, a job or a call; null for other kinds
 * @param jobId the job of an invoice; null for other kinds
 * @param matched the fields in which something was found, each with each text once
 */
public record Hit(
        Kind kind,
        long id,
        @Nullable Long customerId,
        String name,
        @Nullable Address address,
        boolean active,
        boolean doNotService,
        @Nullable Long mergedToId,
        @Nullable String state,
        @Nullable Long jobId,
        List<Matched> matched) {

    /** Where something was found. */
    public enum In {
        Name,
        Address,
        Phone,
        Email,
        Number
    }

    /**
     * A field in which something was found.
     *
     * @param text what stands there, as people write it, where the line itself does not show it; null otherwise
     */
    public record Matched(In field, @Nullable String text) {}

    /** What was found where the line does not show it, such as a phone number; null for nothing. */
    public @Nullable String hidden() {
        String all = matched.stream()
                .map(Matched::text)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }
}
