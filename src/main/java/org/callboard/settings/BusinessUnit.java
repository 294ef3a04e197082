package org.callboard.settings;

import java.time.Instant;

/** A part of the company that work is booked for, such as one trade or one town. */
public record BusinessUnit(long id, String name, boolean active, Instant createdOn, Instant modifiedOn) {}
