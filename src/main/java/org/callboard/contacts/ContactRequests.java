package org.callboard.contacts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.callboard.addresses.Limits.ContactValue;
import org.callboard.addresses.Limits.Line;
import org.callboard.addresses.Limits.Memo;
import org.callboard.addresses.Limits.Name;
import org.callboard.contactpoints.ContactPoint;
import org.callboard.contactpoints.ContactType;
import org.callboard.validation.NullOrNotBlank;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;

/** What clients send about people. */
final class ContactRequests {

    private ContactRequests() {}

    record CreateContactRequest(
            @Name @Nullable String name,
            @Line @Nullable String title,
            @Line @Nullable String referenceId) {

        Contact.Details toDetails() {
            return new Contact.Details(name, title, referenceId, false);
        }
    }

    record ReplaceContactRequest(
            @Name @Nullable String name,
            @Line @Nullable String title,
            @Line @Nullable String referenceId,
            @NotNull Boolean isArchived) {

        Contact.Details toDetails() {
            return new Contact.Details(name, title, referenceId, isArchived);
        }
    }

    /** The contract wants isArchived even in a change. */
    record UpdateContactRequest(
            Patch<@Name String> name,
            Patch<@Line String> title,
            Patch<@Line String> referenceId,
            @NotNull Boolean isArchived) {

        Contact.Details applyTo(Contact.Details old) {
            return new Contact.Details(
                    name.or(old.name()), title.or(old.title()), referenceId.or(old.referenceId()), isArchived);
        }
    }

    record CreateContactMethodRequest(
            @Line @Nullable String referenceId,
            @NotNull ContactType type,
            @NotBlank @ContactValue String value,
            @Memo @Nullable String memo)
            implements ContactPoint {}

    record UpsertContactMethodRequest(
            @Line @Nullable String referenceId,
            @NotNull ContactType type,
            @NotBlank @ContactValue String value,
            @Memo @Nullable String memo)
            implements ContactPoint {}

    /** A missing or null field leaves the method's as it is. */
    record UpdateContactMethodRequest(
            @NullOrNotBlank @ContactValue @Nullable String value,
            @Memo @Nullable String memo) {}

    /** Null makes the preference as if it had never been set. */
    record UpdateContactMethodPreferenceRequest(
            Patch<@Pattern(regexp = "(?i)true|false", message = "\"true\" or \"false\" is expected.") String> value) {

        Patch<Boolean> toValue() {
            String text = value.value();
            return new Patch<>(value.given(), text == null ? null : Boolean.valueOf(text));
        }
    }
}
