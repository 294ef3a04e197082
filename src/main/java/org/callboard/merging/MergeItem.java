package org.callboard.merging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a merge changed.
 *
 * @param recordId the row, where it has a number; a relationship has {@code recordUuid}
 * @param what the name of a field, the type of a tag or a custom field, or the key of external data behind its application
 * @param before what stood there; null where nothing did
 * @param after what the merge wrote
 */
record MergeItem(
        Kind kind,
        @Nullable Long recordId,
        @Nullable UUID recordUuid,
        String what,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** The constants are stored. */
    enum Kind {
        /** A field of the kept record. */
        Field,
        /** An entry that moved, or one of the kept record into which another one was combined. */
        Contact,
        /** An entry that the kept record had already, and that arrived out of use. */
        ContactDropped,
        Relationship,
        /** A person whom the kept record had already; the row is gone. */
        RelationshipDropped,
        Note,
        Tag,
        CustomField,
        ExternalData,
        Location,
        Job,
        Invoice,
        Lead,
        Call,
        /** The kept record was brought back. */
        Owner,
        /** A record that was merged into the removed one before, and now into the kept one. */
        Repointed,
        /** Two locations of the customers, merged as well. */
        Pair
    }
}
