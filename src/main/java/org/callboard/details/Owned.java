package org.callboard.details;

/** Something with the id of the customer or location that it belongs to. */
public record Owned<T>(long owner, T what) {}
