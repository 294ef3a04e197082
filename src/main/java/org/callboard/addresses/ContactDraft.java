package org.callboard.addresses;

import org.jspecify.annotations.Nullable;

/** A contact entry that is to be stored: kept as typed, with the form that it is found by. */
public record ContactDraft(
        ContactType type,
        String value,
        @Nullable String memo,
        @Nullable String normalized) {

    public static ContactDraft of(ContactType type, String value, @Nullable String memo, String region) {
        return new ContactDraft(type, value, memo, ContactValues.normalize(type, value, region));
    }
}
