package org.callboard.contactpoints;

/**
 * A number or e-mail address as an entry of a record keeps it.
 *
 * @param owner the id of the record
 * @param entry the id of the entry, which no other of the record has
 */
public record TypedContact(long owner, long entry, ContactType type, String value) {}
