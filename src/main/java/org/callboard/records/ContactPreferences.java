package org.callboard.records;

/** What may be sent to a contact entry. All is wanted until somebody says otherwise. */
public record ContactPreferences(boolean jobReminders, boolean marketing, boolean invoices, boolean statements) {

    /** The legacy flag of the wire. */
    boolean invoicesAndStatements() {
        return invoices && statements;
    }
}
