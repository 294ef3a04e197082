package org.callboard.details;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.callboard.contactpoints.ContactType;
import org.jspecify.annotations.Nullable;

/** What people may change about a contact entry. */
public record ContactContent(
        ContactType type,
        String value,
        @Nullable String memo,
        boolean doNotText,
        @JsonUnwrapped ContactPreferences preferences) {}
