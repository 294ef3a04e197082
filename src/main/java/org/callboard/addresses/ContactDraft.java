package org.callboard.addresses;

import jakarta.validation.constraints.NotBlank;
import org.callboard.addresses.Limits.ContactValue;
import org.callboard.addresses.Limits.Memo;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** A contact entry that is to be stored: kept as typed, with the form of what it is, by which it is found. */
public record ContactDraft(
        ContactType type,
        @NotBlank @ContactValue String value,
        @Memo @Nullable String memo,
        @Nullable String normalized)
        implements ContactPoint {

    /**
     * The entry after a change, of which null changes nothing. A value that is there may stay, whatever it is; another that
     * is no number or address is noted under {@code value}, unless that was wrong already or nobody knows what it is.
     *
     * @param noted what is wrong with {@code type} and {@code value} by themselves
     */
    public ContactDraft changed(
            @Nullable ContactType newType,
            @Nullable String newValue,
            @Nullable String newMemo,
            String region,
            FieldErrors noted) {
        ContactType typeNow = newType == null ? type : newType;
        String valueNow = newValue == null ? value : newValue;
        String memoNow = newMemo == null ? memo : newMemo;
        if (typeNow == type && valueNow.equals(value)) {
            return new ContactDraft(type, value, memoNow, normalized);
        }
        String problem = ContactValues.problem(typeNow, valueNow);
        boolean judged = !noted.has("type") && !noted.has("value");
        noted.addIf(judged && problem != null, "value", String.valueOf(problem));
        return of(typeNow, valueNow, memoNow, region);
    }

    public static ContactDraft of(ContactType type, String value, @Nullable String memo, String region) {
        return new ContactDraft(
                type, value, memo, ContactValues.normalize(ContactValues.understood(type, value), value, region));
    }

    /** What it is, whatever it was sent as. */
    public ContactType kind() {
        return ContactValues.understood(type, value);
    }

    /** Whether somebody can be reached by it. */
    public boolean reaches() {
        return ContactValues.reaches(type, value);
    }
}
