package org.callboard.duplicates;

import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;

/**
 * One of two records in short.
 *
 * @param owner whose the location is; null for a customer
 * @param phones the first few
 * @param emails the first few
 * @param locations how many of a customer are in use
 */
public record PairSide(
        long id,
        String name,
        @Nullable String owner,
        Address address,
        List<String> phones,
        List<String> emails,
        long jobs,
        long locations,
        Instant createdOn) {

    /** Whether this one rather than another is the one to keep: with more jobs, then the older one. */
    public boolean isKeptBefore(PairSide other) {
        return jobs != other.jobs ? jobs > other.jobs : id < other.id;
    }
}
