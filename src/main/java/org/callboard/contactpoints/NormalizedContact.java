package org.callboard.contactpoints;

import org.jspecify.annotations.Nullable;

/**
 * One number or address, in the form that it is found by.
 *
 * @param kind what it is, whatever it was sent as
 * @param typed the part of the text that says it
 * @param form E.164 of a number, the digits of one without its area code, the lower case of an e-mail address
 * @param extension digits that are dialed behind the number; empty where there are none
 * @param attaches whether who has it too is the same person; not for a number without its area code, nor for what
 *     people type who give none
 * @param note what stands beside it, such as whose it is
 */
public record NormalizedContact(
        ContactType kind,
        String typed,
        String form,
        String extension,
        boolean attaches,
        @Nullable String note) {

    /** What tells it from every other: another extension is another telephone. */
    public String identity() {
        return identity(form, extension);
    }

    /** As {@link #identity()} of one that is on record in these two parts. */
    public static String identity(String form, String extension) {
        return extension.isEmpty() ? form : form + "x" + extension;
    }

    /** Whether it leads to somebody from everywhere; not without an area code. */
    public boolean isWhole() {
        return kind == ContactType.Email || form.startsWith("+");
    }

    NormalizedContact with(@Nullable String newNote) {
        return new NormalizedContact(kind, typed, form, extension, attaches, newNote);
    }
}
