package org.callboard.details;

/** What may be sent to a contact entry. */
public record ContactPreferences(
        boolean jobRemindersEnabled,
        boolean marketingUpdatesEnabled,
        boolean invoiceNotification,
        boolean statementNotification) {

    /** As the schema has them for a contact that nobody was asked about: what belongs to the work, and no offers. */
    public static final ContactPreferences UNASKED = new ContactPreferences(true, false, true, true);

    /** The legacy flag of the wire. */
    boolean invoicesAndStatements() {
        return invoiceNotification && statementNotification;
    }
}
