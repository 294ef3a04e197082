package org.callboard.merging;

/** What a record has, and the one that is kept gets of it; tags, custom fields and external data as copies. */
public enum MovedKind {
    Location,
    Contact,
    Relationship,
    Note,
    Tag,
    CustomField,
    ExternalData,
    Job,
    Invoice,
    Lead,
    Call,
    /** A record that was merged into the removed one before. */
    Merged
}
