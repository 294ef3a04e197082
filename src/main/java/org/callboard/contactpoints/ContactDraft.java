package org.callboard.contactpoints;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.callboard.addresses.Limits.ContactValue;
import org.callboard.addresses.Limits.Memo;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** A contact entry that is to be stored, as typed. What it is understood as is kept by {@link ContactPoints}. */
public record ContactDraft(
        ContactType type,
        @NotBlank @ContactValue String value,
        @Memo @Nullable String memo) implements ContactPoint {

    /**
     * The entry after a change, of which null changes nothing; see {@link #check} for what is noted.
     *
     * @param noted what is wrong with {@code type} and {@code value} by themselves
     */
    public ContactDraft changed(
            @Nullable ContactType newType, @Nullable String newValue, @Nullable String newMemo, FieldErrors noted) {
        ContactType typeNow = newType == null ? type : newType;
        String valueNow = newValue == null ? value : newValue;
        check(typeNow, valueNow, noted);
        return new ContactDraft(typeNow, valueNow, newMemo == null ? memo : newMemo);
    }

    /**
     * A value that is there may stay, whatever it is; another that is no number or address is noted under {@code value},
     * unless that was wrong already or nobody knows what it is.
     */
    public void check(ContactType typeNow, String valueNow, FieldErrors noted) {
        if (typeNow != type || !valueNow.equals(value)) {
            String problem = ContactParser.problem(typeNow, valueNow);
            boolean judged = !noted.has("type") && !noted.has("value");
            noted.addIf(judged && problem != null, "value", String.valueOf(problem));
        }
    }

    /** A sentence about what is wrong with the value, or null where it may be what its type says. */
    public @Nullable String problem() {
        return ContactParser.problem(type, value);
    }

    /** What the value is understood as by the people of a region. */
    public ParsedContact read(String region) {
        return ContactParser.of(type, value, region);
    }

    /** The first number that a text can be sent to (E.164); null where none has an area code. */
    public @Nullable String texted(String region) {
        return read(region).all().stream()
                .filter(one -> one.kind() != ContactType.Email && one.isWhole())
                .map(NormalizedContact::form)
                .findFirst()
                .orElse(null);
    }

    /** What tells it from every other: each number and address in it, or what was typed where it can't be read. */
    public List<String> identities(String region) {
        List<String> all =
                read(region).all().stream().map(NormalizedContact::identity).toList();
        return all.isEmpty() ? List.of(value) : all;
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
