package org.callboard.settings;

import java.time.Instant;

/** A label for customers, locations, leads and jobs. */
public record TagType(long id, String name, boolean active, Instant createdOn, Instant modifiedOn) {}
