package org.callboard.contacts;

import java.time.Instant;
import java.util.UUID;

/** That a person belongs to a customer, location or booking. */
record Relationship(UUID id, RelationshipType type, long relatedId, Instant createdOn, long createdBy) {}
