package org.callboard.phonelines;

import org.jspecify.annotations.Nullable;

/** Who is at the other end of a call, as far as the company's own telephones and rules tell. */
public sealed interface Party {

    /** One of the company's own numbers. */
    record Ours(long ownNumberId) implements Party {}

    /** Somebody of the company, by the telephone on record; both are null for an extension of which nothing more is known. */
    record Colleague(@Nullable Long employeeId, @Nullable Long technicianId) implements Party {}

    /** A number that somebody blocked. */
    record Blocked() implements Party {}

    /** Anybody else, with a number or without. */
    record Somebody() implements Party {}

    /** Whether the call is one within the company. */
    default boolean isInternal() {
        return this instanceof Ours || this instanceof Colleague;
    }
}
