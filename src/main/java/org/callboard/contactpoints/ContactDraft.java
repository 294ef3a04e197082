package org.callboard.contactpoints;

import jakarta.validation.constraints.NotBlank;
import java.util.regex.Pattern;
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

    /** A number without an extension. */
    private static final Pattern FIGURES = Pattern.compile("[0-9 ()+./-]*");

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
        String problem = ContactParser.problem(typeNow, valueNow);
        boolean judged = !noted.has("type") && !noted.has("value");
        noted.addIf(judged && problem != null, "value", String.valueOf(problem));
        return of(typeNow, valueNow, memoNow, region);
    }

    public static ContactDraft of(ContactType type, String value, @Nullable String memo, String region) {
        NormalizedContact first = ContactParser.of(type, value, region).first();
        return new ContactDraft(type, value, memo, first == null ? null : first.form());
    }

    /** The number that a text can be sent to (E.164); null where it has no area code, or is none. */
    public @Nullable String texted() {
        return normalized != null && normalized.startsWith("+") ? normalized : null;
    }

    /** What tells it from every other: the form with the extension, or what was typed where it can't be read. */
    public String identity(String region) {
        if (normalized == null
                || kind() == ContactType.Email
                || FIGURES.matcher(value).matches()) {
            return normalized == null ? value : normalized;
        }
        NormalizedContact first = ContactParser.of(type, value, region).first();
        return first == null ? normalized : first.identity();
    }

    /** Whether who has it too is the same person; not for what people type who give none. */
    public boolean attaches() {
        return normalized != null && !Placeholders.isForm(normalized);
    }

    /** What it is, whatever it was sent as. */
    public ContactType kind() {
        return ContactParser.kind(type, value);
    }

    /** Whether somebody can be reached by it. */
    public boolean reaches() {
        return ContactParser.reaches(type, value);
    }
}
